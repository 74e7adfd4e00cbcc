import type { Range } from '../../codebook/index.ts'
import { indexAt } from '../document.ts'

/** The item with the highest score above -Infinity. */
export function bestOf<T>(items: readonly T[], scoreOf: (item: T) => number): { item: T; score: number } | null {
  let best: { item: T; score: number } | null = null
  for (const item of items) {
    const score = scoreOf(item)
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { item, score }
  }
  return best
}

/** How many things on either side can belong to a place: no text that anybody wrote has more so near. */
const MOST = 40

/** The things nearest a place, of a list in the order of the text. */
export function nearby<T extends Range>(items: readonly T[], at: number): readonly T[] {
  const i = indexAt(items, at)
  return items.slice(Math.max(0, i - MOST), i + 1 + MOST)
}
