import type { Range } from '../../codebook/index.ts'

// Words whose full stop does not end a sentence. One-letter initials and "U.S."-like chains are seen by shape.
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sr jr st gen lt col maj capt cmdr sgt adm brig pvt cpl gov sen rep reps sens pres hon rev fr ' +
    'amb supt det insp messrs mt ft no nos vs v etc cf al fig ed eds vol inc ltd co corp llc plc bros dept univ assn ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun approx est min max a.m p.m e.g i.e'
  ).split(' '),
)

const STOP = /[.!?…。]+["”’»)\]']*(?=\s|$)/gu
const OPENS = /^["“‘«('[]*[\p{Lu}\p{N}]/u

/**
 * The sentences of a text, in order; white space between them belongs to none. A line break always ends one.
 *
 *     Gen. Ali spoke to U.S. troops. “Go home,” he said.
 *     └──────────────────────────── ┘└─────────────────┘
 */
export function readSentences(text: string): Range[] {
  const found: Range[] = []
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/g)) splitLine(line[0], line.index, found)
  return found
}

function splitLine(line: string, offset: number, found: Range[]): void {
  let start = 0
  const add = (end: number): void => {
    const from = start + (line.slice(start, end).length - line.slice(start, end).trimStart().length)
    const to = start + line.slice(start, end).trimEnd().length
    if (to > from) found.push({ start: offset + from, end: offset + to })
    start = end
  }
  for (const stop of line.matchAll(STOP)) {
    const end = stop.index + stop[0].length
    if (endsSentence(line, stop.index, stop[0], end)) add(end)
  }
  add(line.length)
}

function endsSentence(line: string, at: number, marks: string, end: number): boolean {
  const after = line.slice(end, end + 12).trimStart()
  if (after === '') return true
  if (!OPENS.test(after)) return marks.length > 1 && /["”’]$/.test(marks) && /^[A-Z]/.test(after)
  if (!marks.startsWith('.') || marks.startsWith('..')) return true
  const before = /[\p{L}\p{N}.&]*$/u.exec(line.slice(Math.max(0, at - 24), at))?.[0] ?? ''
  if (/["”’)\]]/.test(marks)) return true
  const word = before.toLowerCase()
  if (ABBREVIATIONS.has(word)) return false
  if (/^\p{Lu}$/u.test(before)) return false
  // "U.S. troops" goes on, "in the U.S. The president" ends: by what follows.
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before))
    return /^["“‘]?(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|This|That|These|Those|His|Her|Their|However|Meanwhile|After|Before|When|While|If|As|For|Mr|Ms)\b/.test(
      after,
    )
  return true
}
