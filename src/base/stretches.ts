/** A stretch of a text over which the same layers lie; `opens` and `closes` are those that begin and end with it. */
export type Stretch<L> = {
  readonly start: number
  readonly text: string
  readonly active: readonly L[]
  readonly opens: readonly L[]
  readonly closes: readonly L[]
}

/**
 * The whole text cut wherever a layer begins or ends. Layers may cross; joined again, the stretches are the text.
 *
 *     "They will strike back" under 0–21 and 10–16: "They will " · "strike" · " back"
 */
export function stretchesOf<L extends { readonly start: number; readonly end: number }>(
  text: string,
  layers: readonly L[],
): Stretch<L>[] {
  const inside = layers.filter((l) => l.end > l.start && l.end <= text.length)
  const starts = grouped(inside, (l) => l.start)
  const ends = grouped(inside, (l) => l.end)
  const cuts = [...new Set([0, text.length, ...starts.keys(), ...ends.keys()])].sort((a, b) => a - b)
  const stretches: Stretch<L>[] = []
  const active = new Set<L>()
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1]
    if (end === undefined) break
    for (const layer of ends.get(start) ?? []) active.delete(layer)
    // The widest opens first, so that what lies inside another is written inside it.
    const opens = [...(starts.get(start) ?? [])].sort((a, b) => b.end - a.end)
    for (const layer of opens) active.add(layer)
    const closes = [...(ends.get(end) ?? [])].sort((a, b) => b.start - a.start)
    stretches.push({ start, text: text.slice(start, end), active: [...active], opens, closes })
  }
  return stretches
}

/** The members of a list by a key of each, in their order; Map.groupBy is newer than the oldest Node that must run this. */
export function grouped<K, T>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
