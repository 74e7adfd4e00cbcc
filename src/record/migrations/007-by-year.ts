import { type Kysely, sql } from 'kysely'
import { createIndex, createNowIndex } from './tables.ts'

/** Places counted by the year beside the month, so that a window of years adds up few rows; what leads a day, where, and how a tie was stated told by indexes alone. */
export async function byYear(db: Kysely<unknown>): Promise<void> {
  await sql`insert into place_total (scope, month, place, quad, n)
    select scope, substr(month, 1, 4), place, quad, sum(n) from place_total where length(month) = 7
    group by scope, substr(month, 1, 4), place, quad`.execute(db)
  const filter = ['day', 'event', 'quad', 'type', 'status', 'country', 'origins', 'rev_until']
  await db.schema.dropIndex('event_version_now_day').ifExists().execute()
  await createNowIndex(db, 'event_version', [
    ...filter,
    'reports',
    'intensity',
    'place',
    'lat',
    'lon',
    'place_precision',
  ])
  await createIndex(db, 'relation', ['tie', 'day', 'key', 'hedged', 'rev_until'])
  await db.schema.dropIndex('relation_tie_day').ifExists().execute()
}
