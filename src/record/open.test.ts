import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkRecord } from './doctor.ts'
import { openRecord } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'rubicon-open-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a record is made, closed, and opened again as it was', async () => {
  const path = join(folder, 'one.db')
  await (await openRecord(path)).destroy()
  const db = await openRecord(path, { readonly: true })
  expect(await checkRecord(db)).toMatchObject({ schema: 4, faults: [], counts: { article: 0 } })
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
