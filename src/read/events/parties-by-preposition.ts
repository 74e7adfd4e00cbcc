import type { EventType } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { RawEvent } from './find-events.ts'

type Parties = Partial<Pick<RawEvent, 'actors' | 'recipients'>>

const WORDS = String.raw`(?:\s+(?!(?:by|that|which|who|and|or|but|to|will|would|is|are|was|were|has|have|had|be)\b)[\p{L}\p{N}’'-]+)`
const BY_NOUN = new RegExp(
  String.raw`^(?:\s+(?:either|jointly|last|earlier|(?:of|on|in|at|near|against)${WORDS})${WORDS}{0,4}(?:\s+and${WORDS}{1,2})?)?\s+by\s+$`,
  'u',
)
const BY_VERB = /^(?:\s+(?:\p{L}+ly|down|up|out|last \p{L}+|on \p{L}+day|in \p{Lu}\p{L}+))?\s+by\s+$/u
const UPON = /^\s+(?:on|upon|against)\s+$/u
const WITH = /^,?\s+(?:(?:along|together) with|alongside|as well as)\s+$/u
const BETWEEN = /^(?:\s+[\p{L}\p{N}’-]+){0,4}\s+between\s+$/u
const JOINED = /^\s*(?:,|,?\s+and|&)\s+$/u
const AUX =
  /^\s*(?:,\s*)?(?:(?:who|which|that)\s+)?(?:(?:is|are|was|were|be|been|being|has|have|had|already|also|then|\p{L}+ly)\s+)*$/u
const PARTICIPLE =
  /(?:ed|en|wn|ught|ung|eld|old|shot|hit|hurt|struck|slain|led|sent)(?:\s(?:by|down|up|out|off|back))?$/i
const UNDER = /\b(?:c[ao]m(?:e|es|ing)|w(?:as|ere)|is|are|been)\s+under\s+(?:[\p{L}-]+\s+){0,2}$/iu
const FELLED = /^(?:kill|wound|injur|murder|execut|arrest|detain|captur|abduct|kidnapp)ed$|^(?:hurt|shot|slain)$/i
/** Types whose nouns name those on both sides by "between". */
const MUTUAL: ReadonlySet<EventType> = new Set(['ASSAULT', 'CONSULT', 'AGREE', 'COOPERATE'])
/** Types of nouns whose "on …" and "against …" names those it is done to. */
const UPON_TYPES: ReadonlySet<EventType> = new Set(['ASSAULT', 'ACCUSE', 'SANCTION', 'THREATEN', 'REQUEST'])

/**
 * Parties that a preposition gives away: "a raid by rebels" and "backed by rebels" are the rebels' doing, "a raid on the militia" is done to it,
 * a clash "between rebels and the army" is the doing of both, "the militia came under fire" too.
 */
export function byPreposition(doc: Document, event: RawEvent, clusters: Clusters): Parties {
  const word = doc.text.slice(event.trigger.start, event.trigger.end)
  const isVerb = PARTICIPLE.test(word)
  const between = MUTUAL.has(event.type) && !isVerb ? after(doc, event, clusters, BETWEEN) : []
  if (between.length > 1)
    return {
      actors: [...new Set([...event.actors, ...between])],
      recipients: event.recipients.filter((r) => !between.includes(r)),
    }
  const agents = after(doc, event, clusters, isVerb ? BY_VERB : BY_NOUN)
  const upon = UPON_TYPES.has(event.type) && !isVerb && !/ing$/i.test(word) ? after(doc, event, clusters, UPON) : []
  const done = isVerb
    ? agents.length > 0
      ? adjacent(doc, event, clusters, AUX)
      : -1
    : adjacent(doc, event, clusters, null)
  const besides = isVerb && FELLED.test(word) ? after(doc, event, clusters, WITH) : []
  const recipients = [...upon, ...(done >= 0 ? [done] : [])]
  return {
    ...(agents.length > 0 ? { actors: agents } : {}),
    ...(recipients.length + besides.length > 0
      ? { recipients: [...new Set([...recipients, ...event.recipients, ...besides])] }
      : {}),
  }
}

/** The actors behind a preposition that follows the trigger, with those joined to the first by "and". */
function after(doc: Document, event: RawEvent, clusters: Clusters, gap: RegExp): readonly number[] {
  const sentence = indexAt(doc.sentences, event.trigger.start)
  const found: number[] = []
  let end = event.trigger.end
  for (const [i, d] of clusters.drafts.entries()) {
    if (d.start < end || d.inner) continue
    if (d.sentence !== sentence || d.start - end > 60) break
    const between = doc.text.slice(end, d.start)
    if (!(found.length === 0 ? gap : JOINED).test(between)) {
      if (found.length > 0) break
      continue
    }
    if ((clusters.of[i] as number) < 0 || !d.tags.has('party') || d.kind === 'place') break
    found.push(i)
    end = d.end
  }
  return found
}

/** The mention that stands right before a participle ("rebels, backed by"), or before "came under" where no other words are given. */
function adjacent(doc: Document, event: RawEvent, clusters: Clusters, gap: RegExp | null): number {
  let end = event.trigger.start
  if (gap === null) {
    const under = UNDER.exec(doc.text.slice(Math.max(0, end - 60), end))
    if (!under) return -1
    end = Math.max(0, end - 60) + under.index
  }
  const sentence = indexAt(doc.sentences, event.trigger.start)
  return clusters.drafts.findLastIndex(
    (d, i) =>
      (clusters.of[i] as number) >= 0 &&
      d.sentence === sentence &&
      d.end <= end &&
      end - d.end < 30 &&
      d.form !== 'demonym' &&
      (gap ?? /^,?\s+(?:(?:has|have|had|\p{L}+ly)\s+)*$/u).test(doc.text.slice(d.end, end)),
  )
}
