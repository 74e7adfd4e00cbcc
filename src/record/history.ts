import { AppError } from '../base/index.ts'
import type { Db } from './schema.ts'

/** A row of the record with when it came and when it ended; `until` null: it still holds. */
export type HistoryRow = {
  readonly table: string
  readonly from: string | null
  readonly until: string | null
  readonly row: Readonly<Record<string, unknown>>
}

/** Every row that ever held of one thing, in the order they came: together they explain each of its values. */
export async function historyOf(db: Db, id: string): Promise<HistoryRow[]> {
  const rows = await rowsOf(db, id)
  if (rows.length === 0) throw new AppError('record.nothing', `nothing called ${id} is in the record`)
  const revisions = rows.flatMap(({ row }) =>
    [row.rev_from, row.rev_until, row.rev].filter((r): r is number => typeof r === 'number'),
  )
  const at = new Map(
    (
      await db
        .selectFrom('revision')
        .select(['id', 'at'])
        .where('id', 'in', [...new Set(revisions)])
        .execute()
    ).map((r) => [r.id, r.at]),
  )
  const when = (rev: unknown) => (typeof rev === 'number' ? (at.get(rev) ?? null) : null)
  return rows
    .map(({ table, row }) => ({ table, from: when(row.rev_from ?? row.rev), until: when(row.rev_until), row }))
    .sort((a, b) => Number(a.row.rev_from ?? a.row.rev) - Number(b.row.rev_from ?? b.row.rev))
}

type Row = { readonly table: string; readonly row: Record<string, unknown> }

async function rowsOf(db: Db, id: string): Promise<Row[]> {
  const tagged = (table: string, rows: readonly object[]): Row[] =>
    rows.map((row) => ({ table, row: row as Record<string, unknown> }))
  const judged = tagged(
    'judgement',
    await db
      .selectFrom('judgement')
      .selectAll()
      .where((eb) => eb.or([eb('subject', '=', id), eb('public_id', '=', id)]))
      .execute(),
  )
  if (id.startsWith('v')) {
    const event = await db.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirst()
    if (!event) return judged
    const { key } = event
    const tables = ['event_version', 'event_party', 'event_end', 'dispute', 'report_event'] as const
    const rows = await Promise.all(
      tables.map(async (table) =>
        tagged(
          table,
          await db
            .selectFrom(table as 'event_version')
            .selectAll()
            .where('event', '=', key)
            .execute(),
        ),
      ),
    )
    return [...tagged('event', [event]), ...rows.flat(), ...judged]
  }
  if (id.startsWith('x')) {
    const actor = await db.selectFrom('actor').selectAll().where('public_id', '=', id).executeTakeFirst()
    if (!actor) return judged
    const tables = ['actor_profile', 'actor_name', 'actor_merge', 'entity_actor'] as const
    const rows = await Promise.all(
      tables.map(async (table) =>
        tagged(
          table,
          await db
            .selectFrom(table as 'actor_profile')
            .selectAll()
            .where('actor', '=', actor.id)
            .execute(),
        ),
      ),
    )
    return [...tagged('actor', [actor]), ...rows.flat(), ...judged]
  }
  if (id.startsWith('s'))
    return [
      ...tagged('statement', await db.selectFrom('statement').selectAll().where('id', '=', id).execute()),
      ...judged,
    ]
  if (id.startsWith('k'))
    return [
      ...tagged('relation', await db.selectFrom('relation').selectAll().where('id', '=', id).execute()),
      ...judged,
    ]
  const reports = await db.selectFrom('report').selectAll().where('id', '=', id).execute()
  const places =
    reports.length === 0
      ? []
      : await db
          .selectFrom('report_event')
          .selectAll()
          .where(
            'report',
            'in',
            reports.map((r) => r.key),
          )
          .execute()
  return [...tagged('report', reports), ...tagged('report_event', places), ...judged]
}
