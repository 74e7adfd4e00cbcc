import { z } from 'zod'
import { EventType, RelationType, Status } from '../../codebook/index.ts'

/** What may be said of a party: `IRN` (the state and all who act for it), an actor's id, or a name. */
export const party = (what: string) =>
  z.string().min(1).describe(`${what}: a country code such as IRN, an actor's id, or a name`)

/** How much of an answer, and as of when; every question takes these. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(500).optional().describe('Rows on a page. Default: 50'),
  cursor: z.string().optional().describe('Where to go on: the cursor that the page before gave'),
  asOf: z.string().optional().describe('Answer from what had been recorded by this day or moment'),
}

/** The days a question is about. */
export const days = {
  from: z.iso.date().optional().describe('First day, included'),
  until: z.iso.date().optional().describe('Last day, not included'),
}

export const eventType = EventType.optional().describe('Type of event (PLOVER)')
export const status = Status.optional().describe('How the event stands to the world, by its reports')
export const relationType = RelationType.optional().describe('Type of tie')
