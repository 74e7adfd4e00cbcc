import { expect, test } from 'vitest'
import { acronymOf, isGeneric, likeness, personWords, skeletonOf } from './names.ts'

test.each([
  ['Soleimani', 'Suleimani'],
  ['Soleimani', 'Sulaymani'],
  ['Muhandis', 'Mohandes'],
  ["Kata'ib", 'Kataib'],
  ['Hezbollah', 'Hizbullah'],
  ['Khamenei', 'Khameini'],
  ['Gaddafi', 'Qaddafi'],
])('%s and %s are looked up together and are alike', (a, b) => {
  const [left, right] = [a, b].map((name) => personWords(name)[0] ?? '')
  expect(skeletonOf(left ?? '')).toBe(skeletonOf(right ?? ''))
  expect(likeness(left ?? '', right ?? '')).toBeGreaterThanOrEqual(0.72)
})

test.each([
  ['Salman', 'Suleiman'],
  ['Rouhani', 'Rahmani'],
  ['Khan', 'Kahn'],
])('%s and %s are two names', (a, b) => {
  expect(likeness(a.toLowerCase(), b.toLowerCase())).toBeLessThan(0.72)
})

test('titles are no part of a name, and a name of common words alone says nothing', () => {
  expect(personWords('Maj. Gen. Qassem Soleimani')).toEqual(['maj', 'qassem', 'soleimani'].slice(1))
  expect(isGeneric('the Foreign Ministry')).toBe(true)
  expect(isGeneric('Kataib Hezbollah')).toBe(false)
  expect(acronymOf('Islamic Revolutionary Guard Corps')).toBe('irgc')
})
