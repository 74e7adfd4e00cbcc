import type { Db, StatementRow } from '../schema.ts'
import type { Named } from './actors.ts'
import { alive } from './common.ts'
import { reportParties } from './report-parties.ts'
import { sentenceRound } from './sentence-round.ts'
import { type StatementSummary, tellStatements } from './tell-statements.ts'

/** A stretch of an article that carries part of a statement. */
type SaidLit = { readonly start: number; readonly end: number; readonly role: 'source' | 'cue' | 'content' }

/** An event that a statement tells of or is: a threat, a demand; or what it says was done. */
type Tells = {
  readonly type: string
  readonly quadClass: number
  readonly status: string
  /** True where the saying itself is the event: "threatened to". */
  readonly itself: boolean
}

/** A statement with its whole sentence, what it tells of and whom it is about. */
export type ToldStatement = StatementSummary & {
  readonly sentence: { readonly start: number; readonly end: number; readonly text: string } | null
  /** Who speaks, the word for it and what is said, where they stand in the sentence. */
  readonly lit: readonly SaidLit[]
  readonly tells: readonly Tells[]
  readonly about: readonly Named[]
}

/** Statements as a page tells them: in their sentences, with what they tell of and whom they are about. */
export async function tellWhole(db: Db, rows: readonly StatementRow[], rev: number | null): Promise<ToldStatement[]> {
  if (rows.length === 0) return []
  const told = await tellStatements(db, rows, rev)
  const articles = [...new Set(rows.map((r) => r.article))]
  const texts = new Map(
    (
      await db
        .selectFrom('article')
        .innerJoin('article_text', 'article_text.hash', 'article.text_hash')
        .select(['article.id', 'text'])
        .where('article.id', 'in', articles)
        .execute()
    ).map((a) => [a.id, a.text]),
  )
  const reports = await reportsIn(db, articles, rev)
  const inside = rows.map((row) => reports.filter((r) => r.reading === row.reading && isOf(row, r)))
  const parties = await partiesIn(db, inside.flat(), rev)
  return told.map((summary, i) => {
    const [row, own] = [rows[i] as StatementRow, inside[i] as Report[]]
    const sentence = sentenceRound(texts.get(row.article) ?? '', row)
    return {
      ...summary,
      sentence,
      lit: sentence ? litIn(sentence, row) : [],
      tells: tellsOf(row, own),
      about: aboutOf(own, parties, summary.speaker),
    }
  })
}

type Report = Awaited<ReturnType<typeof reportsIn>>[number]

async function reportsIn(db: Db, articles: readonly number[], rev: number | null) {
  return db
    .selectFrom('report')
    .select(['key', 'reading', 'type', 'quad', 'status', 'trigger', 'said_by'])
    .select(['trigger_start', 'trigger_end', 'sentence_start', 'sentence_end'])
    .where('article', 'in', articles)
    .where(alive('report', rev))
    .orderBy('trigger_start')
    .execute()
}

/** Whether an event is told of in a statement, or is the saying itself. */
function isOf(row: StatementRow, report: Report): boolean {
  return (
    report.said_by.split(' ').includes(row.local) ||
    (report.trigger_start >= row.start && report.trigger_end <= row.end) ||
    isItself(row, report)
  )
}

function isItself(row: StatementRow, { trigger, trigger_start, sentence_start, sentence_end }: Report): boolean {
  const outside = trigger_start < row.start || trigger_start >= row.end
  return outside && sentence_start <= row.start && sentence_end > row.start && (row.cue?.includes(trigger) ?? false)
}

function tellsOf(row: StatementRow, reports: readonly Report[]): Tells[] {
  const found = new Map<string, Tells>()
  for (const report of reports) {
    const { type, quad: quadClass, status } = report
    const itself = isItself(row, report)
    const before = found.get(type)
    if (!before || (itself && !before.itself)) found.set(type, { type, quadClass, status, itself })
  }
  return [...found.values()].sort((a, b) => Number(b.itself) - Number(a.itself))
}

async function partiesIn(db: Db, reports: readonly Report[], rev: number | null): Promise<Map<number, Named[]>> {
  const found = new Map<number, Named[]>()
  const keys = [...new Set(reports.map((r) => r.key))]
  for (const { report, party } of await reportParties(db, keys, rev))
    found.set(report, [...(found.get(report) ?? []), party])
  return found
}

/** The parties of the events in it, each once; who speaks is not told again. */
function aboutOf(
  reports: readonly Report[],
  parties: ReadonlyMap<number, readonly Named[]>,
  speaker: Named | null,
): Named[] {
  const all = new Map(reports.flatMap((r) => parties.get(r.key) ?? []).map((n) => [n.id, n]))
  if (speaker) all.delete(speaker.id)
  return [...all.values()]
}

type Stretch = { readonly start: number; readonly end: number; readonly text: string }

/** The pieces of what is said by their letters; source and cue where their words stand nearest to it. */
function litIn(sentence: Stretch, row: StatementRow): SaidLit[] {
  const content = (JSON.parse(row.spans) as [number, number][]).map(
    ([start, end]): SaidLit => ({ start, end, role: 'content' }),
  )
  const near = (words: string | null, role: 'source' | 'cue'): SaidLit[] => {
    const start = words ? nearestTo(sentence, words, row) : -1
    return words && start >= 0 ? [{ start, end: start + words.length, role }] : []
  }
  const kept: SaidLit[] = []
  for (const one of [...content, ...near(row.cue, 'cue'), ...near(row.source, 'source')])
    if (!kept.some((k) => k.start < one.end && one.start < k.end)) kept.push(one)
  return kept.filter((k) => k.start >= sentence.start && k.end <= sentence.end).sort((a, b) => a.start - b.start)
}

/** Where words stand in a sentence outside of what is said, as near to it as may be; -1 where they do not. */
function nearestTo(sentence: Stretch, words: string, row: StatementRow): number {
  const far = (at: number): number => (at < row.start ? row.start - at : at - row.end + 1)
  let best = -1
  for (let i = sentence.text.indexOf(words); i >= 0; i = sentence.text.indexOf(words, i + 1)) {
    const at = sentence.start + i
    const outside = at + words.length <= row.start || at >= row.end
    if (outside && (best < 0 || far(at) < far(best))) best = at
  }
  return best
}
