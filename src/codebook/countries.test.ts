import { expect, test } from 'vitest'
import { countryName, countryOfNumber } from './countries.ts'

test('a country is found by its code and by its number', () => {
  expect([countryName('IRN'), countryName('CIV'), countryOfNumber('364'), countryOfNumber('004')]).toEqual([
    'Iran',
    'Ivory Coast',
    'IRN',
    'AFG',
  ])
})

test('what is no country keeps its own name, and no number', () => {
  expect([countryName('ZZZ'), countryOfNumber('999')]).toEqual(['ZZZ', undefined])
})
