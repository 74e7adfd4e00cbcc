import type { Range } from '../../codebook/index.ts'
import type { Piece } from './pieces.ts'

/** A window the network reads, and which of its pieces are its own: in an overlap each half belongs to the window it lies deeper in. */
export type Window = { readonly from: number; readonly to: number; readonly own: number; readonly ownTo: number }

/** The most pieces of a window. */
export const SIZE = 254
const CONTEXT = 44

/** Windows over all pieces, cut at sentence ends, each beginning some sentences before the last one's end. */
export function cutWindows(
  pieces: readonly Piece[],
  sentences: readonly Range[],
  size = SIZE,
  context = CONTEXT,
): Window[] {
  const starts: number[] = []
  let s = 0
  for (const [i, p] of pieces.entries()) {
    const sentence = sentences[s]
    if (sentence && p.start >= sentence.start) {
      starts.push(i)
      while (s < sentences.length && (sentences[s] as Range).start <= p.start) s++
    }
  }
  const cuts: { from: number; to: number }[] = []
  for (let from = 0; from < pieces.length; ) {
    let to = Math.min(pieces.length, from + size)
    if (to < pieces.length) to = lastWithin(starts, from + size / 2, to) ?? to
    cuts.push({ from, to })
    if (to >= pieces.length) break
    // The next window goes back to the sentence start nearest to `context` pieces before, never more than twice that.
    const back = firstWithin(starts, to - 2 * context, to - context / 2) ?? to - context
    from = Math.max(back, from + 1)
  }
  return cuts.map((cut, i) => {
    const before = cuts[i - 1]
    const after = cuts[i + 1]
    return {
      ...cut,
      own: before ? middle(cut.from, before.to) : cut.from,
      ownTo: after ? middle(after.from, cut.to) : cut.to,
    }
  })
}

const middle = (a: number, b: number): number => Math.floor((a + b) / 2)
const lastWithin = (xs: readonly number[], low: number, high: number): number | undefined =>
  xs.findLast((x) => x >= low && x <= high)
const firstWithin = (xs: readonly number[], low: number, high: number): number | undefined =>
  xs.findLast((x) => x >= low && x <= high)
