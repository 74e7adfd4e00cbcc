import { expect, test } from 'vitest'
import { openRecord } from '../open.ts'
import { lookedSince } from './last-add.ts'

/** A record with so many articles, one a minute, and a pause of a day after the first two. */
async function recordOf(articles: number) {
  const db = await openRecord(':memory:')
  const at = (i: number) => new Date(Date.UTC(2020, 0, i > 2 ? 2 : 1, 0, i)).toISOString()
  for (let first = 1; first <= articles; first += 100)
    await db
      .insertInto('revision')
      .values(
        Array.from({ length: Math.min(100, articles - first + 1) }, (_, i) => ({
          id: first + i,
          at: at(first + i),
          kind: 'reading',
          by: null,
          note: null,
        })),
      )
      .execute()
  return db
}

test('what was added in one go is what is new where no moment is given', async () => {
  const looked = await lookedSince(await recordOf(12), {}, null)
  expect(looked).toMatchObject({ from: 2, until: 12, newArticles: 10, earlier: 0, later: 0, next: null })
  expect(looked.since).toBe('2020-01-02T00:03:00.000Z')
})

test('much that is new is told in parts, the latest first, and the parts together are all of it', async () => {
  const db = await recordOf(1202)
  const parts = []
  for (let cursor: string | undefined, more = true; more; ) {
    const { next, ...looked } = await lookedSince(db, { cursor }, null)
    parts.push(looked)
    more = next !== null
    cursor = next ?? undefined
  }
  expect(parts.map(({ from, until }) => [from, until])).toEqual([
    [702, 1202],
    [202, 702],
    [2, 202],
  ])
  expect(parts.map(({ earlier, later }) => [earlier, later])).toEqual([
    [700, 0],
    [200, 500],
    [0, 1000],
  ])
  expect(parts.reduce((sum, { newArticles }) => sum + newArticles, 0)).toBe(1200)
  // Whichever part is looked at: who has looked has looked until the last change of all.
  expect(new Set(parts.map(({ now }) => now))).toEqual(new Set(['2020-01-02T20:02:00.000Z']))
})
