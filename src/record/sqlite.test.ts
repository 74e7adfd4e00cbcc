import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openRecord } from './open.ts'
import { holdsWords, indexWords, matchOf } from './sqlite.ts'

test('what a person types becomes an expression', () => {
  expect(matchOf('harsh revenge')).toBe('"harsh" AND "revenge"')
  expect(matchOf('"harsh revenge" -Trump miss*')).toBe('("harsh revenge" AND "miss" *) NOT ("Trump")')
  expect(matchOf('drone OR missile')).toBe('("drone" OR "missile")')
})

test('nothing a person types is a malformed search, and a boolean does not end the process', async () => {
  const db = await openRecord(':memory:')
  await indexWords(db, [{ id: 1, words: 'Iran’s généraux vowed revenge' }])
  const find = (query: string) =>
    db
      .selectFrom('search_doc')
      .select('id')
      .where(holdsWords(query, 'search_doc.id'))
      .where((eb) => eb.val(true))
      .execute()
  await fc.assert(
    fc.asyncProperty(fc.string(), async (query) => void (await find(query))),
    { numRuns: 200 },
  )
  await db.insertInto('search_doc').values({ id: 1, kind: 'article', ref: 1, day: '' }).execute()
  expect(await find('generaux reveng*')).toEqual([{ id: 1 }])
  await db.destroy()
})
