import { overlapOf, type Range } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Draft } from '../entities/find-mentions.ts'
import type { Found } from '../model/spans.ts'
import { accordingTo } from './according-to.ts'
import { bestOf, nearby } from './best-of.ts'
import { fitToQuotes, looseQuotes } from './fit-quotes.ts'
import { readFormats } from './formats.ts'
import { clauseBefore, pastVerb, verbBefore } from './plain-sayings.ts'
import { quotedSaying } from './quoted-saying.ts'
import { isTold, speakerHint } from './speaker-hint.ts'

/** An attribution before anybody is resolved: the spans that belong together and how sure. */
export type Bare = {
  readonly source: Found | null
  readonly cue: Found | null
  readonly content: readonly Range[]
  /** The mention that speaks where there is no source span, -1 for none. */
  readonly hint: number
  /** A post as a whole: its author's own words. */
  readonly byAuthor?: true
  readonly score: number
}

const SOURCE = -0.6
const CONTENT = -0.9
const REACH = 3

/**
 * Put sources, cues and contents together by the model's links.
 *
 *     “We will stay,” [source Okafor] [cue said]. “Not today.”   → one attribution with two pieces of content
 */
export function assembleAttributions(doc: Document, drafts: readonly Draft[] = []): Bare[] {
  const cues = apart(doc.found.get('cue') ?? [])
  const sources = apart(doc.found.get('source') ?? [])
  const contents = apart(doc.found.get('content') ?? [])
  const near = nearIn(doc)
  const link = { source: doc.linker.index('source'), content: doc.linker.index('content') }

  const pieces = new Map<Found, { range: Found; score: number }[]>()
  const unmarked: Found[] = []
  for (const content of contents) {
    const missed = verbBefore(doc, content, cues)
    if (missed) {
      unmarked.push(missed)
      pieces.set(missed, [{ range: content, score: content.score }])
      continue
    }
    const best = bestOf(nearby(cues, content.start), (cue) =>
      near(cue, content) && reaches(doc, cue, content)
        ? doc.linker.one(cue, content, link.content)
        : Number.NEGATIVE_INFINITY,
    )
    if (best && best.score > CONTENT) {
      const list = pieces.get(best.item)
      if (list) list.push({ range: content, score: best.score })
      else pieces.set(best.item, [{ range: content, score: best.score }])
    }
  }
  const found: Bare[] = []
  for (const cue of [...cues, ...unmarked]) {
    const source = sourceFor(doc, cue, sources)
    const content = ofOneSaying(doc, cue, pieces.get(cue) ?? [])
    if (content.length === 0) {
      const clause = source && clauseBefore(doc, cue, source)
      if (clause) found.push({ cue, source, hint: -1, content: [clause], score: cue.score / 2 })
      continue
    }
    const marked = content.map((c) => c.range)
    const ranges = fitToQuotes(
      doc,
      marked.map((c) => pastVerb(doc, cue, c, [...cues, ...marked])),
    )
    found.push({
      cue,
      source,
      hint: speakerHint(doc, cue, drafts, ranges),
      content: ranges,
      score: Math.min(cue.score, ...content.map((c) => c.range.score)),
    })
  }
  const bare = looseQuotes(doc, found, cues, (cue, quote) => ({
    source: sourceFor(doc, cue, sources),
    hint: speakerHint(doc, cue, drafts, [quote]),
  }))
  found.push(...accordingTo(doc, sources, found))
  const all = [...found.flatMap((a) => quotedSaying(doc, a, found)), ...bare].filter((a) => !isCondition(doc, a))
  const formats = readFormats(doc).map((f) => ({ ...f, hint: -1, content: [f.content], score: 0.9 }))
  return [...formats, ...withoutFormats(all, formats)].sort((a, b) => startOf(a) - startOf(b))
}

/** "Who asked not to be named" tells why somebody goes without a name, not what he says. */
function isCondition(doc: Document, a: Bare): boolean {
  const [c] = a.content
  return a.cue !== null && c !== undefined && CONDITION.test(doc.text.slice(a.cue.start, c.end))
}

const CONDITION =
  /^(?:who |has |had |have )*(?:asked|requested|insisted|spoke|speaking|declined|wished|wanted)\b.{0,30}\b(?:anonymity|(?:not )?to be (?:named|identified|quoted))\b/

/** The attributions that the form of the text does not tell better: those of other places, and those inside what is said. */
function withoutFormats(all: readonly Bare[], formats: readonly Bare[]): Bare[] {
  const isSame = (a: Bare, c: Range, f: Bare): boolean => {
    const [own] = f.content as [Range]
    const isWhole = overlapOf(c, own) >= 0.8 * (own.end - own.start)
    return isWhole || (a.cue !== null && f.cue !== null && overlapOf(a.cue, f.cue) > 0)
  }
  return all.filter((a) => !formats.some((f) => a.content.some((c) => isSame(a, c, f))))
}

/**
 * The content that belongs to one saying: where the cue's own sentence holds some, a quotation that ended before it is somebody else's,
 * and only a quotation goes on behind it.
 */
function ofOneSaying<T extends { readonly range: Range }>(
  doc: Document,
  cue: Range,
  content: readonly T[],
): readonly T[] {
  const own = indexAt(doc.sentences, cue.start)
  const at = (c: T): number => indexAt(doc.sentences, c.range.start)
  const ends = (c: T): number => indexAt(doc.sentences, c.range.end - 1)
  if (!content.some((c) => at(c) <= own && own <= ends(c))) return content
  const isQuote = (c: T): boolean => doc.quotes.some((q) => Math.abs(q.start - c.range.start) <= 1)
  const isDirect = content.every((c) => at(c) > own || isQuote(c))
  return content.filter((c) => ends(c) >= own && (at(c) <= own || (isDirect && isQuote(c))))
}

/** The source of a cue: of the spans tagged as sources the one the model links best. */
function sourceFor(doc: Document, cue: Found, sources: readonly Found[]): Found | null {
  const link = doc.linker.index('source')
  const near = nearIn(doc)
  const best = bestOf(nearby(sources, cue.start), (s) =>
    near(s, cue) && overlapOf(s, cue) === 0 && !isTold(doc, cue, s)
      ? doc.linker.one(cue, s, link)
      : Number.NEGATIVE_INFINITY,
  )
  if (best && best.score > SOURCE) return best.item
  return null
}

/** Whether a cue may reach a content: in its own paragraph, or over into a quotation that goes on from the paragraph before. */
function reaches(doc: Document, cue: Range, content: Range): boolean {
  if (indexAt(doc.paragraphs, cue.start) === indexAt(doc.paragraphs, content.start)) return true
  return (
    doc.quotes.some((q) => q.continues && q.start <= content.start + 2 && content.start < q.end) ||
    /:\s*$/.test(doc.text.slice(cue.end, content.start))
  )
}

/** Whether two stretches are at most some sentences apart. */
const nearIn =
  (doc: Document) =>
  (a: Range, b: Range): boolean =>
    Math.abs(indexAt(doc.sentences, a.start) - indexAt(doc.sentences, b.start)) <= REACH

/** Where an attribution begins in the text: its first piece of content. */
export function startOf(bare: Bare): number {
  return Math.min(...bare.content.map((c) => c.start))
}

/** Spans of one kind that do not overlap: of two that do, the surer one stays. */
function apart(spans: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const s of [...spans].sort((a, b) => b.score - a.score)) if (!kept.some((k) => overlapOf(k, s) > 0)) kept.push(s)
  return kept.sort((a, b) => a.start - b.start)
}
