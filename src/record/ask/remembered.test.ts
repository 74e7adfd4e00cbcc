import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openRecord } from '../open.ts'
import { remembered } from './remembered.ts'

const folder = mkdtempSync(join(tmpdir(), 'rubicon-remembered-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an answer is worked out once, until somebody writes into the record, and for each question', async () => {
  const path = join(folder, 'one.db')
  const writer = await openRecord(path)
  const db = await openRecord(path, { readonly: true })
  let times = 0
  const ask = (question: string) => remembered(db, [question], async () => `${question} ${++times}`)
  expect([await ask('days'), await ask('days'), await ask('span')]).toEqual(['days 1', 'days 1', 'span 2'])
  await writer.insertInto('meta').values({ name: 'note', value: 'hello' }).execute()
  expect(await ask('days')).toBe('days 3')
  await expect(remembered(db, ['bad'], async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await remembered(db, ['bad'], async () => 'good')).toBe('good')
  await db.destroy()
  // A connection that may write does not see its own writing.
  const own = () => remembered(writer, ['days'], async () => ++times)
  expect([await own(), await own()]).toEqual([4, 5])
  await writer.destroy()
})
