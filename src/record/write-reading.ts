import type { Reading } from '../codebook/index.ts'
import { resolveActors } from './actors/resolve.ts'
import { writeEvents } from './event-versions.ts'
import { joinReports, type Kept, type ToJoin } from './join/join.ts'
import type { Profile } from './join/profile.ts'
import { applyJudgements } from './judged.ts'
import { mergeEvents } from './merge-events.ts'
import { eventsOfWords, type Old, settleReread } from './reread.ts'
import type { ArticleRow, StatementRow } from './schema.ts'
import { relationRows } from './ties.ts'
import { addTo, type Totals, writeTotals } from './totals.ts'
import { type Context, reportRows, statementRows } from './unpack.ts'
import { insertAll, type Work } from './work.ts'
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
  const { tx } = work
  const entityKeys = await writeEntities(work, article, reading, readingKey)
  const parties = await resolveActors(work, article, reading, entityKeys)
  const context: Context = { work, article, reading, readingKey, parties }
  const totals: Totals = old?.totals ?? new Map()
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
  await insertAll(tx, 'relation', await relationRows(context, statements))
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
  await writeEvents(work, touched, totals)
  await writeTotals(work, totals)
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
