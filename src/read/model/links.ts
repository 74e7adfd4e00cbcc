import type { Network, Scores } from './network.ts'

type Ends = { readonly first: number; readonly last: number }

/** How well spans link to one another; every score is a logit, above 0 means "more likely than not". */
export type Linker = {
  /** Scores of all links from one span to another, in the card's order. */
  pair(from: Ends, to: Ends): Float32Array
  /** The scores of some links alone: what `pair` gives at their indices, for less work. */
  some(from: Ends, to: Ends, wanted: readonly number[]): number[]
  /** The score of one link alone. */
  one(from: Ends, to: Ends, link: number): number
  index(link: string): number
  /** Status and mode scores of a trigger, in the card's order. */
  trigger(trigger: Ends): { readonly status: Float32Array; readonly mode: Float32Array }
}

/** The heads that put pieces together to spans and spans to pairs. */
export function openLinker({ card, heads }: Network, scores: Scores): Linker {
  const size = card.linkSize
  const count = card.links.length
  const names = new Map(card.links.map((n, i) => [n, i]))
  const half = card.distances / 2
  // Looked up once: the loops below run some thousand times an article.
  const { distance, link_out: weights, link_out_bias: bias } = heads
  const linking = openSides(scores.links, size, 0)
  const linked = openSides(scores.links, size, 2 * size)
  const x = new Float64Array(size)

  /** What a pair of spans puts into each link: both sides and the distance, where they add up to more than nothing. */
  function join(from: Ends, to: Ends): void {
    const a = linking.at(from)
    const b = linked.at(to)
    const [one, other] = [linking.rows(), linked.rows()]
    const at = bucketOf(from, to)
    for (let i = 0; i < size; i++) {
      const sum = (one[a + i] as number) + (other[b + i] as number) + (distance[at + i] as number)
      // `max(sum, 0)` without a branch, which nothing could foretell.
      x[i] = 0.5 * (sum + Math.abs(sum))
    }
  }

  function score(link: number): number {
    const at = link * size
    // Two sums beside each other: the one need not wait for the other.
    let [even, odd] = [bias[link] as number, 0]
    for (let i = 0; i < size; i += 2) {
      even += (x[i] as number) * (weights[at + i] as number)
      odd += (x[i + 1] as number) * (weights[at + i + 1] as number)
    }
    return even + odd
  }

  /** Where the row of a signed distance begins: by its half octave. */
  function bucketOf(from: Ends, to: Ends): number {
    const d = to.first - from.first
    const step = Math.min(Math.floor(2 * Math.log2(Math.abs(d) + 1)), half - 1)
    return (d < 0 ? step : step + half) * size
  }

  return {
    index: (link) => names.get(link) as number,
    pair(from, to) {
      join(from, to)
      return Float32Array.from({ length: count }, (_, link) => score(link))
    },
    some(from, to, wanted) {
      join(from, to)
      return wanted.map(score)
    },
    one(from, to, link) {
      join(from, to)
      return score(link)
    },
    trigger({ first, last }) {
      const n = card.statusSize
      const x = new Float32Array(n)
      for (let i = 0; i < n; i++)
        x[i] = Math.max(
          0,
          (scores.status[first * 2 * n + i] as number) + (scores.status[last * 2 * n + n + i] as number),
        )
      return {
        status: linear(x, heads.status_out, heads.status_out_bias),
        mode: linear(x, heads.mode_out, heads.mode_out_bias),
      }
    },
  }
}

/**
 * What spans give to a pair on one side of it: their first piece and their last, added once and kept close together. A span is held
 * against many, and the rows of an article's pieces are more than a processor keeps at hand.
 */
function openSides(links: Float32Array, size: number, side: number): { at(span: Ends): number; rows(): Float32Array } {
  const known = new Map<number, number>()
  let rows = new Float32Array(16 * size)
  return {
    rows: () => rows,
    at({ first, last }) {
      // Spans are far narrower.
      const key = first * 65_536 + (last - first)
      const found = known.get(key)
      if (found !== undefined) return found
      const at = known.size * size
      if (at === rows.length) {
        const more = new Float32Array(2 * rows.length)
        more.set(rows)
        rows = more
      }
      const a = first * 4 * size + side
      const b = last * 4 * size + side + size
      for (let i = 0; i < size; i++) rows[at + i] = (links[a + i] as number) + (links[b + i] as number)
      known.set(key, at)
      return at
    },
  }
}

function linear(x: Float32Array, weight: Float32Array, bias: Float32Array): Float32Array {
  const out = Float32Array.from(bias)
  const n = x.length
  for (let k = 0; k < out.length; k++) {
    let sum = out[k] as number
    const at = k * n
    for (let i = 0; i < n; i++) sum += (x[i] as number) * (weight[at + i] as number)
    out[k] = sum
  }
  return out
}
