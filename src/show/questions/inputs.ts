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

/** What narrows a question about events besides its parties and days. */
export const narrowing = {
  type: eventType,
  quadClass: z.coerce
    .number()
    .int()
    .min(1)
    .max(4)
    .optional()
    .describe('1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict'),
  status,
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('Country it was in, such as IRQ'),
  outlet: z.string().optional().describe('Only events this outlet reports'),
  saidBy: party('Only events that this party tells of, by some report').optional(),
  dossier: z.string().optional().describe('Only events of articles in this dossier'),
  origins: z.coerce.number().int().optional().describe('Only events with at least this many independent origins'),
}
