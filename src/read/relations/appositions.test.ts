import { expect, test } from 'vitest'
import { tieInApposition } from './appositions.ts'

/** The tie of the name before the bar to the body in square brackets. */
function tie(marked: string, tailIsState = false): string | null | undefined {
  const [, between = '', after = ''] = /\|(.*)\[.*\](.*)$/.exec(marked) ?? []
  return tieInApposition(between, after, tailIsState)
}

test.each([
  ['Ana Ruiz|, an energy expert at the [Harbour Institute], said', 'member_of'],
  ['Ana Ruiz|, the director of the [Harbour Institute], said', 'leads'],
  ['Brian Okoth|, a spokesman for the [port authority], said', 'speaks_for'],
  ['Brian Okoth|, the [ministry]’s point man for Kesra, said', 'member_of'],
  ['Brian Okoth|, the [ministry]’s spokesman, said', 'speaks_for'],
  ['Brian Okoth|, a former head of the [port authority], said', null],
  ['Brian Okoth|, who was at the [port authority], said', undefined],
  ['Brian Okoth|, a friend from the [port authority], said', undefined],
])('%s → %s', (marked, expected) => expect(tie(marked)).toBe(expected))

test('an envoy for a country is not its own', () => {
  expect(tie('Brian Okoth|, the envoy for [Kenya], said', true)).toBeUndefined()
})
