import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import { subjectOfVerb } from '../entities/subjects.ts'
import type { RawEvent } from './find-events.ts'
import { turned } from './parties-by-grammar.ts'
import { byPreposition } from './parties-by-preposition.ts'

/** An event with the parties that grammar is sure of, whatever the model says; what moves itself has no recipient: "the troops will be withdrawn" is the troops' retreat. */
export function settled(doc: Document, found: RawEvent, clusters: Clusters): RawEvent {
  const event = turned(doc, found, clusters)
  const sure = byPreposition(doc, event, clusters)
  const actors =
    sure.actors ?? event.actors.filter((a) => !sure.recipients?.some((r) => clusters.of[r] === clusters.of[a]))
  const recipients = (sure.recipients ?? event.recipients).filter((r) => !actors.includes(r))
  if (event.type === 'REQUEST') {
    const asked = recipients.filter((r) => !isOnlyMeant(doc, event, clusters, r))
    return MODAL.test(doc.text.slice(event.trigger.start, event.trigger.end))
      ? asking(doc, { ...event, actors, recipients: asked }, clusters)
      : { ...event, actors, recipients: asked }
  }
  if (!isOwnMove(event)) return { ...event, actors, recipients }
  const moved = recipients.filter((r) => clusters.drafts[r]?.kind !== 'place')
  return { ...event, actors: actors.length > 0 ? actors : moved, recipients: [] }
}

const MODAL = /^(?:should|must|ought|has to|have to|needs?)\b/i

/** "They should leave": they are asked, and ask nobody; what should be done to somebody is asked of others. */
function asking(doc: Document, event: RawEvent, clusters: Clusters): RawEvent {
  const subject = subjectBefore(doc, event, clusters)
  if (subject < 0 || FIRST_PERSON.test(doc.text.slice(clusters.drafts[subject]?.start, clusters.drafts[subject]?.end)))
    return event
  const isDoneTo = /^(?:n[’']t|\s+not)?\s+be\s+\p{L}+(?:ed|en|own|ut|ept|eld)\b/u.test(
    doc.text.slice(event.trigger.end, event.trigger.end + 40),
  )
  const isSubject = (m: number): boolean => clusters.of[m] === clusters.of[subject]
  const recipients = isDoneTo
    ? event.recipients.filter((r) => !isSubject(r))
    : event.recipients.length > 0
      ? event.recipients
      : [subject]
  return { ...event, actors: event.actors.filter((a) => !isSubject(a)), recipients }
}

const FIRST_PERSON = /^(?:I|we)$/i

function subjectBefore(doc: Document, event: RawEvent, clusters: Clusters): number {
  const sentence = doc.sentences[indexAt(doc.sentences, event.trigger.start)]
  return sentence ? subjectOfVerb(doc.text, clusters, sentence, event.trigger.start) : -1
}

/** Deployments and withdrawals; not recruiting, nor letting others go or in. */
function isOwnMove({ type, mode }: RawEvent): boolean {
  if (type === 'MOBILIZE') return mode !== 'militia'
  return type === 'RETREAT' && mode !== null && mode !== 'release' && mode !== 'access'
}

/** "Called for the men to be freed", "ordered her house to be searched": those whom it is about are not those who are asked. */
function isOnlyMeant(doc: Document, event: RawEvent, clusters: Clusters, mention: number): boolean {
  const { start, end } = clusters.drafts[mention] ?? event.trigger
  return (
    start >= event.trigger.end &&
    /^(?:\s+\p{Ll}+){0,2}\s+to be\s+\p{L}+(?:ed|en|own)\b/u.test(doc.text.slice(end, end + 60))
  )
}

/** Requests without the recipients that belong to another act told between: in "urged pressure on the army" the pressure is on the army. */
export function onlyOwnRecipients(events: readonly RawEvent[], clusters: Clusters): RawEvent[] {
  return events.map((event) => {
    if (event.type !== 'REQUEST') return event
    const isTaken = (m: number): boolean =>
      events.some(
        (o) =>
          o.trigger.start > event.trigger.end &&
          o.trigger.end <= (clusters.drafts[m]?.start ?? 0) &&
          o.recipients.includes(m),
      )
    return { ...event, recipients: event.recipients.filter((m) => !isTaken(m)) }
  })
}
