import type { Reading } from '../codebook/index.ts'
import { resolveActors } from './actors/resolve.ts'
import { countArticle } from './dossiers.ts'
import { writeEvents } from './event-versions.ts'
import { dossiersOf, facetsOfReport } from './facets.ts'
import { type Joined, joinReports, type Kept, type ToJoin } from './join/join.ts'
import type { Profile } from './join/profile.ts'
import { applyJudgements } from './judged.ts'
import { mergeEvents } from './merge-events.ts'
import { eventsOfWords, type Old, settleReread } from './reread.ts'
import type { ArticleRow, ReportRow, StatementRow } from './schema.ts'
import { countTies, relationRows } from './ties.ts'
import { addTo } from './totals.ts'
import { type Context, reportRows, statementRows } from './unpack.ts'
import { insertAll, type Totals, type Work } from './work.ts'
import { indexEvents, indexStatements, partyRows, writeAbout, writeEntities } from './write-rows.ts'

type ToWrite = {
  readonly article: ArticleRow
  readonly reading: Reading
  readonly readingKey: number
  readonly old: Old | undefined
}

/** Write all that a reading found, join its reports to events, and draw the events it touched anew. */
export async function writeReading(
  work: Work,
  kept: Kept,
  { article, reading, readingKey, old }: ToWrite,
): Promise<{ reports: number; newEvents: number }> {
  const { tx, totals } = work
  const entityKeys = await writeEntities(work, article, reading, readingKey)
  const parties = await resolveActors(work, article, reading, entityKeys)
  const context: Context = { work, article, reading, readingKey, parties }
  if (!old) addTo(totals, `o:${article.outlet_key}`, 'articles')

  const statements = statementRows(context, await work.keys('statement', reading.attributions.length))
  const root =
    article.dup_of === null
      ? article
      : await tx
          .selectFrom('article')
          .select(['outlet_key', 'author'])
          .where('id', '=', article.dup_group)
          .executeTakeFirstOrThrow()
  const made = reportRows(context, root, await work.keys('report', reading.events.length))
  const { reports, dropped } = await applyJudgements(work, made)
  await insertAll(tx, 'statement', statements)
  await writeAbout(work, context, statements)
  await insertAll(
    tx,
    'report',
    reports.map((r) => r.row),
  )
  await insertAll(
    tx,
    'report_party',
    reports.flatMap(({ row }) => partyRows(row, reading, entityKeys)),
  )
  const relations = await relationRows(context, statements)
  await insertAll(tx, 'relation', relations)
  await countTies(work, article.outlet_key, relations, 1)
  await indexStatements(work, context, statements)

  const touched = old?.touched ?? new Map<number, Profile>()
  const toJoin: ToJoin[] = reports
    .filter((r) => !dropped.has(r.row.key))
    .map(({ row, features }) => ({ id: row.id, features, before: old ? eventsOfWords(old, row) : [] }))
  const joined = await mergeEvents(work, kept, await joinReports(work, kept, toJoin, touched), touched)
  await indexEvents(
    work,
    context,
    joined.filter((j) => j.fresh),
    reports.map((r) => r.row),
  )
  count(totals, article, statements, toJoin)
  const dossiers = (await dossiersOf(tx, [article.id])).get(article.id) ?? []
  countArticle(work, dossiers, {
    ...(!old && { articles: 1 }),
    reports: toJoin.length,
    statements: statements.length,
    [`reader:${reading.reader}`]: 1,
  })
  // Where reports left an event, or events were put together, who tells of each is worked out anew.
  const grown = !old && [...touched.values()].every((profile) => profile.reports > 0)
  await writeEvents(work, touched, grown ? toldBy(context, reports, joined, dossiers) : undefined)
  if (old)
    await settleReread(
      work,
      old,
      joined,
      reports.map((r) => r.row),
      touched,
    )
  return { reports: toJoin.length, newEvents: joined.filter((j) => j.fresh).length }
}

function toldBy(
  context: Context,
  reports: readonly { readonly row: ReportRow }[],
  joined: readonly Joined[],
  dossiers: readonly number[],
): Map<number, string[]> {
  const locals = new Map(reports.map(({ row }) => [row.key, row.local]))
  const told = new Map<number, string[]>()
  for (const { report, event } of joined) {
    const facets = facetsOfReport(context, locals.get(report) ?? '', dossiers)
    told.set(event, [...(told.get(event) ?? []), ...facets])
  }
  return told
}

function count(
  totals: Totals,
  article: ArticleRow,
  statements: readonly StatementRow[],
  reports: readonly ToJoin[],
): void {
  const outlet = `o:${article.outlet_key}`
  addTo(totals, outlet, 'statements', statements.length)
  addTo(totals, outlet, 'anonymous', statements.filter((s) => s.anonymous === 1).length)
  addTo(totals, outlet, 'reports', reports.length)
  for (const s of statements) if (s.speaker !== null && s.anonymous === 0) addTo(totals, `s:${s.speaker}`, 'statements')
  for (const r of reports) if (r.features.origin.startsWith('s:')) addTo(totals, r.features.origin, 'reports')
}
