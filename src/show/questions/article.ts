import { z } from 'zod'
import { type ArticleAnswer, getArticle } from '../../record/index.ts'
import { paging } from './inputs.ts'
import { type FlatRow, question, type Section } from './question.ts'
import { counted } from './words.ts'

export const article = question({
  name: 'article',
  help: 'One article with all that was found in it: who said what, who did what to whom, who stands where, and what people judged of it.',
  args: ['article'],
  input: z.object({
    article: z.string().min(1).max(200).describe('Its id (a…), or the id it was given'),
    at: z.coerce.number().int().min(0).optional().describe('A letter of the text to go to and light, counted from 0'),
    asOf: paging.asOf,
  }),
  example: 'rubicon ask article a0123456789ab',
  answer: getArticle,
  sections: (answer): Section[] => {
    const rows = findingRows(answer)
    const of = (kind: string) => rows.filter((r) => r.kind === kind)
    return [
      {
        title: counted(of('statement').length, 'statement'),
        columns: ['who', 'cue', 'id'],
        rows: of('statement').map((r) => ({ cells: [text(r.who), text(r.what), text(r.id)], under: [text(r.text)] })),
        empty: 'Nobody is quoted or reported in this text.',
      },
      {
        title: counted(of('event').length, 'event'),
        columns: ['who', 'whom', 'what', 'status', 'event'],
        rows: of('event').map((r) => ({
          cells: [text(r.who) || 'somebody', text(r.whom), text(r.what), text(r.status), text(r.event)],
          under: [`“${text(r.text)}”`],
        })),
        empty: 'No event was found in this text.',
      },
      {
        title: 'Judged by people',
        columns: ['when', 'by', 'what', 'of', 'id'],
        rows: answer.judgements.map((j) => ({ cells: [j.at.slice(0, 16), j.by, j.kind, j.subject, j.id] })),
        empty: 'Nobody has judged a finding of this article.',
      },
    ]
  },
  rows: findingRows,
  next: () => null,
})

/** Every statement and report of an article as one flat row, in the order of the text. */
function findingRows({ reading, events, findings }: ArticleAnswer): FlatRow[] {
  const names = new Map(reading.entities.map((e) => [e.id, e.name]))
  const listed = (ids: readonly string[]) => [...new Set(ids.map((id) => names.get(id) ?? ''))].join('; ')
  const statements = reading.attributions.map((a): FlatRow & { start: number } => ({
    kind: 'statement',
    id: findings[a.id]?.id ?? null,
    holds: findings[a.id]?.holds === false ? 0 : 1,
    start: a.content[0]?.start ?? a.source?.start ?? 0,
    end: a.content.at(-1)?.end ?? a.source?.end ?? 0,
    who: (a.speaker && names.get(a.speaker)) || (a.source?.text ?? null),
    whom: null,
    what: a.cue?.text ?? null,
    status: a.type,
    event: null,
    text: a.content.map((c) => c.text).join(' … '),
  }))
  const reports = reading.events.map((e): FlatRow & { start: number } => ({
    kind: 'event',
    id: findings[e.id]?.id ?? null,
    holds: findings[e.id]?.holds === false ? 0 : 1,
    start: e.trigger.start,
    end: e.trigger.end,
    who: listed(e.actors.map((p) => p.entity)),
    whom: listed(e.recipients.map((p) => p.entity)),
    what: findings[e.id]?.coded?.type ?? e.type,
    status: findings[e.id]?.coded?.status ?? e.status,
    event: events[e.id] ?? null,
    text: e.trigger.text,
  }))
  return [...statements, ...reports].sort((a, b) => a.start - b.start)
}

function text(cell: string | number | null | undefined): string {
  return String(cell ?? '')
}
