import type { Range } from '../../codebook/index.ts'
import type { Draft } from './find-mentions.ts'

type Quoted = Range & { readonly depth: number; readonly continues: boolean; readonly words: number }

/** Fewest words of a quotation that somebody speaks: shorter ones may be names and scare quotes. */
const SPOKEN = 5
const AFTER = 40
const BEFORE = 90

/**
 * For each quotation, the index of the mention that speaks it, -1 where none stands beside it.
 *
 *     “He hates them,” Okoth said. “He always did.” → Okoth speaks both, so neither "he" is Okoth
 */
export function quotersOf(text: string, quotes: readonly Quoted[], drafts: readonly Draft[]): number[] {
  const sources = drafts.flatMap((d, at) => (d.tags.has('source') && d.inner !== true ? [{ d, at }] : []))
  const found: number[] = []
  for (const [n, q] of quotes.entries()) {
    if (q.words < SPOKEN && q.depth === 1) {
      found.push(-1)
      continue
    }
    const behind = sources.find(
      ({ d }) => d.start >= q.end && d.start - q.end < AFTER && isOneLine(text, q.end, d.start),
    )
    const ahead = sources.findLast(
      ({ d }) => d.end <= q.start && q.start - d.end < BEFORE && isOneLine(text, d.end, q.start),
    )
    const last = n > 0 ? (found[n - 1] as number) : -1
    const goesOn = q.continues || (n > 0 && isOneParagraph(text, (quotes[n - 1] as Quoted).end, q.start))
    found.push(behind?.at ?? (goesOn && last >= 0 ? last : (ahead?.at ?? -1)))
  }
  return found
}

const isOneLine = (text: string, start: number, end: number): boolean => !/[\n“]|[.!?]\s/.test(text.slice(start, end))
const isOneParagraph = (text: string, start: number, end: number): boolean => !text.slice(start, end).includes('\n')

/** The innermost quotation round a mention; -1 for none. */
export function quoteAt(quotes: readonly Quoted[], range: Range): number {
  return quotes.findLastIndex((q) => q.start <= range.start && range.end <= q.end && q.words >= SPOKEN)
}
