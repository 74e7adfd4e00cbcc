import { expect, test } from 'vitest'
import { tellingWords } from './features.ts'

const numbersOf = (sentence: string) => [...tellingWords(sentence).keys()].filter((word) => /\d/.test(word))

test('a number that names or dates something counts nothing', () => {
  const found = numbersOf('KORVA, Jan. 14 - The Vessel 737 sank off Route 94 at 15:30 on 18 March')
  expect(found).toEqual(['#14', '#737', '#94', '#15', '#30', '#18'])
})

test('a number that counts stays one', () => {
  expect(numbersOf('the ferry sank with 176 aboard and 12 boats came')).toEqual(['176', '12'])
  expect(numbersOf('Navy Holds 23 Korvan Pirates')).toEqual(['23'])
})
