import { expect, test } from 'vitest'
import { topParties } from './top-parties.ts'

const party = (actor: number, n: number, country: string | null = null) => ({ actor, n, country, kind: 'group' })

test('who has a name comes first, then whose country is known, then the one most reports give', () => {
  expect(
    topParties({ 'w:convoy': party(1, 9), 'w:gunman': party(2, 3, 'IRQ'), '30': party(3, 1), '40': party(4, 2) }),
  ).toBe('4 3 2 1')
})

test('"another", "two more" and "15 dead" are nobody', () => {
  expect(
    topParties({
      'w:anoth': party(1, 2),
      'w:mor': party(2, 2),
      'w:dead': party(3, 5),
      'w:15': party(4, 1),
      'w:medic': party(5, 1),
    }),
  ).toBe('5')
})

test('at most six are told', () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i + 1), party(i + 1, 1)]))
  expect(topParties(many).split(' ')).toHaveLength(6)
})
