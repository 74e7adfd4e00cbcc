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
    for (const [i, a] of nodes.entries())
      for (const b of nodes.slice(i + 1)) {
        const [ba, bb] = [boxOf(a), boxOf(b)]
        const [dx, dy] = [overlap(ba.x0, ba.x1, bb.x0, bb.x1), overlap(ba.y0, ba.y1, bb.y0, bb.y1)]
        if (dx <= 0 || dy <= 0) continue
        moved = true
        if (dx < dy) push('x', [a, b], dx)
        else push('y', [a, b], dy)
      }
    for (const n of nodes) {
      n.x = Math.max(n.half + 2, Math.min(width - n.half - 2, n.x ?? 0))
      n.y = Math.max(n.r + 6, Math.min(height - n.r - 16 * n.lines.length, n.y ?? 0))
    }
    if (!moved) return
  }
}

function boxOf({ x = 0, y = 0, r, half, lines }: Named): { x0: number; x1: number; y0: number; y1: number } {
  return { x0: x - half - GAP, x1: x + half + GAP, y0: y - r - GAP, y1: y + r + 2 + LINE * lines.length + GAP }
}

function overlap(a0: number, a1: number, b0: number, b1: number): number {
  return Math.min(a1, b1) - Math.max(a0, b0)
}

function push(along: 'x' | 'y', [a, b]: readonly [Named, Named], by: number): void {
  const way = (a[along] ?? 0) < (b[along] ?? 0) ? -1 : 1
  a[along] = (a[along] ?? 0) + (way * by) / 2
  b[along] = (b[along] ?? 0) - (way * by) / 2
}
