import type { Document } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { RawEvent } from './find-events.ts'
import { turned } from './parties-by-grammar.ts'
import { byPreposition } from './parties-by-preposition.ts'

/** An event with the parties that grammar is sure of, whatever the model says; what moves itself has no recipient: "the troops will be withdrawn" is the troops' retreat. */
export function settled(doc: Document, found: RawEvent, clusters: Clusters): RawEvent {
  const event = turned(doc, found, clusters)
  const sure = byPreposition(doc, event, clusters)
  const actors = sure.actors ?? event.actors.filter((a) => !sure.recipients?.includes(a))
  const recipients = (sure.recipients ?? event.recipients).filter((r) => !actors.includes(r))
  if (!isOwnMove(event)) return { ...event, actors, recipients }
  const moved = recipients.filter((r) => clusters.drafts[r]?.kind !== 'place')
  return { ...event, actors: actors.length > 0 ? actors : moved, recipients: [] }
}

/** Deployments and withdrawals; not recruiting, nor letting others go or in. */
function isOwnMove({ type, mode }: RawEvent): boolean {
  if (type === 'MOBILIZE') return mode !== 'militia'
  return type === 'RETREAT' && mode !== null && mode !== 'release' && mode !== 'access'
}
