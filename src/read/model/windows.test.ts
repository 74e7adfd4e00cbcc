import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Piece } from './pieces.ts'
import { cutWindows } from './windows.ts'

/** Pieces one letter long; sentences of the given lengths. */
function textOf(lengths: readonly number[]) {
  const pieces: Piece[] = []
  const sentences: { start: number; end: number }[] = []
  for (const n of lengths) {
    const start = pieces.length
    for (let i = 0; i < n; i++) pieces.push({ id: 0, start: start + i, end: start + i + 1, case: 0 })
    sentences.push({ start, end: start + n })
  }
  return { pieces, sentences }
}

const shown = (lengths: readonly number[], size: number, context: number) => {
  const { pieces, sentences } = textOf(lengths)
  return cutWindows(pieces, sentences, size, context).map((w) => `${w.from}-${w.to} owns ${w.own}-${w.ownTo}`)
}

describe('cutWindows', () => {
  test('a short text is one window', () => {
    expect(shown([5, 5, 5], 20, 4)).toEqual(['0-15 owns 0-15'])
    expect(shown([], 20, 4)).toEqual([])
  })

  test('cuts at sentence starts, goes back one, and shares the overlap', () => {
    expect(shown([6, 6, 6, 6], 20, 4)).toEqual(['0-18 owns 0-15', '12-24 owns 15-24'])
  })

  test('a sentence longer than a window is cut where it must be', () => {
    expect(shown([50], 20, 4)).toEqual(['0-20 owns 0-18', '16-36 owns 18-34', '32-50 owns 34-50'])
  })

  test('of any text: each piece owned once, by a window that reads it, no window too wide, all cut at sentence starts', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 40 })
    fc.assert(
      fc.property(lengths, (sizes) => {
        const { pieces, sentences } = textOf(sizes)
        const starts = new Set(sentences.map((s) => s.start))
        let next = 0
        for (const w of cutWindows(pieces, sentences)) {
          expect(w.to - w.from).toBeLessThanOrEqual(254)
          expect(w.own).toBe(next)
          expect(w.own >= w.from && w.ownTo <= w.to && w.ownTo > w.own).toBe(true)
          // Sentences of 120 pieces at most always leave a start to cut at, and one to go back to or the bare width.
          if (w.to < pieces.length) expect(starts.has(w.to)).toBe(true)
          next = w.ownTo
        }
        expect(next).toBe(pieces.length)
      }),
    )
  })

  test('of any sizes: windows always advance', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }),
        fc.integer({ min: 8, max: 60 }),
        (sizes, size) => {
          const { pieces, sentences } = textOf(sizes)
          const windows = cutWindows(pieces, sentences, size, Math.floor(size / 6))
          for (const [i, w] of windows.entries()) expect(w.from).toBeGreaterThan(windows[i - 1]?.from ?? -1)
          expect(windows.at(-1)?.to ?? 0).toBe(pieces.length)
        },
      ),
    )
  })
})
