import { z } from 'zod'
import { listWordsAndDeeds, type Pairing } from '../../record/index.ts'
import { days, paging, party } from './inputs.ts'
import { question, type Section } from './question.ts'
import { codeWords, counted, dayWords, evidenceWords, whoWords } from './words.ts'

/** Each row is searched for what came of it: a page of half the usual length. */
const SHOWN = 25

export const wordsAndDeeds = question({
  name: 'words-and-deeds',
  help: 'Each threat, promise, demand, denial and refusal, set against the later deed that carries it out, breaks it or answers it.',
  args: ['actor'],
  input: z.object({
    actor: party('Who spoke').optional(),
    within: z.coerce
      .number()
      .int()
      .min(1)
      .max(3650)
      .optional()
      .describe('How many days after the words a deed still counts. Default: 90'),
    ...days,
    ...paging,
    limit: paging.limit.describe(`Rows on a page. Default: ${SHOWN}`),
  }),
  example: 'rubicon ask words-and-deeds "Ali Khamenei"',
  answer: (db, query) => listWordsAndDeeds(db, { ...query, limit: query.limit ?? SHOWN }),
  sections: ({ rows, lastDay }) => [
    wordsSection(`${counted(rows.length, 'word')}${lastDay ? `, the record ends on ${lastDay}` : ''}`, rows),
  ],
  rows: ({ rows }) =>
    rows.map((p) => ({
      words: p.words.id,
      day: p.words.day,
      said: p.said,
      who: whoWords(p.words.actors),
      whom: whoWords(p.words.recipients, ''),
      sentence: p.words.evidence?.text ?? null,
      outcome: p.outcome,
      days: p.days,
      interval: p.interval,
      pairing: p.sure,
      deed: p.deed?.id ?? null,
      deed_day: p.deed?.day ?? null,
      deed_sentence: p.deed?.evidence?.text ?? null,
    })),
  next: ({ next }) => next,
})

/** The table that sets words against what came of them. */
export function wordsSection(title: string, pairings: readonly Pairing[]): Section {
  return {
    title,
    columns: ['said', 'who → whom', 'words', 'came of it', 'when', 'pairing'],
    rows: pairings.map((p) => ({
      cells: [
        dayWords(p.words),
        `${whoWords(p.words.actors)} → ${whoWords(p.words.recipients, '…')}`,
        p.said,
        p.deed ? `${p.outcome}: ${whoWords(p.deed.actors)}, ${codeWords(p.deed)}` : p.outcome,
        p.interval,
        p.deed ? p.sure : '',
      ],
      under: [evidenceWords(p.words.evidence), p.deed ? evidenceWords(p.deed.evidence) : ''].filter(Boolean),
      quadClass: p.words.quadClass,
    })),
    empty: 'No threat, promise, demand or refusal is in the record.',
  }
}
