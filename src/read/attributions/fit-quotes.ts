import { overlapOf, type Range } from '../../codebook/index.ts'
import { type Document, indexAt, piecesOf } from '../document.ts'
import type { Found } from '../model/spans.ts'
import type { Quote } from '../text/quotes.ts'
import type { Bare } from './assemble.ts'

const SCARE = 4

/** Content with the borders of the quotation that it mostly is: marks belong to what is quoted. */
export function fitToQuotes(doc: Document, content: readonly Range[]): Range[] {
  const fitted = content.map((c) => {
    const quote = doc.quotes.find(
      (q) => q.depth === 1 && mostly({ start: q.start + 1, end: q.end - 1 }, c) && mostly(c, q),
    )
    if (quote) {
      const lead = doc.text.slice(c.start, Math.max(c.start, quote.start))
      return { start: /\p{L}/u.test(lead) && !lead.includes('"') ? c.start : quote.start, end: quote.end }
    }
    // A mark that belongs to a quotation inside the content is taken in, never cut off.
    const edge = doc.quotes.find(
      (q) =>
        q.depth === 1 &&
        ((q.start === c.start - 1 && q.end <= c.end + 1) || (q.end === c.end + 1 && q.start >= c.start - 1)),
    )
    return edge
      ? { start: Math.min(c.start, edge.start), end: Math.max(c.end, edge.end) }
      : { start: c.start, end: c.end }
  })
  return fitted.filter((c, i) => fitted.findIndex((d) => overlapOf(c, d) > 0) === i).sort((a, b) => a.start - b.start)
}

function mostly(a: Range, b: Range): boolean {
  return overlapOf(a, b) >= 0.75 * (a.end - a.start)
}

/**
 * Quotations that no attribution holds: given to the cue that stands beside them, or to the one who speaks in the text round them.
 * A quotation goes on with the attribution of its own paragraph, or of the paragraph before when that one was left open;
 * otherwise it stays without a source. Marks round a word or two are no quotation.
 */
export function looseQuotes(
  doc: Document,
  found: Bare[],
  cues: readonly Found[],
  speakerOf: (cue: Found, quote: Range) => Pick<Bare, 'source' | 'hint'>,
): Bare[] {
  const bare: Bare[] = []
  for (const quote of doc.quotes) {
    if (quote.depth !== 1 || quote.words < SCARE || isHeld(quote, found) || isHeld(quote, bare)) continue
    const cue = cueBeside(doc, quote, cues, found) ?? verbBeside(doc, quote, cues)
    const owner = cue ? found.findIndex((a) => a.cue === cue) : ownerOf(doc, quote, found)
    if (owner >= 0) {
      const a = found[owner] as Bare
      found[owner] = {
        ...a,
        content: [...a.content, { start: quote.start, end: quote.end }].sort((x, y) => x.start - y.start),
      }
    } else if (cue)
      found.push({ cue, ...speakerOf(cue, quote), content: [{ start: quote.start, end: quote.end }], score: cue.score })
    else if (isSentence(doc, quote))
      bare.push({ source: null, hint: -1, cue: null, content: [{ start: quote.start, end: quote.end }], score: 0.3 })
  }
  return bare
}

/** The cue right behind a quotation ("…,” the mayor said) or right before it (she added: “…), with no other quotation between. */
function cueBeside(doc: Document, quote: Quote, cues: readonly Found[], found: readonly Bare[]): Found | null {
  const isClosed = /[.!?…]["”]$/.test(doc.text.slice(quote.start, quote.end))
  for (const cue of cues) {
    // “…shut.” The mayor has called for calm: a sentence with content of its own is no tag of the quotation before it.
    if (isClosed && cue.start >= quote.end && found.some((a) => a.cue === cue && startsIn(doc, a, cue))) continue
    const after = doc.text.slice(quote.end, cue.start)
    if (
      cue.start >= quote.end &&
      cue.start - quote.end < 160 &&
      /^(?:(?!["“”.!?]\s).)*$/s.test(after) &&
      /[,?!.—–-]["”]$/.test(doc.text.slice(quote.start, quote.end)) &&
      !/\n/.test(after)
    )
      return cue
    const before = doc.text.slice(cue.end, quote.start)
    if (cue.end <= quote.start && before.length < 60 && /^[^"“”.!?\n]*[,:]\s$/.test(before)) return cue
  }
  return null
}

const startsIn = (doc: Document, a: Bare, cue: Range): boolean =>
  a.content.some((c) => indexAt(doc.sentences, c.start) === indexAt(doc.sentences, cue.start))

const VERB =
  /\b(?:said|says|added|adds|told|tells|asked|wrote|writes|tweeted|warned|insisted|declared|replied|explained|continued|argued|noted|concluded|recalled|stated)\b/

/** A plain verb of saying right behind a quotation, where the model saw no cue: “…,” Ana Ruiz, the mayor of the town, said. */
function verbBeside(doc: Document, quote: Quote, cues: readonly Found[]): Found | null {
  const after = doc.text.slice(quote.end, quote.end + 160)
  const verb = /[,?!—–-]["”]$/.test(doc.text.slice(quote.start, quote.end)) ? VERB.exec(after) : null
  if (!verb || /["“”\n]|[.!?]\s/.test(after.slice(0, verb.index))) return null
  const range = { start: quote.end + verb.index, end: quote.end + verb.index + verb[0].length }
  const pieces = piecesOf(doc.scores, range)
  if (!pieces || cues.some((c) => overlapOf(c, range) > 0)) return null
  return { tag: 'cue', ...range, ...pieces, score: 0.5 }
}

const isHeld = (quote: Quote, found: readonly Bare[]): boolean =>
  found.some((a) => a.content.some((c) => overlapOf(c, quote) >= 0.3 * (quote.end - quote.start)))

/** The attribution whose quotation stands right before (or right after) in the same paragraph, or was left open before. */
function ownerOf(doc: Document, quote: Quote, found: readonly Bare[]): number {
  const paragraph = indexAt(doc.paragraphs, quote.start)
  const from = doc.paragraphs[paragraph]?.start ?? 0
  const isQuote = (start: number): boolean => doc.quotes.some((q) => q.start === start)
  let best: { index: number; gap: number } | null = null
  for (const [index, a] of found.entries()) {
    if (!a.cue) continue
    for (const c of a.content) {
      const end = Math.max(c.end, a.cue.end, a.source?.end ?? 0)
      const before =
        end <= quote.start && (quote.continues || (c.start >= from && onlyWords(doc.text.slice(end, quote.start)) <= 3))
      const gap = quote.start - end
      if (before && gap < 400 && (!best || gap < best.gap) && isQuote(c.start)) best = { index, gap }
    }
  }
  return best?.index ?? -1
}

const onlyWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** A quotation that is a sentence of its own, not a title or a name inside one. */
function isSentence(doc: Document, quote: Quote): boolean {
  const before = doc.text.slice(Math.max(0, quote.start - 3), quote.start)
  return quote.words >= 6 && /(^|[\n.!?:”"]\s*)$/.test(before)
}
