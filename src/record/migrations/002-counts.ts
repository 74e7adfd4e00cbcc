import type { Kysely } from 'kysely'
import { createIndex, createTable, LIVED } from './tables.ts'

/** Who tells of each event, and running counts. What they hold is worked out from the other tables once all migrations are through. */
export async function counts(db: Kysely<unknown>): Promise<void> {
  const tables = (await db.introspection.getTables()).map((table) => table.name)
  // A record of the first days may lack the table of profiles.
  if (!tables.includes('event_profile')) await createTable(db, 'event_profile', { event: 'int!>event', body: 'text' })
  await createTable(db, 'event_facet', {
    event: 'int>event',
    facet: 'text',
    day: 'text',
    type: 'text',
    quad: 'int',
    ...LIVED,
  })
  await createIndex(db, 'event_facet', ['event'])
  await createIndex(db, 'event_facet', ['facet', 'day', 'event'])
  await createIndex(db, 'event_version', ['place', 'day', 'event'])

  const n = { n: 'int' }
  const day = { scope: 'text', day: 'text', type: 'text', status: 'text' }
  const place = { scope: 'text', month: 'text', place: 'text', quad: 'int' }
  const dyad = { scope: 'text', month: 'text', way: 'text', actor: 'text', recipient: 'text', quad: 'int' }
  await createTable(db, 'day_total', { ...day, ...n }, Object.keys(day))
  await createTable(db, 'place_total', { ...place, ...n }, Object.keys(place))
  await createTable(db, 'dyad_total', { ...dyad, ...n }, Object.keys(dyad))
  await createTable(db, 'scope_total', { scope: 'text', what: 'text', ...n }, ['scope', 'what'])

  await db.schema
    .alterTable('tie_party')
    .addColumn('times', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await createIndex(db, 'tie_party', ['party', 'times'])
  await createIndex(db, 'tie_party', ['tie'])
  // What changed last, without sorting all that one revision changed.
  await createIndex(db, 'event_version', ['rev_from', 'event'])
  // An actor's least sure entities, without looking at the others.
  await createIndex(db, 'entity_actor', ['actor', 'confidence'])
  await createIndex(db, 'article', ['outlet_key', 'id'])
  await createTable(db, 'tie_voice', { tie: 'int>tie', voice: 'text', ...n }, ['tie', 'voice'])
}
