import { overlapOf, type Range } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Draft } from '../entities/find-mentions.ts'
import { bestOf, nearby } from './best-of.ts'

const MENTION = -4
type Ends = { readonly first: number; readonly last: number }
// Cues that name nobody: "is thought", "reportedly".
const NOBODY =
  /^(?:it |there )?(?:is|are|was|were|be|been|being|has been|have been|had been|is being|are being)\b|(?:ly|alleged)$/i

/**
 * The mention that must be the speaker where no span is tagged as the source: of all in the cue's sentence the one the model links best.
 * Its span is not given out as a source: the borders of a source are the model's to tell.
 */
export function speakerHint(
  doc: Document,
  cue: Ends & Range,
  drafts: readonly Draft[],
  content: readonly Range[],
): number {
  const words = doc.text.slice(cue.start, cue.end)
  // "Asked whether …": whom that is asked of, not who asks.
  if (NOBODY.test(words) || /^(?:Asked|Told|Pressed|Questioned)\b/.test(words)) return -1
  const link = doc.linker.index('source')
  const sentence = indexAt(doc.sentences, cue.start)
  const best = bestOf(nearby(drafts, cue.start), (d) => {
    return d.sentence === sentence &&
      overlapOf(d, cue) === 0 &&
      !isTold(doc, cue, d) &&
      !content.some((c) => overlapOf(c, d) > 0)
      ? doc.linker.one(cue, d, link)
      : Number.NEGATIVE_INFINITY
  })
  if (!best || best.score <= MENTION) return -1
  const past = subjectPastClause(doc, cue, nearby(drafts, cue.start), best.item)
  return drafts.indexOf(past ?? best.item)
}

/** Whether somebody is the one told, not the one who tells: "told the Courier". */
export function isTold(doc: Document, cue: Range, somebody: Range): boolean {
  if (somebody.start < cue.end || somebody.start - cue.end > 2) return false
  return /\b(?:told|tells?|telling|informed|informs)$/i.test(doc.text.slice(cue.start, cue.end))
}

/**
 * Somebody whose relative clause stands between him and the cue: the last name in the clause is not the one who speaks.
 *
 *     [Two officials] who were not allowed to talk to Okoth said …
 */
function subjectPastClause<T extends Range>(doc: Document, cue: Range, drafts: readonly T[], best: T): T | null {
  const subject = drafts.findLast((d) => d.end < best.start && WHO.test(doc.text.slice(d.end, best.start)))
  if (!subject || best.end > cue.start) return null
  const who = WHO.exec(doc.text.slice(subject.end, best.start))?.[0] ?? ''
  const isClosed = /[;:“”]|[.!?]\s/.test(doc.text.slice(subject.end, cue.start))
  // "…, which Okoth said": the clause's own subject.
  return isClosed || subject.end + who.length >= best.start ? null : subject
}

const WHO = /^,? (?:who|which|that) /
