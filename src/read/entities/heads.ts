import type { Range } from '../../codebook/index.ts'

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.&/-]*/gu
const STOPS = new Set(
  'of in on at for from to with by against near under over about into around between among during after before since who whom whose which that inside outside across along as backed'.split(
    ' ',
  ),
)
const OWNER = /(?:[’']s|(?<=s)[’'])$/u

export type Word = Range & { readonly text: string }

/** The words of a stretch of text, the possessive ending left out. */
export function wordsOf(text: string, range: Range): Word[] {
  const found: Word[] = []
  for (const m of text.slice(range.start, range.end).matchAll(WORD)) {
    const bare = bareOf(m[0])
    if (bare !== '') found.push({ start: range.start + m.index, end: range.start + m.index + bare.length, text: bare })
  }
  return found
}

function bareOf(word: string): string {
  // Most words have none of these marks, and are as they are.
  if (!/[.’']/.test(word)) return word
  return word.replace(/[.’']+$/u, (end) => (/^\p{L}\.(?:\p{L}\.)*$/u.test(word) ? end : '')).replace(OWNER, '')
}

/**
 * The head word of a noun phrase: the last word before "of …", a comma or a clause.
 *
 *     the commander of the Quds Force → commander
 */
export function headOf(text: string, range: Range): Word | null {
  const words = wordsOf(text, range)
  let head: Word | null = null
  for (const word of words) {
    if (head && STOPS.has(word.text.toLowerCase())) break
    if (head && /[,;:()—–“”"]/.test(text.slice(head.end, word.start))) break
    head = word
  }
  return head
}

/** A range without white space, quotation marks and a possessive ending at its edges. */
export function trimmed(text: string, range: Range): Range {
  let { start, end } = range
  while (start < end && /[\s"“”‘’'(),;:—–-]/.test(text[start] as string)) start++
  while (end > start && /[\s"“”‘(,;:—–-]/.test(text[end - 1] as string)) end--
  const owner = OWNER.exec(text.slice(start, end))
  if (owner && owner.index > 0) end = start + owner.index
  while (end > start && /[’')]/.test(text[end - 1] as string) && !text.slice(start, end).includes('(')) end--
  return { start, end }
}
