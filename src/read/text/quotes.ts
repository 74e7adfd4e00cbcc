import type { Range } from '../../codebook/index.ts'
import { readParagraphs } from './paragraphs.ts'

/** A quotation with its marks. `continues` is the quotation of the paragraph before that this one goes on with. */
export type Quote = Range & { readonly depth: 1 | 2; readonly continues: boolean; readonly words: number }

type Mark = { readonly at: number; readonly kind: 'double' | 'single'; readonly side: 'open' | 'close' | 'either' }

const OPEN = new Set(['“', '„', '«', '‟'])
const CLOSE = new Set(['”', '»'])
const LONGEST = 4000

/** Whether a mark opens the next paragraph of a quotation that began a sentence and has ended one: paragraphs run together. */
function isReopened(text: string, start: number, mark: Mark): boolean {
  return (
    mark.side === 'open' &&
    /[.!?…]\s+$/.test(text.slice(Math.max(start + 2, mark.at - 4), mark.at)) &&
    /(?:^|[.!?:…”"\n]\s*)$/.test(text.slice(Math.max(0, start - 4), start))
  )
}

/**
 * The quotations of a text, paired by direction inside one paragraph; one that is left open and opened again in the next paragraph goes on.
 * A mark without a partner is left alone, so that it swallows nothing.
 */
export function readQuotes(text: string): Quote[] {
  const found: Quote[] = []
  let open = false
  for (const { start, end } of readParagraphs(text)) {
    const marks = marksOf(text.slice(start, end), start)
    open = pair(text, start, end, marks, open, found)
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Pair one paragraph's marks; true when its last quotation is left open for the next paragraph. */
function pair(
  text: string,
  from: number,
  to: number,
  marks: readonly Mark[],
  goesOn: boolean,
  found: Quote[],
): boolean {
  const outer = marks.some((m) => m.kind === 'double') ? 'double' : 'single'
  let start = -1
  let continues = false
  for (const m of marks) {
    if (m.kind !== outer) continue
    const opens = m.side === 'open' || (m.side === 'either' && start < 0)
    if (opens) {
      if (start >= 0 && m.at - start <= LONGEST && isReopened(text, start, m)) {
        add(text, start, start + text.slice(start, m.at).trimEnd().length, 1, continues, found)
        continues = true
      } else {
        // An opening mark inside an open quotation: the first was stray.
        continues = goesOn && /^\s*$/.test(text.slice(from, m.at))
        if (!continues) goesOn = false
      }
      start = m.at
    } else if (start >= 0) {
      if (m.at + 1 - start <= LONGEST) add(text, start, m.at + 1, 1, continues, found)
      start = -1
      goesOn = false
    }
  }
  if (outer === 'double') pairInner(text, marks, found)
  if (start < 0) return false
  const next = /^\s*["“„«]/.test(text.slice(to, to + 40))
  const last = text.slice(start + 1, to).trim()
  if (!(next || continues) || last.length > LONGEST || last === '') return false
  add(text, start, to, 1, continues, found)
  return next
}

function pairInner(text: string, marks: readonly Mark[], found: Quote[]): void {
  let start = -1
  for (const m of marks) {
    if (m.kind !== 'single') continue
    if (m.side === 'open') start = m.at
    else if (start >= 0) {
      add(text, start, m.at + 1, 2, false, found)
      start = -1
    }
  }
}

function add(text: string, start: number, end: number, depth: 1 | 2, continues: boolean, found: Quote[]): void {
  const words = text.slice(start + 1, end - 1).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words > 0) found.push({ start, end, depth, continues, words })
}

function marksOf(line: string, offset: number): Mark[] {
  const marks: Mark[] = []
  for (let i = 0; i < line.length; i++) {
    const c = line[i] as string
    const at = offset + i
    if (OPEN.has(c)) marks.push({ at, kind: 'double', side: 'open' })
    else if (CLOSE.has(c)) marks.push({ at, kind: 'double', side: 'close' })
    else if (c === '"') marks.push({ at, kind: 'double', side: straightSide(line, i) })
    else if (c === '‘' && !/\p{L}/u.test(line[i - 1] ?? ' ') && !/\d0s/.test(line.slice(i + 1, i + 4)))
      marks.push({ at, kind: 'single', side: 'open' })
    else if ((c === '’' || c === "'") && closesSingle(line, i)) marks.push({ at, kind: 'single', side: 'close' })
    else if (
      c === "'" &&
      /[\s("“—–-]/.test(line[i - 1] ?? ' ') &&
      /[\p{L}\p{N}]/u.test(line[i + 1] ?? '') &&
      !/^(?:\d0s|tis|em|til|cause)\b/i.test(line.slice(i + 1))
    )
      marks.push({ at, kind: 'single', side: 'open' })
  }
  return marks
}

/** A closing single mark, told from an apostrophe: after a sentence mark, or at a word's end where no plural owner fits. */
function closesSingle(line: string, i: number): boolean {
  const before = line[i - 1] ?? ' '
  const after = line[i + 1] ?? ' '
  if (/[\p{L}\p{N}]/u.test(after) || /\s/.test(before)) return false
  if (/[.,!?…;:)]/.test(before)) return true
  // "the militias’ leaders": an owner, unless a quotation of few words is open and something other than a word follows.
  return !(/s/i.test(before) && /^\s\p{Ll}/u.test(line.slice(i + 1, i + 3)))
}

function straightSide(line: string, i: number): 'open' | 'close' | 'either' {
  const before = line[i - 1] ?? ' '
  const after = line[i + 1] ?? ' '
  const left = /[\s([{—–\-'‘/]/.test(before)
  const right = /[\s.,;:!?)\]}—–\-'’/]/.test(after)
  if (left && !right) return 'open'
  if (right && !left) return 'close'
  return 'either'
}
