import type { Range } from '../../codebook/index.ts'
import type { Piece } from './pieces.ts'

/** A window the network reads: its first piece, and the first after it. */
export type Window = { readonly from: number; readonly to: number }

/** The most pieces of a window. */
export const SIZE = 254
/** What a cut inside a paragraph is worse by than one between two, as a share of a window. */
const INSIDE = 0.15

/**
 * Windows over all pieces, one after the other, about equally long: attention costs more than its length, and a window of few pieces knows
 * nothing of what it stands in. They are cut where a paragraph begins if that is near, else at a sentence, else anywhere.
 */
export function cutWindows(text: string, pieces: readonly Piece[], sentences: readonly Range[], size = SIZE): Window[] {
  const starts = startsOf(text, pieces, sentences)
  const windows: Window[] = []
  let s = 0
  for (let from = 0; from < pieces.length; ) {
    const left = pieces.length - from
    const wanted = from + left / Math.ceil(left / size)
    let to = Math.min(from + size, pieces.length)
    let least = Number.POSITIVE_INFINITY
    // Less than half a window is not worth a cut.
    while (s < starts.length && (starts[s] as Start).at <= from + size / 2) s++
    for (let i = s; left > size && i < starts.length; i++) {
      const { at, cost } = starts[i] as Start
      if (at > from + size) break
      const worse = Math.abs(at - wanted) / size + cost
      if (worse <= least) {
        least = worse
        to = at
      }
    }
    windows.push({ from, to })
    from = to
  }
  return windows
}

type Start = { readonly at: number; readonly cost: number }

/** The pieces that begin a sentence. */
function startsOf(text: string, pieces: readonly Piece[], sentences: readonly Range[]): Start[] {
  const starts: Start[] = []
  let s = 0
  for (const [i, p] of pieces.entries()) {
    if (s === sentences.length) break
    if (p.start < (sentences[s] as Range).start) continue
    const before = pieces[i - 1]
    starts.push({ at: i, cost: before && text[before.start] === '\n' ? 0 : INSIDE })
    while (s < sentences.length && (sentences[s] as Range).start <= p.start) s++
  }
  return starts
}
