import { z } from 'zod'
import { listChanges } from '../../record/index.ts'
import { paging } from './inputs.ts'
import { question } from './question.ts'
import { codeWords, counted, dayWords, whoWords } from './words.ts'

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
