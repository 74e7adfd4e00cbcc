import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { take } from '../src/intake/index.ts'
import { openReader, type Reader } from '../src/read/index.ts'
import { writtenOut } from './golden/written-out.ts'

const FOLDER = join(import.meta.dirname, 'golden')
const stories = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'article.txt')))

let reader: Reader
beforeAll(async () => {
  reader = await openReader()
})
afterAll(() => reader?.close())

// UPDATE_GOLDEN=1 npx vitest run test/golden.test.ts writes what is expected anew; read the diff before you commit it.
// An expectation that is missing is written too, but never in CI.
test.each(stories)('%s is read as its expected.txt says', async (story) => {
  const path = join(FOLDER, story, 'expected.txt')
  const content = readFileSync(join(FOLDER, story, 'article.txt'), 'utf8')
  const { article } = take({ from: `${story}/article.txt`, form: 'file', content })
  if (!article) throw new Error(`${story}: intake refuses the article`)
  const found = writtenOut(await reader.read(article))
  if (!process.env.CI && (process.env.UPDATE_GOLDEN === '1' || !existsSync(path))) writeFileSync(path, found)
  expect(found).toBe(existsSync(path) ? readFileSync(path, 'utf8') : 'an expected.txt, which CI never writes')
})

test('there are stories to read', () => {
  expect(stories.length).toBeGreaterThanOrEqual(6)
})
