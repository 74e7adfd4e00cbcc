import { z } from 'zod'
import { listStatements } from '../../record/index.ts'
import { days, eventType, paging, party, status } from './inputs.ts'
import { question } from './question.ts'
import { counted, statementRow, statementSection } from './words.ts'

export const statements = question({
  name: 'statements',
  help: 'Who said what, by which channel, in the order of days.',
  args: [],
  input: z.object({
    speaker: party('Who speaks').optional(),
    saidBy: party('Who speaks').optional(),
    about: party('Whom it is about').optional(),
    channel: z
      .enum(['outlet', 'press', 'broadcast', 'social', 'speech', 'document', 'interview', 'unknown'])
      .optional()
      .describe('How it was said'),
    anonymous: z.stringbool().optional().describe('true: only unnamed sources; false: only named ones'),
    outlet: z.string().optional().describe('Only what this outlet carried'),
    dossier: z.string().optional().describe('Only what articles in this dossier carry'),
    type: eventType,
    quadClass: z.coerce
      .number()
      .int()
      .min(1)
      .max(4)
      .optional()
      .describe('Only statements that tell of such an event: 1 verbal cooperation … 4 material conflict'),
    status,
    words: z.string().optional().describe('Only statements with these words'),
    ...days,
    ...paging,
  }),
  example: 'rubicon ask statements --speaker "Ali Khamenei" --type THREATEN',
  answer: listStatements,
  sections: ({ rows }) => [
    statementSection(counted(rows.length, 'statement'), rows, 'No statement in the record fits.'),
  ],
  rows: ({ rows }) =>
    rows.map((s) => ({
      ...statementRow(s),
      holds: s.tells.map((t) => t.type).join('; '),
      about: s.about.map((a) => a.name).join('; '),
      sentence: s.sentence?.text ?? null,
    })),
  next: ({ next }) => next,
})
