import { expect, test } from 'vitest'
import { mergeWith } from './merge.ts'
import { emptyProfile, type Profile } from './profile.ts'

/** A raid on one day that so many articles of one story tell of. */
function raid(articles: number): Profile {
  return {
    ...emptyProfile(),
    types: { ASSAULT: articles }, stems: { raid: articles }, reports: articles, articles, real: articles, lastArticle: articles,
    context: { tabor: articles, weir: articles }, contextSize: 2, days: [{ from: '2021-05-03', until: '2021-05-04', precision: 'day', n: articles }],
  } // biome-ignore format: one line a group
}
const merged = (a: number, b: number) =>
  mergeWith(1, [2], (event) => ({ ...raid(event === 1 ? a : b), lastArticle: event }))?.event

test('two events that agree are put together; where many articles have told them apart, that takes more', () => {
  expect(merged(1, 6)).toBe(2)
  expect(merged(6, 6)).toBeUndefined()
})
