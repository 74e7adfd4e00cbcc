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
  const row = 4 * size
  const count = card.links.length
  const names = new Map(card.links.map((n, i) => [n, i]))
  const half = card.distances / 2
  // Looked up once: the loops below run some thousand times an article.
  const { links } = scores
  const { distance, link_out: weights, link_out_bias: bias } = heads
  const x = new Float64Array(size)

  /** What a pair of spans puts into each link: the pieces at their edges and the distance, where they add up to more than nothing. */
  function join(from: Ends, to: Ends): void {
    const a = from.first * row
    const b = from.last * row + size
    const c = to.first * row + 2 * size
    const d = to.last * row + 3 * size
    const at = bucketOf(from, to)
    for (let i = 0; i < size; i++) {
      const sum =
        Math.fround((links[a + i] as number) + (links[b + i] as number)) +
        Math.fround((links[c + i] as number) + (links[d + i] as number)) +
        (distance[at + i] as number)
      x[i] = sum > 0 ? sum : 0
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
