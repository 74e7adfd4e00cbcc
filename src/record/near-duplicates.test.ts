import { expect, test } from 'vitest'
import {
  bandsOf,
  containmentOf,
  marksOf,
  SHARED_MARKS,
  SHORTENED,
  signatureOf,
  similarityOf,
} from './near-duplicates.ts'

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

const wire = Array.from(
  { length: 40 },
  (_, i) => `The ${['mayor', 'harbour', 'council', 'river'][i % 4]} of town ${i * 13} waits for ship number ${i * 31}.`,
)

test('a copy shortened to a quarter is found by the marks it keeps, and holds mostly what the whole has', () => {
  const short = `Evening Star: ships awaited. ${wire.slice(0, 10).join(' ')} In other news it rained all day on the hills.`
  const marks = new Set(marksOf(wire.join(' ')))
  expect(marksOf(short).filter((mark) => marks.has(mark)).length).toBeGreaterThanOrEqual(SHARED_MARKS)
  expect(containmentOf(short, wire.join(' '))).toBeGreaterThan(SHORTENED)
  expect(containmentOf(short, other.join(' '))).toBe(0)
})

test('a speech quoted whole makes no copy of the speech', () => {
  const speech = wire.slice(0, 20).join(' ')
  expect(containmentOf(speech, `She said: “${speech}” Then she left. ${other.join(' ')}`)).toBe(0)
})
