import type { Network, Scores } from './network.ts'

type Ends = { readonly first: number; readonly last: number }

/** How well spans link to one another; every score is a logit, above 0 means "more likely than not". */
export type Linker = {
  /** Scores of all links from one span to another, in the card's order. */
  pair(from: Ends, to: Ends): Float32Array
  /** The score of one link alone: what `pair` gives at its index, for less work. */
  one(from: Ends, to: Ends, link: number): number
  index(link: string): number
  /** Status and mode scores of a trigger, in the card's order. */
  trigger(trigger: Ends): { readonly status: Float32Array; readonly mode: Float32Array }
}

/** The heads that put pieces together to spans and spans to pairs. */
export function openLinker({ card, heads }: Network, scores: Scores): Linker {
  const size = card.linkSize
  const row = 4 * size
  const links = card.links.length
  const names = new Map(card.links.map((n, i) => [n, i]))
  const half = card.distances / 2
  const parts = [new Map<number, Float32Array>(), new Map<number, Float32Array>()] as const

  /** What a span puts into a pair on one side, remembered: each span stands in many pairs. */
  function partOf({ first, last }: Ends, side: 0 | 1): Float32Array {
    const key = first * 100_000 + last
    let part = parts[side].get(key)
    if (!part) {
      part = new Float32Array(size)
      const a = first * row + 2 * side * size
      const b = last * row + (2 * side + 1) * size
      for (let i = 0; i < size; i++) part[i] = (scores.links[a + i] as number) + (scores.links[b + i] as number)
      parts[side].set(key, part)
    }
    return part
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
      const out = Float32Array.from(heads.link_out_bias)
      const [a, b, at] = [partOf(from, 0), partOf(to, 1), bucketOf(from, to)]
      for (let i = 0; i < size; i++) {
        const x = (a[i] as number) + (b[i] as number) + (heads.distance[at + i] as number)
        if (x <= 0) continue
        for (let k = 0; k < links; k++) out[k] = (out[k] as number) + x * (heads.link_out[k * size + i] as number)
      }
      return out
    },
    one(from, to, link) {
      const [a, b, at] = [partOf(from, 0), partOf(to, 1), bucketOf(from, to)]
      const weights = link * size
      let sum = heads.link_out_bias[link] as number
      for (let i = 0; i < size; i++) {
        const x = (a[i] as number) + (b[i] as number) + (heads.distance[at + i] as number)
        if (x > 0) sum += x * (heads.link_out[weights + i] as number)
      }
      return sum
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
  for (let k = 0; k < out.length; k++) {
    let sum = out[k] as number
    for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (weight[k * x.length + i] as number)
    out[k] = sum
  }
  return out
}
