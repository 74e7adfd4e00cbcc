import type { Document } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
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
  if (event.type === 'REQUEST')
    return { ...event, actors, recipients: recipients.filter((r) => !isOnlyMeant(doc, event, clusters, r)) }
  if (!isOwnMove(event)) return { ...event, actors, recipients }
  const moved = recipients.filter((r) => clusters.drafts[r]?.kind !== 'place')
  return { ...event, actors: actors.length > 0 ? actors : moved, recipients: [] }
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
