import { expect, test } from 'vitest'
import { findWords } from './words-in-text.ts'

test('words are found across spaces and line breaks, signs taken as they are, the place nearest to the mark first', () => {
  const text = 'They met (twice).\nThey  met again; they met.'
  expect(findWords(text, 'They met', 0)).toEqual({ start: 0, end: 8 })
  expect(findWords(text, 'They met', 15)).toEqual({ start: 18, end: 27 })
  expect(findWords(text, '(twice). They', 0)).toEqual({ start: 9, end: 22 })
  expect(findWords(text, 'never met', 0)).toBeNull()
  expect(findWords(text, '  ', 0)).toBeNull()
})
