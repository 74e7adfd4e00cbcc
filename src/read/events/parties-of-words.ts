import type { EventType } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { RawEvent } from './find-events.ts'

type Parties = Partial<Pick<RawEvent, 'actors' | 'recipients'>>

const REFUSED =
  /^(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|rebuff(?:s|ed|ing)?)$/i
const ITS_OBJECT = /^\s+(?:(?:the|any|all|such|new|those|these|recent|repeated|earlier)\s+)?(?:\p{Ll}+\s+){0,2}$/u
const SAID_TO: ReadonlySet<EventType> = new Set(['ACCUSE', 'REQUEST', 'THREATEN'])
const MEET = /^(?:meets?|met|meeting)$/i
const TALK = /^(?:talk(?:s|ed|ing)?|negotiat\w+|discuss\w*|conferences?|summits?|consult\w*)$/i
const DONE: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE'])

/**
 * Parties that the words beside a verb or noun of speech settle: whoever denies a charge is the one charged, those who meet meet each other,
 * and an "anti-rebel" raid is done to the rebels.
 */
export function partiesOfWords(
  doc: Document,
  event: RawEvent,
  others: readonly RawEvent[],
  clusters: Clusters,
): Parties {
  const { actors, recipients, trigger } = event
  const word = doc.text.slice(trigger.start, trigger.end)
  const opposed = actors.filter((a) =>
    /\banti-$/i.test(doc.text.slice(Math.max(0, (clusters.drafts[a]?.start ?? 0) - 5), clusters.drafts[a]?.start)),
  )
  if (opposed.length > 0)
    return { actors: actors.filter((a) => !opposed.includes(a)), recipients: [...recipients, ...opposed] }
  if (event.type === 'CONSULT' && MEET.test(word)) return { actors: [...actors, ...recipients], recipients: [] }
  // What is talked about is no party: "talks on Tavria".
  if (event.type === 'CONSULT' && TALK.test(word) && actors.length > 0) return { recipients: [] }
  if (!SAID_TO.has(event.type)) return {}
  const refusal = others.findLast((o) => o.type === 'REJECT' && o.trigger.end <= trigger.start)
  if (
    !refusal ||
    refusal.actors.length === 0 ||
    !REFUSED.test(doc.text.slice(refusal.trigger.start, refusal.trigger.end))
  )
    return {}
  if (!ITS_OBJECT.test(doc.text.slice(refusal.trigger.end, trigger.start))) return {}
  const own = actors.filter((a) => !refusal.actors.some((b) => clusters.of[a] === clusters.of[b]))
  return { actors: own, recipients: recipients.length > 0 ? recipients : refusal.actors }
}

const ANSWER =
  /(?:did not|didn[’']t|has not|have not|had not|could not|failed to|declined to|refused to)\s+(?:immediately\s+)?(?:respond|reply|return|answer)(?:ed)?\b[^.;:“”]{0,60}$/u

/** Those whom a request went to that they did not answer: "The firm did not respond to a request for comment". */
export function askedInVain(doc: Document, event: RawEvent, clusters: Clusters): readonly number[] {
  const sentence = doc.sentences[indexAt(doc.sentences, event.trigger.start)]
  if (!sentence || event.type !== 'REQUEST') return []
  const answer = ANSWER.exec(doc.text.slice(sentence.start, event.trigger.start))
  if (!answer) return []
  const at = sentence.start + answer.index
  const asked = clusters.drafts.findLastIndex(
    (d, i) => (clusters.of[i] as number) >= 0 && d.start >= sentence.start && d.end <= at && at - d.end < 3,
  )
  return asked < 0 ? [] : [asked]
}

/** Whose deed it is that somebody condemns, where nobody else is said to be condemned: "condemned the strike by rebels". */
export function condemnedDoers(
  doc: Document,
  event: RawEvent,
  others: readonly RawEvent[],
  clusters: Clusters,
): readonly number[] {
  if (event.type !== 'ACCUSE') return []
  const at = others.indexOf(event)
  const deed = others[at + 1]
  if (!deed || !DONE.has(deed.type) || deed.trigger.start - event.trigger.end > 60) return []
  if (/[.;:“”]/.test(doc.text.slice(event.trigger.end, deed.trigger.start))) return []
  return deed.actors.filter((a) => !event.actors.some((b) => clusters.of[a] === clusters.of[b]))
}
