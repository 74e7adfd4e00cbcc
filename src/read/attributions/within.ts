import type { Range } from '../../codebook/index.ts'
import { type Bare, startOf } from './assemble.ts'

/** The innermost attribution whose content holds another one's cue or content. */
export function withinOf(all: readonly Bare[], a: Bare): number {
  const at = { start: Math.min(a.cue?.start ?? Number.POSITIVE_INFINITY, startOf(a)), end: a.content[0]?.end ?? 0 }
  let best = -1
  let size = Number.POSITIVE_INFINITY
  for (const [i, other] of all.entries()) {
    if (other === a) continue
    const holder = other.content.find((c) => c.start <= at.start && at.end <= c.end)
    if (
      !holder ||
      holder.end - holder.start >= size ||
      a.content.some((c) => c.start === holder.start && c.end === holder.end)
    )
      continue
    best = i
    size = holder.end - holder.start
  }
  return best
}

/** The innermost attribution whose content holds a place in the text; -1 for the outlet's own words. */
export function holderOf(all: readonly Bare[], range: Range): number {
  let best = -1
  let size = Number.POSITIVE_INFINITY
  for (const [i, a] of all.entries())
    for (const c of a.content)
      if (c.start <= range.start && range.end <= c.end && c.end - c.start < size) {
        best = i
        size = c.end - c.start
      }
  return best
}
