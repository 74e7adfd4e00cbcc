import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modelFile, modelFiles } from '../../../test/fast-model.ts'
import { EVENT_TYPES, PLOVER, RELATION_TYPES, STATUSES } from '../../codebook/index.ts'
import { readSentences } from '../text/sentences.ts'
import { openLinker } from './links.ts'
import { type Network, openNetwork } from './network.ts'

/** What the Python side gave for a text; offsets count code points, the first and last piece are [CLS] and [SEP]. */
type Parity = {
  readonly text: string
  readonly ids: readonly number[]
  readonly cases: readonly number[]
  readonly offsets: readonly (readonly [number, number])[]
  readonly tags: readonly number[]
  readonly fp32: readonly number[]
  readonly pairs: readonly number[]
  readonly status: readonly number[]
  readonly modes: readonly number[]
}

// int8 kernels round differently from one kind of processor to another, so logits drift by some hundredths, at worst
// tenths; a wrong row, order or weight is off by whole units. The mean is held tighter than any one score.
const EACH = 0.5
const MEAN = 0.05
// What lies beyond is 0.03 % from 0 or 1, where a probability in 32 bits no longer tells logits apart.
const FAR = 8

let lines: Parity[]
let network: Network
beforeAll(async () => {
  lines = modelFile('parity.jsonl')
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  network = await openNetwork(modelFiles())
})
afterAll(() => network?.close())

const clamp = (x: number): number => Math.max(-FAR, Math.min(FAR, x))

function expectClose(ours: readonly number[], theirs: readonly number[]): void {
  expect(ours.length).toBe(theirs.length)
  const gaps = ours.map((x, i) => Math.abs(x - (theirs[i] as number)))
  expect(Math.max(...gaps)).toBeLessThan(EACH)
  expect(gaps.reduce((a, b) => a + b, 0) / gaps.length).toBeLessThan(MEAN)
}

describe('the same text gives the same numbers as in Python', () => {
  test('pieces: rows, offsets and how words are written, to the letter', () => {
    expect(lines.length).toBeGreaterThanOrEqual(6)
    for (const { text, ids, cases, offsets } of lines) {
      const unit = (codePoint: number): number => [...text].slice(0, codePoint).join('').length
      const pieces = network.pieces.split(text)
      expect([network.pieces.start, ...pieces.map((p) => p.id), network.pieces.stop]).toEqual(ids)
      expect([0, ...pieces.map((p) => p.case), 0]).toEqual(cases)
      expect(pieces.map((p) => [p.start, p.end])).toEqual(offsets.map(([a, b]) => [unit(a), unit(b)]))
    }
  })

  test('tags, links, statuses and modes', async () => {
    const wide = network.card.tags.length
    for (const { text, tags, pairs, status, modes } of lines) {
      const scores = await network.score(text, readSentences(text))
      const logits = [...scores.tags].map((p) => clamp(Math.log(p / (1 - p))))
      expectClose(logits, tags.slice(wide, -wide).map(clamp))

      // Window pieces count [CLS], ours do not: 1..2 is 0..1 here.
      const linker = openLinker(network, scores)
      const [a, b] = [
        { first: 0, last: 1 },
        { first: 2, last: 2 },
      ]
      expectClose([...linker.pair(a, b), ...linker.pair(b, a)], pairs)
      const [x, y] = [linker.trigger(a), linker.trigger(b)]
      expectClose([...x.status, ...y.status], status)
      expectClose([...x.mode, ...y.mode], modes)
    }
  })

  test('rounding the weights to 8 bits moves few decisions', () => {
    const pairs = lines.flatMap((l) => l.tags.map((x, i) => [x, l.fp32[i] as number] as const))
    const other = pairs.filter(([x, y]) => x > 0 !== y > 0)
    expect(other.length / pairs.length).toBeLessThan(0.01)
  })
})

test('the card speaks the codebook’s words, in its order', () => {
  const { card } = network
  const tags = card.tags.map((t) => t.name)
  expect(EVENT_TYPES.filter((t) => !tags.includes(t))).toEqual([])
  expect(card.statuses).toEqual([...STATUSES])
  expect(RELATION_TYPES.filter((t) => !card.links.includes(t))).toEqual([])
  for (const type of EVENT_TYPES)
    for (const mode of Object.keys(PLOVER[type].modes)) expect(card.modes).toContain(`${type}:${mode}`)
  expect(card.tags.filter((t) => !card.ends.some((e) => e.name === t.end))).toEqual([])
})

test('a long text is scored in windows as if each had been read alone', async () => {
  const sentence = 'Rebels shelled the town of Kesra on Monday, the army said. '
  const text = sentence.repeat(40)
  const scores = await network.score(text, readSentences(text))
  const wide = network.card.tags.length
  const cue = network.card.tags.findIndex((t) => t.name === 'cue')
  const said = scores.pieces.flatMap((p, i) =>
    text.slice(p.start, p.end) === 'said' ? [scores.tags[i * wide + cue] as number] : [],
  )
  expect(said.length).toBe(40)
  expect(Math.min(...said)).toBeGreaterThan(0.5)
})

test('a page of marks is not read, and nothing is found in it', async () => {
  const text = '中文 said “中文” '.repeat(40)
  const { tags } = await network.score(text, readSentences(text))
  expect(Math.max(...tags)).toBeLessThan(0.001)
})

test('two texts scored at once, and in room that others left, come out as each alone', async () => {
  const texts = [
    'The army shelled the town of Kesra on Monday.',
    '“We will stay,” Maria Okafor told reporters. '.repeat(20),
  ]
  const score = async (text: string) => network.score(text, readSentences(text))
  const alone: number[][] = []
  for (const text of texts) alone.push([...(await score(text)).tags])
  const used = await score(texts[1] as string)
  network.giveBack(used)
  const together = await Promise.all(texts.map(score))
  expect(together.map((s) => [...s.tags])).toEqual(alone)
})
