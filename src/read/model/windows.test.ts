import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Piece } from './pieces.ts'
import { cutWindows, SIZE } from './windows.ts'

/** Pieces one letter long; sentences of the given lengths, a list of them for each paragraph, which ends with a newline. */
function textOf(paragraphs: readonly (readonly number[])[]) {
  const text = paragraphs.map((lengths) => 'a'.repeat(lengths.reduce((a, b) => a + b, 0))).join('\n')
  const pieces: Piece[] = [...text].map((_, i) => ({ id: 0, start: i, end: i + 1, case: 0 }))
  const sentences: { start: number; end: number }[] = []
  let start = 0
  for (const lengths of paragraphs) {
    for (const n of lengths) {
      sentences.push({ start, end: start + n })
      start += n
    }
    start++
  }
  return { text, pieces, sentences }
}

function shown(paragraphs: readonly (readonly number[])[], size: number): string[] {
  const { text, pieces, sentences } = textOf(paragraphs)
  return cutWindows(text, pieces, sentences, size).map((w) => `${w.from}-${w.to}`)
}

describe('cutWindows', () => {
  test('a short text is one window, an empty one none', () => {
    expect(shown([[5, 5, 5]], 20)).toEqual(['0-15'])
    expect(shown([], 20)).toEqual([])
  })

  test('a text a little too long is cut in two halves, not in a full window and a rest', () => {
    expect(shown([[4, 4, 4, 4, 4, 4]], 20)).toEqual(['0-12', '12-24'])
  })

  test('a cut between paragraphs is taken where one is near', () => {
    expect(shown([[10, 2], [10]], 20)).toEqual(['0-13', '13-23'])
    expect(shown([[11, 2, 2, 2], [7]], 20)).toEqual(['0-13', '13-25'])
  })

  test('a sentence longer than a window is cut anywhere', () => {
    expect(shown([[50]], 20)).toEqual(['0-20', '20-40', '40-50'])
  })

  test('windows hold all pieces once, none too many, cut where sentences begin if any can', () => {
    const paragraphs = fc.array(fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 6 }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(paragraphs, (sizes) => {
        const { text, pieces, sentences } = textOf(sizes)
        const starts = new Set(sentences.map((s) => s.start))
        let next = 0
        for (const { from, to } of cutWindows(text, pieces, sentences)) {
          expect(from).toBe(next)
          expect(to - from).toBeLessThanOrEqual(SIZE)
          // Sentences of 120 pieces at most always leave a start in the second half of a window.
          if (to < pieces.length) expect(starts.has(to)).toBe(true)
          next = to
        }
        expect(next).toBe(pieces.length)
      }),
    )
  })

  test('windows of any size go on to the end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (sizes, size) => {
          const { text, pieces, sentences } = textOf([sizes])
          const windows = cutWindows(text, pieces, sentences, size)
          for (const w of windows) expect(w.to).toBeGreaterThan(w.from)
          expect(windows.at(-1)?.to ?? 0).toBe(pieces.length)
        },
      ),
    )
  })
})
