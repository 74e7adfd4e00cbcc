import type { Range } from '../../codebook/index.ts'
import type { Network, Scores } from './network.ts'

/** A span the model found: its tag, its first and last piece, its letters, how sure. */
export type Found = Range & {
  readonly tag: string
  readonly first: number
  readonly last: number
  readonly score: number
}

/** Tags whose spans nest: one start may have several ends. */
const NESTED = new Set(['party', 'mention'])

export type Barriers = {
  /** For each piece, the first piece after the paragraph it stands in: no span but a quotation crosses it. */
  readonly paragraphEnd: Int32Array
}

/** All spans above their thresholds, in the order of the text; `thresholds` fall back to the card's, then to 0.4. */
export function readSpans(network: Network, scores: Scores, barriers: Barriers): Found[] {
  const { card } = network
  const endIndex = new Map(card.ends.map((e, i) => [e.name, i]))
  const fallback = card.thresholds.default ?? 0.4
  const found: Found[] = []
  const tags = card.tags.length
  const all = scores.tags
  const count = scores.pieces.length
  const keys = card.ends.map((): Float32Array | null => null)
  const nested = new Map<string, { last: number; score: number }[]>()
  for (const [t, tag] of card.tags.entries()) {
    const threshold = card.thresholds[tag.name] ?? fallback
    const kind = endIndex.get(tag.end) as number
    const width = card.ends[kind]?.width as number
    for (let i = 0; i < count; i++) {
      const score = all[i * tags + t] as number
      if (score < threshold) continue
      const key = `${i} ${tag.end}`
      let ends = nested.get(key)
      if (!ends) {
        const answers = keys[kind] ?? keysOf(network, scores, kind)
        keys[kind] = answers
        ends = bestEnds(
          queryOf(network, scores, i, kind),
          answers,
          i,
          Math.min(count, i + width, barriers.paragraphEnd[i] as number),
          NESTED.has(tag.end),
        )
        nested.set(key, ends)
      }
      for (const end of ends) found.push(spanOfPieces(scores, tag.name, i, end.last, score * end.score))
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

function spanOfPieces(scores: Scores, tag: string, first: number, last: number, score: number): Found {
  return {
    tag,
    first,
    last,
    score,
    start: scores.pieces[first]?.start as number,
    end: scores.pieces[last]?.end as number,
  }
}

/** What a piece asks of an end of a kind, as the start of a span. */
function queryOf({ card }: Network, { ends }: Scores, first: number, kind: number): Float32Array {
  const at = (2 * first * card.ends.length + kind) * card.endSize
  return ends.subarray(at, at + card.endSize)
}

/** What every piece answers as an end of a kind, one after the other: each is asked often, and the rows of all kinds lie far apart. */
function keysOf({ card }: Network, { ends, pieces }: Scores, kind: number): Float32Array {
  const size = card.endSize
  const kinds = card.ends.length
  const keys = new Float32Array(pieces.length * size)
  for (let i = 0; i < pieces.length; i++) {
    const at = (2 * i * kinds + kinds + kind) * size
    for (let k = 0; k < size; k++) keys[i * size + k] = ends[at + k] as number
  }
  return keys
}

/** The best end of a start; where spans nest, every end that scores above 0 as well. */
function bestEnds(
  query: Float32Array,
  keys: Float32Array,
  first: number,
  limit: number,
  nest: boolean,
): { last: number; score: number }[] {
  const size = query.length
  const root = Math.sqrt(size)
  let best = first
  let top = Number.NEGATIVE_INFINITY
  const above: { last: number; score: number }[] = []
  for (let j = first; j < limit; j++) {
    const score = rotaryDot(query, keys, j * size, j - first, size) / root
    if (score > top) {
      top = score
      best = j
    }
    if (nest && score > 0) above.push({ last: j, score: 1 / (1 + Math.exp(-score)) })
  }
  return above.length > 0 ? above : [{ last: best, score: nest ? 1 / (1 + Math.exp(-top)) : 1 }]
}

/** The product of two vectors turned by rotary positions that lie `apart` pieces from each other: <R(p)q, R(p + apart)k>. */
function rotaryDot(query: Float32Array, keys: Float32Array, at: number, apart: number, size: number): number {
  const turn = turnOf(apart, size)
  let sum = 0
  for (let i = 0; i < size; i += 2) {
    const a = query[i] as number
    const b = query[i + 1] as number
    const c = keys[at + i] as number
    const d = keys[at + i + 1] as number
    sum += (turn[i + 1] as number) * (a * c + b * d) + (turn[i] as number) * (b * c - a * d)
  }
  return sum
}

const turns: Float64Array[] = []

/** Sine and cosine of each frequency at a distance, remembered: distances repeat, none lies further apart than a span is wide. */
function turnOf(apart: number, size: number): Float64Array {
  let row = turns[apart]
  if (!row || row.length !== size) {
    row = new Float64Array(size)
    for (let i = 0; i < size; i += 2) {
      const angle = apart * 10_000 ** (-i / size)
      row[i] = Math.sin(angle)
      row[i + 1] = Math.cos(angle)
    }
    turns[apart] = row
  }
  return row
}
