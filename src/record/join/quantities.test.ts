import { expect, test } from 'vitest'
import { quantitiesIn } from './quantities.ts'

test('a count is told with the thing it counts; measures are left out', () => {
  expect(quantitiesIn('The navy held 23 Somali and Yemeni pirates.')).toEqual(['pirat 23'])
  expect(quantitiesIn('It fired 15 missiles; 12 km away two American soldiers died.')).toEqual(['missil 15', 'soldy 2'])
  expect(quantitiesIn('He waited three days at the age of 59.')).toEqual([])
})
