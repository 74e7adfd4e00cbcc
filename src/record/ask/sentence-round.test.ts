import { expect, test } from 'vitest'
import { sentenceRound } from './sentence-round.ts'

const text =
  'The port burned. Gen. Lind of the U.S. Navy said that “we will not leave,” and sailed.\nHis deputy disagreed. “It is over,” he told reporters. “We go home.” Nobody stayed.'
const round = (words: string): string | undefined => {
  const start = text.indexOf(words)
  return sentenceRound(text, { start, end: start + words.length })?.text
}

test('the sentence round words ends at its own full stop, not after a rank or the letters of a country', () => {
  expect(round('we will not leave')).toBe('Gen. Lind of the U.S. Navy said that “we will not leave,” and sailed.')
  expect(round('port')).toBe('The port burned.')
})

test('a quotation that brings its own full stop ends there', () => {
  expect(round('We go home.')).toBe('“We go home.”')
  expect(round('It is over')).toBe('“It is over,” he told reporters.')
})

test('a line ends a sentence, and words past the end of a text have none', () => {
  expect(round('His deputy')).toBe('His deputy disagreed.')
  expect(sentenceRound('short', { start: 2, end: 9 })).toBeNull()
})
