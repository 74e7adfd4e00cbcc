import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rulesOf } from './rules.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rubicon-rules-'))
  await mkdir(join(folder, 'facts'))
  await writeFile(join(folder, 'reader.js'), 'one')
  await writeFile(join(folder, 'facts', 'words.json'), 'two')
})
afterEach(() => rm(folder, { recursive: true }))

const rules = async (): Promise<string> => Buffer.concat(await rulesOf(folder)).toString()

test('code and tables count, in one order, and a change of either shows', async () => {
  expect(await rules()).toBe('twoone')
  await writeFile(join(folder, 'facts', 'words.json'), 'TWO')
  expect(await rules()).toBe('TWOone')
})

test('tests, types and maps do not', async () => {
  for (const name of ['reader.test.ts', 'reader.d.ts', 'reader.js.map']) await writeFile(join(folder, name), 'no')
  expect(await rules()).toBe('twoone')
})

test('the reader counts its own rules', async () => {
  expect((await rulesOf()).length).toBeGreaterThan(50)
})
