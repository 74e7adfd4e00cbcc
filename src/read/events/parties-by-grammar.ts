import type { EventType } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import { subjectOfVerb } from '../entities/subjects.ts'
import type { RawEvent } from './find-events.ts'

type Parties = Partial<Pick<RawEvent, 'actors' | 'recipients'>>

const AUX = String.raw`(?:has|have|had|is|are|was|were|be|been|being|will|would|could|may|might|can|did|do|does|not|never|also|then|still|now|again|already|repeatedly|recently|reportedly|allegedly|\p{L}+ly|[\p{L}]+n[’']t)`
const ONLY_AUX = new RegExp(String.raw`^\s*(?:\([^)]*\)\s*)?(?:${AUX}\s+)*$`, 'iu')
const PASSIVE =
  /\b(?:is|are|was|were|be|been|being|get|gets|got)(?:\s+(?:also|then|later|\p{L}+ly|not))*\s+(?:\p{L}+(?:ed|en|wn) (?:and|or) )?$/iu
const PARTICIPLE =
  /(?:ed|en|wn|ught|ung|eld|old|shot|hit|hurt|beaten|struck|slain|set|cut)(?: (?:back|down|out|up|off|away|in|over))?$/i
const VICTIMS = /^(?:casualt(?:y|ies)|deaths?|dead|victims?|fatalit(?:y|ies)|losses|killings?|murders?)$/i

/** The subject right before a verb ("Rebels have shelled"), or before the pronoun that stands for it ("rebels, who shelled"); whom a passive names is the one it is done to. */
export function bySubject(doc: Document, event: RawEvent, clusters: Clusters): Parties {
  // An active verb right behind its subject is the model's to judge: only where a pronoun stands between does grammar know better.
  const passive = isPassive(doc, event)
  const subject = subjectOf(doc, event, clusters, passive)
  if (subject < 0) return {}
  return passive ? { recipients: [subject] } : { actors: [subject] }
}

function subjectOf(doc: Document, event: RawEvent, clusters: Clusters, plain: boolean): number {
  const sentence = doc.sentences[indexAt(doc.sentences, event.trigger.start)]
  if (!sentence || !/^\p{Ll}/u.test(doc.text.slice(event.trigger.start, event.trigger.end))) return -1
  return subjectOfVerb(doc.text, clusters, sentence, event.trigger.start, { plain })
}

/** "was killed", "have been arrested". */
function isPassive(doc: Document, event: RawEvent): boolean {
  return (
    PASSIVE.test(doc.text.slice(Math.max(0, event.trigger.start - 30), event.trigger.start)) &&
    PARTICIPLE.test(doc.text.slice(event.trigger.start, event.trigger.end))
  )
}

/** Parties that the model put on the wrong side: the subject of a passive, and those whose deaths are counted, are the ones it is done to. */
export function turned(doc: Document, event: RawEvent, clusters: Clusters): RawEvent {
  const word = doc.text.slice(event.trigger.start, event.trigger.end)
  const victims = event.type === 'ASSAULT' && VICTIMS.test(word) && !/^(?:killing|murder)/i.test(word)
  const subject = isPassive(doc, event) ? subjectOf(doc, event, clusters, true) : -1
  const wrong = event.actors.filter((a) => victims || a === subject)
  // "The general was killed alongside Daud": both.
  const isBesides = event.recipients.every((r) =>
    WITH.test(doc.text.slice(event.trigger.end, clusters.drafts[r]?.start ?? 0)),
  )
  const done = subject >= 0 && DONE_TO.has(event.type) && isBesides ? [subject] : []
  const others = [...event.recipients, ...wrong].filter((r) => !done.includes(r))
  if (wrong.length === 0 && done.every((d) => event.recipients.includes(d))) return event
  return {
    ...event,
    actors: event.actors.filter((a) => !wrong.includes(a)),
    recipients: [...done, ...new Set(others)],
  }
}

const WITH = /^,?\s+(?:(?:along|together) with|alongside|as well as)\s/u
/** Types of verbs whose passive names by its subject the one it is done to. */
const DONE_TO: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'COERCE',
  'ACCUSE',
  'THREATEN',
  'REQUEST',
  'SANCTION',
  'AID',
])

const CLAIM =
  /\b(?:claim(?:s|ed|ing)?|took|taken|taking|accept(?:s|ed)?|admit(?:s|ted)?)\s+(?:full\s+|the\s+)?responsibility\b/i

/** Who claims responsibility is the actor of the attack that is told there: its mention, or -1. */
export function claimantIn(
  doc: Document,
  sentence: { readonly start: number; readonly end: number },
  clusters: Clusters,
): number {
  const claim = CLAIM.exec(doc.text.slice(sentence.start, sentence.end))
  if (!claim) return -1
  const at = sentence.start + claim.index
  return clusters.drafts.findLastIndex(
    (d, i) =>
      (clusters.of[i] as number) >= 0 &&
      d.start >= sentence.start &&
      d.end <= at &&
      ONLY_AUX.test(doc.text.slice(d.end, at)),
  )
}
