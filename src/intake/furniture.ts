import type { Skipped } from '../codebook/index.ts'
import { dayOf } from './day.ts'
import { DATE_IN_LINE, DATELINES, INLINE_RULES, LINE_RULES, type LineRule, NOT_A_PLACE } from './furniture-rules.ts'

type Line = { readonly start: number; readonly end: number; readonly text: string }

/** Where bylines and datelines stand: the first lines with words. */
const TOP = 8
const TAIL = 8

/**
 * The stretches of a text that are no part of the story, in order and apart from one another, and the day that a line of
 * them gives in full.
 *
 *     BAGHDAD, Jan. 17 (Reuters) - Two rockets fell near the embassy.
 *     └────── dateline ────────┘
 *
 * `marked` are those known already. Rather too few than too many: a sentence of the story is never taken.
 */
export function findFurniture(
  text: string,
  marked: readonly Skipped[] = [],
): { readonly skipped: readonly Skipped[]; readonly day: string | null } {
  const lines = linesOf(text)
  const found: Skipped[] = [...marked]
  let day: string | null = null
  let heading = false
  let datelined = false

  for (const [i, line] of lines.entries()) {
    const top = i < TOP
    const tail = i >= lines.length - TAIL
    const rule = LINE_RULES.find((r) => fits(r, { top: top && i > 0, tail }) && r.line.test(line.text))
    // The first line is the title or the story itself, unless nothing but furniture could be meant.
    if (rule && (i > 0 || lines.length === 1 || rule.where === 'any')) {
      found.push({ start: line.start, end: line.end, why: rule.why })
      heading = rule.heads === true
      if (top) day ??= dayIn(line.text)
      continue
    }
    if (
      heading &&
      isHeadline(line.text) &&
      lines.slice(i).every((later) => isHeadline(later.text) || isFurniture(later))
    ) {
      found.push({ start: line.start, end: line.end, why: 'related' })
      continue
    }
    heading = false
    if (top && !datelined) {
      const dateline = datelineOf(line)
      if (dateline) {
        found.push(dateline.skipped)
        day ??= dateline.day
        datelined = true
      }
    }
    found.push(...inlineOf(line, tail))
  }
  return { skipped: apart(found), day }
}

function fits(rule: LineRule, at: { readonly top: boolean; readonly tail: boolean }): boolean {
  return rule.where === 'any' || (rule.where === 'top' ? at.top : at.tail)
}

function isFurniture(line: Line): boolean {
  return LINE_RULES.some((rule) => rule.where !== 'top' && rule.line.test(line.text))
}

/** Short, and it does not end like a sentence of a story. */
function isHeadline(text: string): boolean {
  return text.length <= 160 && !/[.!…”"]$/.test(text)
}

function datelineOf(line: Line): { readonly skipped: Skipped; readonly day: string | null } | undefined {
  const head = line.text.slice(0, 160)
  if (NOT_A_PLACE.test(head)) return undefined
  for (const pattern of DATELINES) {
    const match = pattern.exec(head)
    // A line that is a dateline and nothing more would be a headline such as "BAGHDAD - LIVE".
    if (!match || match[0].length >= line.text.length) continue
    const end = line.start + match[0].trimEnd().length
    return { skipped: { start: line.start, end, why: 'dateline' }, day: fullDay(match.groups?.date) }
  }
  return undefined
}

function inlineOf(line: Line, tail: boolean): Skipped[] {
  return INLINE_RULES.filter((rule) => rule.where === 'any' || tail).flatMap((rule) =>
    [...line.text.matchAll(rule.find)].map((match) => {
      const start = line.start + match.index
      return { start, end: start + match[0].length, why: rule.why }
    }),
  )
}

function dayIn(text: string): string | null {
  return fullDay(DATE_IN_LINE.exec(text)?.[0])
}

/** A date without its year fixes no day. */
function fullDay(date: string | undefined): string | null {
  return date && /\d{4}/.test(date) ? dayOf(date) : null
}

/** The lines that hold more than space, without the space round them. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const trimmed = match[0].trim()
    if (trimmed === '') continue
    const start = match.index + match[0].indexOf(trimmed[0]!)
    lines.push({ start, end: start + trimmed.length, text: trimmed })
  }
  return lines
}

/** In order, none overlapping another: what overlaps becomes one stretch with the first one's reason. */
function apart(found: readonly Skipped[]): Skipped[] {
  const kept: Skipped[] = []
  for (const next of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last && next.start < last.end) kept[kept.length - 1] = { ...last, end: Math.max(last.end, next.end) }
    else kept.push(next)
  }
  return kept
}
