import { z } from 'zod'

/** A stretch of a text: `text === whole.slice(start, end)`. Counted in UTF-16 units; `end` is excluded. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() }).readonly()
export type Span = z.infer<typeof Span>

/** The span of `whole` from `start` up to, not including, `end`. */
export function spanOf(whole: string, start: number, end: number): Span {
  return { start, end, text: whole.slice(start, end) }
}

/** A stretch of a text without its letters. */
export type Range = { readonly start: number; readonly end: number }

/** How many UTF-16 units two ranges share. */
export function overlapOf(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}
