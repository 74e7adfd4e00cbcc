/** The item with the highest score above -Infinity. */
export function bestOf<T>(items: readonly T[], scoreOf: (item: T) => number): { item: T; score: number } | null {
  let best: { item: T; score: number } | null = null
  for (const item of items) {
    const score = scoreOf(item)
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { item, score }
  }
  return best
}
