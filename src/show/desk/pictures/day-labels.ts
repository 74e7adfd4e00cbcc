/** A label that stands on a pole at `x` and runs to the right of it, or to the left near the right edge. */
export type Flag = {
  readonly x: number
  readonly width: number
  /** The heavier one is placed first. */
  readonly weight: number
}
export type Placed<T> = { readonly flag: T; readonly lane: number; readonly side: 'right' | 'left' }

const AIR = 6

/**
 * Flags in lanes, lane 0 nearest to the bars, so that no two touch and no pole runs through another's words. Those for which
 * no room is left are not placed: the table under the picture has them.
 */
export function placeFlags<T extends Flag>(
  flags: readonly T[],
  { lanes, left, right }: { readonly lanes: number; readonly left: number; readonly right: number },
): readonly Placed<T>[] {
  const placed: Placed<T>[] = []
  for (const flag of [...flags].sort((a, b) => b.weight - a.weight || a.x - b.x)) {
    const sides = flag.x + flag.width + AIR <= right ? (['right', 'left'] as const) : (['left'] as const)
    const tries = Array.from({ length: lanes }, (_, lane) => sides.map((side) => ({ flag, lane, side }))).flat()
    const fits = tries.find((t) => spanOf(t)[0] >= left && placed.every((p) => !clash(t, p) && !clash(p, t)))
    if (fits) placed.push(fits)
  }
  return placed
}

/** Whether `a` touches the words of `b`: by its own words in the same lane, or by its pole on the way down past them. */
function clash(a: Placed<Flag>, b: Placed<Flag>): boolean {
  const [from, to] = spanOf(b)
  if (a.lane === b.lane) {
    const [start, end] = spanOf(a)
    return start < to + AIR && end + AIR > from
  }
  return a.lane > b.lane && a.flag.x > from - AIR && a.flag.x < to + AIR
}

/** From where to where the pole and the words of a flag reach. */
function spanOf({ flag, side }: Placed<Flag>): readonly [number, number] {
  return side === 'right' ? [flag.x, flag.x + flag.width] : [flag.x - flag.width, flag.x]
}
