import { expect, test } from 'vitest'
import { bandsOf, signatureOf, similarityOf } from './near-duplicates.ts'

const story = Array.from(
  { length: 60 },
  (_, i) => `Sentence ${i} tells of the ${['march', 'vote', 'strike', 'talks'][i % 4]} in district ${i * 7}.`,
)
const other = Array.from(
  { length: 60 },
  (_, i) => `In round ${i * 3} the ${['goalkeeper', 'referee', 'striker'][i % 3]} ran ${i} metres.`,
)

function shareBand(a: Uint32Array, b: Uint32Array): boolean {
  const bands = new Set(bandsOf(a))
  return bandsOf(b).some((band) => bands.has(band))
}

test('a reprint that is cut and has another headline is found', () => {
  const [whole, cut] = [
    signatureOf(story.join(' ')),
    signatureOf(`Herald: a day of unrest. ${story.slice(0, 50).join(' ')}`),
  ]
  expect(shareBand(whole, cut)).toBe(true)
  expect(similarityOf(whole, cut)).toBeGreaterThan(0.6)
})

test('another story is not', () => {
  expect(similarityOf(signatureOf(story.join(' ')), signatureOf(other.join(' ')))).toBeLessThan(0.1)
})
