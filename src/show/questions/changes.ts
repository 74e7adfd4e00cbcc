import { z } from 'zod'
import { type Hit, listChanges, search as searchRecord } from '../../record/index.ts'
import { paging } from './inputs.ts'
import { question } from './question.ts'
import { codeWords, counted, dayWords, evidenceWords, whoWords } from './words.ts'

export const changes = question({
  name: 'changes',
  help: 'What the record has come to hold differently since a day, the latest first: new events, events that changed or ended, judgements.',
  args: [],
  input: z.object({ since: z.string().optional().describe('From this day or moment on'), ...paging }),
  example: 'rubicon ask changes --since 2020-01-10',
  answer: listChanges,
  sections: ({ rows }) => [
    {
      title: counted(rows.length, 'change'),
      columns: ['recorded', 'what', 'event', 'how', 'id'],
      rows: rows.map((c) => ({
        cells: [
          c.at.slice(0, 16).replace('T', ' '),
          c.what,
          c.event
            ? `${dayWords(c.event)}: ${whoWords(c.event.actors)} → ${whoWords(c.event.recipients, '…')}, ${codeWords(c.event)}`
            : '',
          c.how,
          c.id,
        ],
        ...(c.event && { quadClass: c.event.quadClass }),
      })),
      empty: 'Nothing changed.',
    },
  ],
  rows: ({ rows }) =>
    rows.map((c) => ({
      at: c.at,
      what: c.what,
      how: c.how,
      id: c.id,
      day: c.event?.day ?? null,
      type: c.event?.type ?? null,
      status: c.event?.status ?? null,
    })),
  next: ({ next }) => next,
})

export const search = question({
  name: 'search',
  help: 'Articles, statements, actors and events with these words; "a phrase", word*, OR and -word are understood.',
  args: ['words'],
  input: z.object({
    words: z.string().min(1).describe('The words'),
    kind: z.enum(['article', 'statement', 'actor', 'event']).optional().describe('Only this kind'),
    ...paging,
  }),
  example: 'rubicon ask search "harsh revenge"',
  answer: searchRecord,
  sections: ({ rows }) => [
    {
      title: counted(rows.length, 'hit'),
      columns: ['kind', 'what', 'from', 'id'],
      rows: rows.map(hitCells),
      empty: 'Nothing holds these words.',
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
