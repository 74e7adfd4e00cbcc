import { expect, test } from 'vitest'
import { wordsIn } from './search-terms.ts'

const lit = (text: string, query: string) => wordsIn(text, query).map(({ start, end }) => text.slice(start, end))

test('the words of a search are found whatever their case and accents', () => {
  expect(lit('Évelyne Roy met ROY; a royal evening', 'evelyne roy')).toEqual(['Évelyne', 'Roy', 'ROY'])
})

test('a phrase is one stretch, a star goes on to the end of the word, an unwanted word is not lit', () => {
  expect(lit('Harsh,\nrevenge awaits; a harsh word on revenants', '"harsh revenge" rev* -word')).toEqual([
    'Harsh,\nrevenge',
    'revenants',
  ])
  expect(lit('all of it', '-all')).toEqual([])
})
