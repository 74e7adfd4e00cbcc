import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import {
  checkRecord,
  countDays,
  countDyads,
  countPlaces,
  type Db,
  listNetwork,
  openRecord,
  recordReading,
  recordSpan,
} from '../../src/record/index.ts'
import { first } from '../../src/record/migrations/001-first.ts'
import { sqliteDialect } from '../../src/record/sqlite.ts'
import { readingOf } from './reading-of.ts'
import { answer, daily, reprint, wire } from './stories.ts'

const at = '2020-02-01T12:00:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'rubicon-older-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Tables and indexes of the first schema, by name. */
async function firstSchema(): Promise<Set<string>> {
  const db = new Kysely<unknown>({ dialect: sqliteDialect(':memory:', { readonly: false }) })
  await first(db)
  const names = await namesIn(db)
  await db.destroy()
  return new Set(names.map(({ name }) => name))
}

async function namesIn<T>(db: Kysely<T>): Promise<{ type: string; name: string }[]> {
  const kinds = sql<{ type: string; name: string }>`select type, name from sqlite_master where sql is not null`
  return (await kinds.execute(db)).rows
}

/** Make the record what the first schema had, and what its first days lacked: no profiles. */
async function makeOlder(db: Db): Promise<void> {
  const known = await firstSchema()
  known.delete('event_profile')
  const later = (await namesIn(db)).filter(({ name }) => !known.has(name))
  for (const { name } of later.filter(({ type }) => type === 'index'))
    await sql`drop index ${sql.ref(name)}`.execute(db)
  for (const { name } of later.filter(({ type }) => type === 'table'))
    await sql`drop table ${sql.table(name)}`.execute(db)
  await sql`delete from tie_party where party = ''`.execute(db)
  await sql`alter table tie_party drop column times`.execute(db)
  await sql`update meta set value = '1' where name = 'schema'`.execute(db)
}

const answers = async (db: Db) => ({
  span: await recordSpan(db),
  dossier: await countDays(db, { dossier: 'January', outlet: 'Meridian Wire' }),
  dyads: await countDyads(db, {}),
  places: await countPlaces(db, {}),
  network: await listNetwork(db, {}),
})

test('a record of the first schema opens, answers as a new one would, and goes on joining', async () => {
  const path = join(folder, 'rubicon.db')
  const made = await openRecord(path)
  for (const story of [wire, reprint, answer]) await recordReading(made, readingOf(story), { at, dossier: 'January' })
  const before = await answers(made)
  await makeOlder(made)
  await made.destroy()

  await expect(openRecord(path, { readonly: true })).rejects.toMatchObject({ code: 'record.older-than-program' })
  const db = await openRecord(path)
  expect(await answers(db)).toEqual(before)
  expect(await checkRecord(db)).toMatchObject({ schema: 7, faults: [] })
  const { newEvents } = await recordReading(db, readingOf(daily), { at })
  expect(newEvents).toBe(0)
  await db.destroy()
})
