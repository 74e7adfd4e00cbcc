// When: time phrases of an article to stretches of days.
// May import codebook. Pure: the day of publication is an argument.
// Start reading at resolve.ts.
import type { Range, Time } from '../../codebook/index.ts'
import { dayOf } from './days.ts'
import { findTimes } from './find-times.ts'
import { type ResolvedTime, resolveTime } from './resolve.ts'

export { resolveTime } from './resolve.ts'

export type FoundTime = Omit<Time, 'id'>

/**
 * The times of a text, each with the days it means. `spans` are the places where times stand; left out, they are found
 * by their words. Where no day of publication is known, a dateline with a year stands in for it; nothing else is guessed.
 */
export function readTimes(
  text: string,
  { published, spans }: { readonly published: string | null; readonly spans?: readonly Range[] },
): FoundTime[] {
  const today = published ?? datelineOf(text)
  const ordered = [...(spans ?? findTimes(text))].sort((a, b) => a.start - b.start || a.end - b.end)
  const times: FoundTime[] = []
  let anchor: ResolvedTime | null = null
  let stretch: ResolvedTime | null = null
  for (const { start, end } of ordered) {
    const phrase = text.slice(start, end)
    const before = text.slice(Math.max(0, start - 240), start)
    const found: ResolvedTime = resolveTime(phrase, {
      published: today,
      before,
      after: text.slice(end, end + 160),
      anchor: /\bsame period\b/i.test(phrase) ? (stretch ?? anchor) : anchor,
    })
    if (found.from !== null && found.until !== null) {
      anchor = found
      if (lengthOf(found.from, found.until) > 1) stretch = found
    }
    times.push({ start, end, text: phrase, ...found })
  }
  return times
}

const lengthOf = (from: string, until: string): number => (dayOf(until) ?? 0) - (dayOf(from) ?? 0)

// "BEIRUT, Feb. 7, 2018 (Reuters) -", "Washington – 3 May 2013 –"
const DATELINE =
  /^(?:.{0,200}\n)?\s*(?:\p{Lu}[\p{L} ./-]{2,40}[,:–—-] ?)?\(?((?:\p{Lu}\p{L}{2,8}\.? \d{1,2},? \d{4})|(?:\d{1,2} \p{Lu}\p{L}{2,8}\.? \d{4})|\d{4}-\d\d-\d\d)\)?\s*(?:[–—-]|\(|\n)/u

/** The day of a dateline at the head of a text, or null. */
function datelineOf(text: string): string | null {
  const day = DATELINE.exec(text.slice(0, 400))?.[1]
  if (!day) return null
  const { from, precision } = resolveTime(day, { published: null, before: '', after: '' })
  return precision === 'day' ? from : null
}
