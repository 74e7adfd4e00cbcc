import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Network, Scores } from './network.ts'
import { readSpans } from './spans.ts'

const SIZE = 4
/** A key that a query of ones likes, and one it does not: both turn little at the second frequency, where these stand. */
const YES = [0, 0, 1, 1]
const NO = [0, 0, -1, -1]

/** A network of one tag, over words that are one piece each. */
function read(
  words: string,
  {
    starts,
    keys,
    query = [0, 0, 1, 1],
    queries,
    tag = 'cue',
    width = 9,
    paragraphEnd,
    thresholds = {},
  }: {
    readonly starts: readonly number[]
    readonly keys: readonly (readonly number[])[]
    readonly query?: readonly number[]
    readonly queries?: readonly (readonly number[])[]
    readonly tag?: string
    readonly width?: number
    readonly paragraphEnd?: readonly number[]
    readonly thresholds?: Readonly<Record<string, number>>
  },
): string[] {
  const pieces = [...words.matchAll(/\S+/g)].map((m) => ({
    id: 0,
    case: 0,
    start: m.index,
    end: m.index + m[0].length,
  }))
  const network = {
    card: { tags: [{ name: tag, end: tag, layer: '' }], ends: [{ name: tag, width }], endSize: SIZE, thresholds },
  } as unknown as Network
  const scores = {
    pieces,
    tags: Float32Array.from(starts),
    ends: Float32Array.from(pieces.flatMap((_, i) => [...(queries?.[i] ?? query), ...(keys[i] ?? NO)])),
  } as unknown as Scores
  const barriers = { paragraphEnd: Int32Array.from(paragraphEnd ?? pieces.map(() => pieces.length)) }
  return readSpans(network, scores, barriers).map((s) => words.slice(s.start, s.end))
}

describe('readSpans', () => {
  const words = 'Ana has said so'

  test('a span runs from a likely start to its best end', () => {
    expect(read(words, { starts: [0.1, 0.9, 0.1, 0.1], keys: [NO, NO, YES, NO] })).toEqual(['has said'])
  })

  test('no end before the start, none past the width, none past the paragraph', () => {
    expect(read(words, { starts: [0, 0.9, 0, 0], keys: [YES, NO, NO, NO] })).not.toEqual(['Ana has'])
    expect(read(words, { starts: [0.9, 0, 0, 0], keys: [NO, YES, NO, YES.map((x) => 3 * x)], width: 3 })).toEqual([
      'Ana has',
    ])
    const keys = [NO, YES, NO, YES.map((x) => 3 * x)]
    expect(read(words, { starts: [0.9, 0, 0, 0], keys, paragraphEnd: [2, 2, 4, 4] })).toEqual(['Ana has'])
  })

  test('only where spans nest has one start several ends', () => {
    const both = { starts: [0.9, 0, 0, 0], keys: [NO, YES, YES, NO] }
    expect(read(words, { ...both, tag: 'cue' })).toHaveLength(1)
    expect(read(words, { ...both, tag: 'party' })).toEqual(['Ana has said', 'Ana has'])
  })

  test('thresholds: the tag’s own, else the default, else 0.4', () => {
    const all = { starts: [0.3, 0.5, 0, 0], keys: [YES, YES, NO, NO] }
    expect(read(words, all)).toHaveLength(1)
    expect(read(words, { ...all, thresholds: { default: 0.2 } })).toHaveLength(2)
    expect(read(words, { ...all, thresholds: { default: 0.2, cue: 0.6 } })).toEqual([])
  })

  test('the end is the one that turned vectors give: each pair of numbers turned by place × 10000^(-i/size)', () => {
    const vector = fc.array(fc.float({ min: -2, max: 2, noNaN: true }), { minLength: SIZE, maxLength: SIZE })
    const turned = (v: readonly number[], place: number): number[] =>
      [0, 2].flatMap((i) => {
        const angle = place * 10_000 ** (-i / SIZE)
        const [x, y] = [v[i] as number, v[i + 1] as number]
        return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]
      })
    const dot = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)
    const text = 'a b c d e f'
    fc.assert(
      fc.property(
        fc.array(vector, { minLength: 6, maxLength: 6 }),
        fc.array(vector, { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 0, max: 5 }),
        (queries, keys, first) => {
          const scores = keys.map((k, j) =>
            j < first ? Number.NEGATIVE_INFINITY : dot(turned(queries[first] as number[], first), turned(k, j)),
          )
          const [top = 0, second = 0] = [...scores].sort((a, b) => b - a)
          fc.pre(top - second > 1e-3)
          const starts = keys.map((_, i) => (i === first ? 0.9 : 0))
          const end = 2 * scores.indexOf(top) + 1
          expect(read(text, { starts, keys, queries })).toEqual([text.slice(2 * first, end)])
        },
      ),
    )
  })
})
