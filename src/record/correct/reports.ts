import { AppError } from '../../base/index.ts'
import { countArticle } from '../dossiers.ts'
import { dossiersOf } from '../facets.ts'
import type { ReportRow, Tx } from '../schema.ts'
import { bornIn, type Work } from '../work.ts'

/** The report a person names, as it is now, and the event it is in. */
export async function currentReport(tx: Tx, id: string): Promise<ReportRow & { readonly event: number }> {
  const row = await tx
    .selectFrom('report')
    .innerJoin('report_event', (join) =>
      join.onRef('report_event.report', '=', 'report.key').on('report_event.rev_until', 'is', null),
    )
    .selectAll('report')
    .select('report_event.event')
    .where('report.id', '=', id)
    .where('report.rev_until', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('correct.no-such-finding', `no finding ${id} is in the record now`)
  return row
}

/** End a report's present version and its place in its event. */
export async function closeReport(work: Work, key: number): Promise<void> {
  const { tx, rev } = work
  const { article } = await tx.selectFrom('report').select('article').where('key', '=', key).executeTakeFirstOrThrow()
  await countFinding(work, article, 'reports', -1)
  await tx.updateTable('report').set({ rev_until: rev }).where('key', '=', key).where('rev_until', 'is', null).execute()
  await tx
    .updateTable('report_event')
    .set({ rev_until: rev })
    .where('report', '=', key)
    .where('rev_until', 'is', null)
    .execute()
}

/** Put a version of a report into force, in an event, with the parties of the version it is made from. */
export async function reopenReport(
  work: Work,
  from: ReportRow,
  changes: Partial<ReportRow>,
  event: number,
  why: string,
): Promise<number> {
  const { tx } = work
  const key = await work.keys('report', 1)
  const { event: _event, ...row } = { ...from, ...changes } as ReportRow & { event?: number }
  await tx
    .insertInto('report')
    .values({ ...row, key, ...bornIn(work) })
    .execute()
  await countFinding(work, from.article, 'reports', 1)
  const parties = await tx.selectFrom('report_party').selectAll().where('report', '=', from.key).execute()
  if (parties.length > 0)
    await tx
      .insertInto('report_party')
      .values(parties.map((p) => ({ ...p, report: key })))
      .execute()
  await tx
    .insertInto('report_event')
    .values({ report: key, event, score: 0, why, ...bornIn(work) })
    .execute()
  return key
}

/** Move reports from the events they are in to another; back come the events they left. */
export async function moveReports(work: Work, keys: readonly number[], event: number, why: string): Promise<number[]> {
  const { tx, rev } = work
  if (keys.length === 0) return []
  const left = await tx
    .selectFrom('report_event')
    .select('event')
    .where('report', 'in', keys)
    .where('rev_until', 'is', null)
    .execute()
  await tx
    .updateTable('report_event')
    .set({ rev_until: rev })
    .where('report', 'in', keys)
    .where('rev_until', 'is', null)
    .execute()
  await tx
    .insertInto('report_event')
    .values(keys.map((report) => ({ report, event, score: 0, why, ...bornIn(work) })))
    .execute()
  return [...new Set(left.map((l) => l.event))]
}

/** Count one report or statement in or out, in the record and in the dossiers of its article. */
export async function countFinding(
  work: Pick<Work, 'tx' | 'counts'>,
  article: number,
  what: 'reports' | 'statements',
  n: 1 | -1,
): Promise<void> {
  countArticle(work, (await dossiersOf(work.tx, [article])).get(article) ?? [], { [what]: n })
}
