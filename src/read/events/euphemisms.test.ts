import { expect, test } from 'vitest'
import { documentOf } from '../../../test/document-of.ts'
import { readEuphemisms } from './euphemisms.ts'

test.each([
  ['“We are removing senior militia leaders,” he said.', 'removing'],
  ['The strike took out two commanders.', 'took out'],
  ['He was removed from the battlefield.', 'removed'],
  ['Troops neutralised 14 fighters.', 'neutralised'],
  ['The board removed two leaders from office.', undefined],
  ['Workers removed rubble from the road.', undefined],
  ['She took out a loan.', undefined],
  ['Crowds burned photos of the general.', 'burned'],
  ['Crowds burned a truck.', undefined],
])('%s → %s', (text, expected) => {
  const [first] = readEuphemisms(documentOf(text).doc)
  expect(first && text.slice(first.start, first.end)).toBe(expected)
})
