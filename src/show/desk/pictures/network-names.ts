/** An actor's ring with its name under it, as a body that can be moved. */
type Named = {
  x?: number | undefined
  y?: number | undefined
  readonly r: number
  readonly half: number
  readonly lines: readonly string[]
}

const ROUNDS = 80
const LINE = 13
/** Room between one name and what stands beside it. */
const GAP = 5

/**
 * Moves actors apart until no ring and name lies over another's, each as little as it takes and along the shorter way. A layout by
 * forces knows circles alone, and a name is broad.
 */
export function namesApart(
  nodes: readonly Named[],
  { width, height }: { readonly width: number; readonly height: number },
): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false
    // Nothing is made anew for a pair: there are thousands of them, each looked at many times.
    for (let i = 0; i < nodes.length; i += 1)
      for (let j = i + 1; j < nodes.length; j += 1) {
        const [a, b] = [nodes[i] as Named, nodes[j] as Named]
        const dx = across(a, b)
        if (dx <= 0) continue
        const dy = alongside(a, b)
        if (dy <= 0) continue
        moved = true
        if (dx < dy) push('x', a, b, dx)
        else push('y', a, b, dy)
      }
    for (const n of nodes) {
      n.x = Math.max(n.half + 2, Math.min(width - n.half - 2, n.x ?? 0))
      n.y = Math.max(n.r + 6, Math.min(height - n.r - 16 * n.lines.length, n.y ?? 0))
    }
    if (!moved) return
  }
}

/** How far the boxes of two, name and dot with some air around, reach over each other from left to right. */
function across(a: Named, b: Named): number {
  const [ax, bx] = [a.x ?? 0, b.x ?? 0]
  return Math.min(ax + a.half + GAP, bx + b.half + GAP) - Math.max(ax - a.half - GAP, bx - b.half - GAP)
}

/** The same from above to below. */
function alongside(a: Named, b: Named): number {
  const [ay, by] = [a.y ?? 0, b.y ?? 0]
  const low = Math.min(ay + a.r + 2 + LINE * a.lines.length + GAP, by + b.r + 2 + LINE * b.lines.length + GAP)
  return low - Math.max(ay - a.r - GAP, by - b.r - GAP)
}

function push(along: 'x' | 'y', a: Named, b: Named, by: number): void {
  const way = (a[along] ?? 0) < (b[along] ?? 0) ? -1 : 1
  a[along] = (a[along] ?? 0) + (way * by) / 2
  b[along] = (b[along] ?? 0) - (way * by) / 2
}
