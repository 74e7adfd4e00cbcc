import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { checkRecord } from './doctor.ts'
import { first } from './migrations/001-first.ts'
import { counts } from './migrations/002-counts.ts'
import { inOrderOfKeys } from './migrations/003-in-order.ts'
import { byWeek } from './migrations/005-by-week.ts'
import { leanIndexes } from './migrations/006-lean-indexes.ts'
import { openRecord } from './open.ts'
import { sqliteDialect } from './sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'rubicon-open-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a record is made, closed, and opened again as it was', async () => {
  const path = join(folder, 'one.db')
  await (await openRecord(path)).destroy()
  const db = await openRecord(path, { readonly: true })
  expect(await checkRecord(db)).toMatchObject({ schema: 7, faults: [], counts: { article: 0 } })
  await db.destroy()
})

test('a record of a newer program is refused', async () => {
  const path = join(folder, 'newer.db')
  const db = await openRecord(path)
  await db.updateTable('meta').set({ value: '99' }).where('name', '=', 'schema').execute()
  await db.destroy()
  await expect(openRecord(path)).rejects.toMatchObject({ code: 'record.newer-than-program' })
})

test('a file that is no record, and one that is not there, are named', async () => {
  const path = join(folder, 'letter.db')
  writeFileSync(path, 'Dear Sir, this is no database at all. '.repeat(50))
  await expect(openRecord(path)).rejects.toMatchObject({ code: 'record.not-a-record' })
  await expect(openRecord(join(folder, 'none.db'), { readonly: true })).rejects.toMatchObject({
    code: 'record.missing',
  })
})

test('a record of the schema before gets the indexes of a new one, and is not counted anew', async () => {
  const path = join(folder, 'older.db')
  const older = new Kysely<unknown>({ dialect: sqliteDialect(path, { readonly: false }) })
  for (const migrate of [first, counts, inOrderOfKeys, byWeek]) await migrate(older)
  await sql`insert into meta values ('schema', '5')`.execute(older)
  await sql`insert into scope_total values ('', 'events', 7)`.execute(older)
  await older.destroy()
  const indexesOf = async (db: Awaited<ReturnType<typeof openRecord>>) =>
    (
      await sql<{ sql: string }>`select sql from sqlite_master where type = 'index' and sql > '' order by sql`.execute(
        db,
      )
    ).rows
  const [db, fresh] = [await openRecord(path), await openRecord(':memory:')]
  expect(await indexesOf(db)).toEqual(await indexesOf(fresh))
  expect(await db.selectFrom('scope_total').selectAll().execute()).toEqual([{ scope: '', what: 'events', n: 7 }])
  await db.destroy()
})

test('places of a record from before years were counted are counted by year from its months', async () => {
  const path = join(folder, 'months.db')
  const older = new Kysely<unknown>({ dialect: sqliteDialect(path, { readonly: false }) })
  for (const migrate of [first, counts, inOrderOfKeys, byWeek, leanIndexes]) await migrate(older)
  await sql`insert into meta values ('schema', '6')`.execute(older)
  await sql`insert into place_total values ('', '', 'Basra', 4, 5), ('', '2019-12', 'Basra', 4, 2), ('', '2020-01', 'Basra', 4, 1),
    ('', '2020-02', 'Basra', 4, 2), ('', '2020-02', 'Basra', 1, 1), ('d:1', '2020-02', 'Basra', 4, 1), ('party:IRQ', '', 'Basra', 4, 1)`.execute(
    older,
  )
  await older.destroy()
  const db = await openRecord(path)
  const years = await db.selectFrom('place_total').selectAll().where('month', 'like', '____').execute()
  expect(years.map((row) => `${row.scope} ${row.month} ${row.quad}: ${row.n}`)).toEqual([
    ' 2019 4: 2',
    ' 2020 1: 1',
    ' 2020 4: 3',
    'd:1 2020 4: 1',
  ])
  await db.destroy()
})
