import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { Item } from '../intake/index.ts'
import type { openReader } from '../read/index.ts'
import { readItems } from './read-items.ts'

// These tests run the built worker: npm test builds first.
const FAKE = pathToFileURL(join(import.meta.dirname, '../../test/fake-reader.mjs')).href
const open: typeof openReader = (await import(FAKE)).openReader

const item = (text: string, n = 0): Item => ({
  from: `line ${n}`,
  form: 'json',
  content: JSON.stringify({ id: n + 1, text }),
})
async function* each(texts: readonly string[], asked: { count: number } = { count: 0 }): AsyncGenerator<Item> {
  for (const [n, text] of texts.entries()) {
    asked.count = n + 1
    yield item(text, n)
  }
}
const options = { known: {}, workers: 2 as number | null, articleSeconds: 20, openReader: open, readerModule: FAKE }

async function shown(texts: readonly string[], more: Partial<typeof options> = {}): Promise<string[]> {
  const found: string[] = []
  for await (const { from, reading, problem } of readItems(each(texts), { ...options, ...more }))
    found.push(`${from}: ${reading ? reading.article.text : problem?.message}`)
  return found
}

test('readings come in the order of the items, however long each takes', async () => {
  const texts = ['SLEEP NOW, he said.', 'Quick, she said.', 'SLEEP NOW again, he said.', 'Last, she said.']
  expect(await shown(texts)).toEqual(texts.map((text, n) => `line ${n}: ${text}`))
})

test('no reader is opened for a lone item that is refused', async () => {
  const never = () => Promise.reject(new Error('a reader was opened'))
  const outcomes = []
  for await (const outcome of readItems(each(['']), { ...options, workers: null, openReader: never }))
    outcomes.push(outcome)
  expect(outcomes.map((o) => o.problem?.message)).toEqual(['empty: there is no word in it'])
})

test('a worker that dies fails its own article only', async () => {
  const found = await shown([
    'One, he said.',
    'CRASH NOW, he said.',
    'Two, he said.',
    'FAIL NOW, he said.',
    'Three, he said.',
    'CRASH NOW.',
    'Four, he said.',
  ])
  expect(found).toEqual([
    'line 0: One, he said.',
    'line 1: the reader failed on it: the reader stopped',
    'line 2: Two, he said.',
    'line 3: the reader failed on it: the model said no',
    'line 4: Three, he said.',
    'line 5: the reader failed on it: the reader stopped',
    'line 6: Four, he said.',
  ])
})

test('a worker that takes too long is given up', async () => {
  expect(await shown(['HANG NOW, he said.', 'Two, he said.'], { articleSeconds: 1 })).toEqual([
    'line 0: the reader failed on it: it took longer than 1 s (setting articleSeconds)',
    'line 1: Two, he said.',
  ])
})

test('items are asked for only a little ahead of what is taken', async () => {
  const asked = { count: 0 }
  const texts = Array.from({ length: 500 }, (_, n) => `Item ${n}, he said.`)
  let taken = 0
  for await (const { reading } of readItems(each(texts, asked), options)) {
    expect(reading).not.toBeNull()
    taken += 1
    expect(asked.count - taken).toBeLessThanOrEqual(8)
  }
  expect(taken).toBe(500)
})

test('a reader that cannot be opened ends it all with its reason', async () => {
  await expect(shown(['One.', 'Two.'], { readerModule: 'file:///none.mjs' })).rejects.toThrow(/none\.mjs/)
})
