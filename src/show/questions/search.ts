import { z } from 'zod'
import { type Hit, search as searchRecord } from '../../record/index.ts'
import { days, paging } from './inputs.ts'
import { question } from './question.ts'
import { codeWords, counted, dayWords, evidenceWords, whoWords } from './words.ts'

export const search = question({
  name: 'search',
  help: 'Articles, statements, actors and events with these words; "a phrase", word*, OR and -word are understood.',
  args: ['words'],
  input: z.object({
    words: z.string().max(1000).default('').describe('The words'),
    kind: z.enum(['article', 'statement', 'actor', 'event']).optional().describe('Only this kind'),
    ...days,
    ...paging,
  }),
  example: 'rubicon ask search "harsh revenge"',
  answer: searchRecord,
  sections: (answer) => [
    {
      title: counted(answer.rows.length, 'hit'),
      columns: ['kind', 'what', 'from', 'id'],
      rows: answer.rows.map(hitCells),
      empty: answer.words === '' ? 'Give the words to look for.' : 'Nothing holds these words.',
    },
  ],
  rows: ({ rows }) =>
    rows.map((hit) => {
      const [kind = '', what = '', from = '', id = ''] = hitCells(hit).cells
      return { kind, id, what, from }
    }),
  next: ({ next }) => next,
})

function hitCells(hit: Hit): { cells: string[]; under?: string[] } {
  if (hit.kind === 'article')
    return {
      cells: [hit.kind, hit.title ?? 'no title', [hit.outlet, hit.published].filter(Boolean).join(', '), hit.id],
      under: hit.evidence ? [`“${hit.evidence.text}”`] : [],
    }
  if (hit.kind === 'actor') return { cells: [hit.kind, hit.actor.name, hit.actor.country ?? '', hit.actor.id] }
  if (hit.kind === 'statement')
    return {
      cells: [
        hit.kind,
        hit.statement.speaker?.name ?? hit.statement.source ?? 'nobody named',
        hit.statement.day ?? '',
        hit.statement.id,
      ],
      under: [evidenceWords(hit.statement.evidence)],
    }
  const { event } = hit
  return {
    cells: [
      hit.kind,
      `${whoWords(event.actors)} → ${whoWords(event.recipients, '…')}: ${codeWords(event)}`,
      dayWords(event),
      event.id,
    ],
    under: [evidenceWords(event.evidence)],
  }
}
