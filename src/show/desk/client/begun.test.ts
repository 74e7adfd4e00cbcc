import { expect, test } from 'vitest'
import { begun } from './begun.ts'

test('the last word of a search counts as begun while it is typed', () => {
  expect(begun('harsh rev')).toBe('harsh rev*')
  expect(begun('harsh revenge ')).toBe('harsh revenge')
  expect(begun('h')).toBe('h')
  expect(begun('rev*')).toBe('rev*')
})

test('a quotation that is still open is closed, and no star stands behind it', () => {
  expect(begun('"harsh rev')).toBe('"harsh rev"')
  expect(begun('"harsh revenge" Iran')).toBe('"harsh revenge" Iran*')
})
