import { describe, expect, test } from 'vitest'
import { openLinker } from './links.ts'
import type { Network, Scores } from './network.ts'

// Four pieces, hidden layers of two units: small enough to follow with a pencil.
const network = {
  card: { links: ['source', 'actor'], linkSize: 2, statusSize: 2, distances: 8, statuses: ['a', 'b'], modes: ['x'] },
  heads: {
    // By floor(2·log2(distance + 1)), at most 3: the second span before the first (rows 0–3), behind it or at its place (4–7).
    distance: Float32Array.from([-1, 0, -2, 0, -3, 0, -4, 0, 0, 0, 1, 0, 2, 0, 3, 0]),
    link_out: Float32Array.from([1, 10, 2, 20]),
    link_out_bias: Float32Array.from([0.5, -0.5]),
    status_out: Float32Array.from([1, 0, 0, 1]),
    status_out_bias: Float32Array.from([0, 0.25]),
    mode_out: Float32Array.from([2, 3]),
    mode_out_bias: Float32Array.from([1]),
  },
} as unknown as Network
// Each piece: as first and as last of the span that links, as first and as last of the span linked to.
const scores = {
  links: Float32Array.from([
    ...[1, 0, 2, 0, 0, 0, 0, 0],
    ...[0, 0, 4, 1, 0, 0, 0, 0],
    ...[0, 0, 0, 0, 8, 0, 1, -9],
    ...[0, 0, 0, 0, 0, 0, 16, 1],
  ]),
  status: Float32Array.from([...[1, -5, 0, 0], ...[0, 0, 1, 1], ...[0, 0, 0, 0], ...[0, 0, 0, 0]]),
} as unknown as Scores
const linker = openLinker(network, scores)
const at = (first: number, last = first) => ({ first, last })

describe('openLinker', () => {
  test('a pair: first and last pieces and their distance added, what is below zero left out, then weighed', () => {
    // Units: 1 (first 0) + 4 (last 1) + 8 (first 2) + 16 (last 3) + 3 (distance 2) = 32; 0 + 1 + 0 + 1 + 0 = 2.
    expect([...linker.pair(at(0, 1), at(2, 3))]).toEqual([32 + 20 + 0.5, 64 + 40 - 0.5])
    // 1 + 4 + 8 + 1 + 3 = 17; the second unit, 1 - 9, is below zero.
    expect([...linker.pair(at(0, 1), at(2))]).toEqual([17.5, 33.5])
  })

  test('backwards is another distance than forwards', () => {
    // From piece 2, which has nothing to give as a linking span, back to 0: only the distance is left, -4, and is below zero.
    expect([...linker.pair(at(2), at(0))]).toEqual([0.5, -0.5])
    // The same place counts as forwards: 1 + 2 of piece 0, distance 0.
    expect([...linker.pair(at(0), at(0))]).toEqual([3.5, 5.5])
  })

  test('one link alone is what the pair gives', () => {
    for (const [from, to] of [
      [at(0, 1), at(2, 3)],
      [at(1), at(3)],
      [at(3), at(0, 2)],
    ] as const) {
      const pair = linker.pair(from, to)
      for (const name of ['source', 'actor']) {
        const link = linker.index(name)
        expect(linker.one(from, to, link)).toBeCloseTo(pair[link] as number, 5)
      }
    }
  })

  test('however many spans are held against each other, each keeps what its own pieces give', () => {
    const count = 50
    const rows = { links: Float32Array.from({ length: count * 8 }, (_, i) => (i % 8 < 4 ? Math.floor(i / 8) : 0)) }
    const many = openLinker(network, rows as unknown as Scores)
    // Piece n gives n as a first and n as a last piece of the span that links; what is linked to gives nothing.
    for (let round = 0; round < 2; round++)
      for (let n = 0; n < count; n++) {
        const units = 2 * n
        expect(many.one(at(n), at(n), 0)).toBe(units + 10 * units + 0.5)
      }
  })

  test('a trigger: status and mode from its first and last piece', () => {
    // Units: 1 + 1 = 2; -5 + 1 is below zero.
    expect([...linker.trigger(at(0, 1)).status]).toEqual([2, 0.25])
    expect([...linker.trigger(at(0, 1)).mode]).toEqual([5])
  })
})
