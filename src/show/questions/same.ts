import { z } from 'zod'
import { sameAsActor, sameAsEvent } from '../../record/index.ts'
import { paging } from './inputs.ts'
import { question, type Section } from './question.ts'
import { codeOf, counted, eventSection, evidenceWords } from './words.ts'

export type SameAnswer = Awaited<ReturnType<typeof sameAsActor>> | Awaited<ReturnType<typeof sameAsEvent>>

export const same = question({
  name: 'same',
  help: 'What may be the same as an actor or an event, and what it is made of: where a person puts two into one or takes one apart.',
  args: ['id'],
  input: z.object({
    id: z.string().min(1).describe("An actor's id (x…) or name, or an event's id (v…)"),
    words: z.string().max(200).optional().describe('Words to find the other one by. Default: what is most like it'),
    called: z.string().max(200).optional().describe('Of an actor: only the articles that call it by this name'),
    ...paging,
  }),
  example: 'rubicon ask same "Ali Khamenei"',
  answer: (db, query): Promise<SameAnswer> =>
    /^v[0-9a-f]{4,12}$/.test(query.id) ? sameAsEvent(db, query) : sameAsActor(db, query),
  sections: (a): Section[] =>
    a.kind === 'event'
      ? [
          eventSection('May be the same', a.candidates, 'No event is like it.'),
          {
            title: `Made of ${counted(a.reports.length, 'report')}`,
            columns: ['report', 'outlet', 'what'],
            rows: a.reports.map((r) => ({
              cells: [r.id, r.evidence?.outlet ?? '', r.trigger],
              under: [evidenceWords(r.evidence)].filter(Boolean),
            })),
            empty: '',
          },
        ]
      : [
          {
            title: `May be the same as ${a.actor.name}, ${a.actor.id}`,
            columns: ['actor', 'kind', 'also called', 'articles', 'id'],
            rows: a.candidates.map((c) => ({
              cells: [
                [c.name, codeOf(c)].filter(Boolean).join(', '),
                c.kind,
                c.names.join('; '),
                String(c.articles),
                c.id,
              ],
            })),
            empty: 'Nobody goes by a like name.',
          },
          {
            title: 'Called',
            columns: ['name', 'articles'],
            rows: a.names.map((n) => ({ cells: [n.name, String(n.articles)] })),
            empty: '',
          },
          {
            title: `In ${counted(a.parts.length, 'article')}`,
            columns: ['article', 'outlet', 'day', 'called', 'how sure', 'why'],
            rows: a.parts.map((p) => ({
              cells: [p.article, p.outlet ?? '', p.published ?? '', p.name, p.confidence.toFixed(2), p.why],
            })),
            empty: 'In no article.',
          },
        ],
  rows: (a) =>
    a.kind === 'event'
      ? a.candidates.map((e) => ({ id: e.id, day: e.day, type: e.type, reports: e.reports }))
      : a.candidates.map((c) => ({ id: c.id, name: c.name, kind: c.kind, articles: c.articles })),
  next: ({ next }) => next,
})
