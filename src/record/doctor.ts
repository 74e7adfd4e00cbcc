import { MIGRATIONS } from './migrations.ts'
import { schemaOf } from './open.ts'
import { recount } from './recount.ts'
import type { Db } from './schema.ts'
import { faultsOfFile } from './sqlite.ts'

export type Health = {
  readonly schema: number
  /** Running counts that were wrong and are right now. */
  readonly mended: number
  readonly faults: readonly string[]
  readonly counts: Readonly<Record<string, number>>
}

const COUNTED = [
  'article',
  'reading',
  'report',
  'event',
  'statement',
  'relation',
  'actor',
  'judgement',
  'revision',
] as const

/**
 * What is in a record and what is wrong with it: the file itself, rows that point nowhere, what the joining promises, and the
 * running counts, which `repair` puts right.
 */
export async function checkRecord(db: Db, options: { readonly repair?: boolean } = {}): Promise<Health> {
  const repair = options.repair ?? false
  const faults = await faultsOfFile(db)
  const twice = await db
    .selectFrom('event_version')
    .select('event')
    .where('rev_until', 'is', null)
    .groupBy('event')
    .having((eb) => eb(eb.fn.countAll<number>(), '>', 1))
    .execute()
  faults.push(...twice.map(({ event }) => `event ${event} has two current versions`))
  const loose = await db
    .selectFrom('report')
    .leftJoin('report_event', (join) =>
      join.onRef('report_event.report', '=', 'report.key').on('report_event.rev_until', 'is', null),
    )
    .select('report.id')
    .where('report.rev_until', 'is', null)
    .where('report_event.event', 'is', null)
    .limit(20)
    .execute()
  faults.push(...loose.map(({ id }) => `report ${id} is in no event`))
  const { rows, told } = await recount(db, { repair })
  if (!repair) faults.push(...told, ...(rows > told.length ? [`and ${rows - told.length} counts more`] : []))
  const counts: Record<string, number> = {}
  for (const table of COUNTED) {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirst()
    counts[table] = Number(row?.n ?? 0)
  }
  return {
    schema: await schemaOf(db),
    mended: repair ? rows : 0,
    faults: (await schemaOf(db)) === MIGRATIONS.length ? faults : [...faults, 'the schema is not the newest'],
    counts,
  }
}
