import { expect, test } from 'vitest'
import { typeByWords } from './type-by-words.ts'

test.each([
  ['Hundreds [marched] to the square.', 'PROTEST'],
  ['They [burned] American flags.', 'PROTEST'],
  ['They [burned] the portraits of the two generals.', 'PROTEST'],
  ['The EU [hit] two ministers with sanctions.', 'SANCTION'],
  ['A shell [hit] two ministers.', null],
  ['Soldiers [burned] the village.', null],
  ['The ministry [rebutted] the claim.', 'REJECT'],
  ['He rejected [arguments] that the army had lied.', 'ACCUSE'],
  ['He heard the [arguments] of both.', null],
  ['Rebels [attacked] a march.', null],
])('%s → %s', (marked, expected) => {
  const text = marked.replace('[', '').replace(']', '')
  expect(typeByWords(text, { start: marked.indexOf('['), end: marked.indexOf(']') - 1 })).toBe(expected)
})
