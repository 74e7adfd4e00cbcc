import type { Kysely } from 'kysely'
import { createIndex, createNowIndex, createTable } from './tables.ts'

/** Running counts in the order of their keys, and indexes of what holds now that answer by themselves. */
export async function inOrderOfKeys(db: Kysely<unknown>): Promise<void> {
  const n = { n: 'int' }
  const day = { scope: 'text', day: 'text', type: 'text', status: 'text' }
  const place = { scope: 'text', month: 'text', place: 'text', quad: 'int' }
  const dyad = { scope: 'text', month: 'text', way: 'text', actor: 'text', recipient: 'text', quad: 'int' }
  for (const table of ['day_total', 'place_total', 'dyad_total', 'scope_total', 'tie_voice'])
    await db.schema.dropTable(table).execute()
  await createTable(db, 'day_total', { ...day, quad: 'int', ...n }, Object.keys(day))
  await createTable(db, 'place_total', { ...place, ...n }, Object.keys(place))
  await createTable(db, 'dyad_total', { ...dyad, ...n }, Object.keys(dyad))
  await createTable(db, 'scope_total', { scope: 'text', what: 'text', ...n }, ['scope', 'what'])
  await createTable(db, 'tie_voice', { tie: 'int>tie', voice: 'text', ...n }, ['tie', 'voice'])

  await db.schema.dropIndex('event_version_rev_until_day_event_quad_type_status_country_origins').ifExists().execute()
  await createNowIndex(db, 'event_version', ['day', 'event', 'quad', 'type', 'status', 'country', 'origins'])
  await createNowIndex(db, 'event_party', ['party', 'day', 'event', 'role', 'quad', 'type'])
  await createNowIndex(db, 'event_facet', ['facet', 'day', 'event', 'quad', 'type'])
  const atPlace = ['place', 'country', 'lat', 'lon', 'origins desc', 'reports desc', 'event', 'day']
  await createNowIndex(db, 'event_version', atPlace)
  const sides = ['actor', 'recipient']
  await createNowIndex(db, 'event_dyad', ['day', ...sides, 'event', 'quad'], sides)
  // A record made between the two may lack these.
  await createIndex(db, 'event_version', ['place', 'day', 'event'])
  await createIndex(db, 'event_version', ['rev_from', 'event'])
  await createIndex(db, 'entity_actor', ['actor', 'confidence'])
  await createIndex(db, 'article', ['outlet_key', 'id'])
}
