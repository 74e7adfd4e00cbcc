import { expect, test } from 'vitest'
import { readSentences } from '../text/sentences.ts'
import { isHedged } from './hedges.ts'

/** Whether the words round the [evidence] hedge it. */
function hedged(marked: string): boolean {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replace(/[[\]]/g, '')
  return isHedged(
    text,
    readSentences(text).find((s) => s.start <= start && start < s.end),
    { start, end },
  )
}

test.each([
  'The [militia is technically part of the army].',
  'The [group, believed to be backed by Iran], left.',
  'He [allegedly leads the Northern Front].',
  'She is accused of [backing the rebels].',
  'The [so-called army of Kesra] left.',
  'He is thought to [lead the group].',
  'The [envoy may speak for the rebels].',
  'It denies that it [backs the militia].',
  'The [fighters, reportedly allied with the army], left.',
])('hedged: %s', (marked) => {
  expect(hedged(marked)).toBe(true)
})

test.each([
  'The [militia is part of the army].',
  'The [Iran-backed militia] left.',
  'President [Maria Okafor of Kesra] left.',
  'He left in May. The [militia is part of the army].',
  'They allegedly shot him. The [militia is part of the army].',
  'It rained, apparently; the [militia is part of the army].',
])('said outright: %s', (marked) => {
  expect(hedged(marked)).toBe(false)
})

test('no sentence, no hedge', () => {
  expect(isHedged('reportedly his', undefined, { start: 11, end: 14 })).toBe(false)
})
