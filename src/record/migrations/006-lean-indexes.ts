import type { Kysely } from 'kysely'
import { createIndex, createNowIndex } from './tables.ts'

/** Indexes that answer without a look at the rows: nothing but what they hold beside is different. */
export async function leanIndexes(db: Kysely<unknown>): Promise<void> {
  // A planner does not know that `rev_until` is null in them; with it they hold all that is asked.
  const now: readonly [table: string, ...columns: string[]][] = [
    ['event_version', 'day', 'event', 'quad', 'type', 'status', 'country', 'origins', 'rev_until'],
    ['event_party', 'party', 'day', 'event', 'role', 'quad', 'type', 'rev_until'],
    ['event_facet', 'facet', 'day', 'event', 'quad', 'type', 'rev_until'],
    ['event_version', 'place', 'country', 'lat', 'lon', 'origins desc', 'reports desc', 'event', 'day', 'rev_until'],
  ]
  for (const [table, ...columns] of now) {
    await db.schema.dropIndex(`${table}_now_${columns[0]}`).ifExists().execute()
    await createNowIndex(db, table, columns)
  }
  const sides = ['actor', 'recipient']
  await db.schema.dropIndex('event_dyad_now_day').ifExists().execute()
  await createNowIndex(db, 'event_dyad', ['day', ...sides, 'event', 'quad', 'rev_until'], sides)

  // Which class an exchange is of, before it is read: most is not of the one that is looked for.
  await createIndex(db, 'event_dyad', [...sides, 'day', 'event', 'quad'])
  await db.schema.dropIndex('event_dyad_actor_recipient_day_event').ifExists().execute()
  // What was known of a day by a revision. Of what holds now, the index above tells.
  await createIndex(db, 'event_version', ['day', 'rev_from', 'event'])
  await db.schema.dropIndex('event_version_day_event').ifExists().execute()
  await createIndex(db, 'judgement', ['subject'])
}
