import { overlapOf, type Range } from '../../codebook/index.ts'
import { type Document, piecesOf, sentenceAt } from '../document.ts'
import type { Found } from '../model/spans.ts'

const SAYS = /\b(said|says|added|adds|claimed|claims|insisted|argued|warned|announced|explained|noted)(?: that)? $/

/** The plain verb of saying right before content that the model is sure of, where it saw no cue. */
export function verbBefore(doc: Document, content: Found, cues: readonly Found[]): Found | null {
  const from = Math.max(0, content.start - 20)
  const verb = content.score > 0.5 ? SAYS.exec(doc.text.slice(from, content.start)) : null
  if (!verb) return null
  const start = from + verb.index
  const range = { start, end: start + (verb[1] as string).length }
  const at = piecesOf(doc.scores, range)
  return at && !cues.some((c) => overlapOf(c, range) > 0) ? { tag: 'cue', ...range, ...at, score: 0.5 } : null
}

const PLAIN = /^(?:also |later |then |has |had )*(?:said|says|added|adds|explained|noted|continued|wrote|recalled)$/

/** What is said before a cue that ends its sentence, where the model marked nothing: [The road will stay shut], said Okoth. */
export function clauseBefore(doc: Document, cue: Range, source: Range): Range | null {
  const sentence = sentenceAt(doc, cue.start)
  if (!sentence || !PLAIN.test(doc.text.slice(cue.start, cue.end))) return null
  const from = Math.min(cue.start, source.start)
  const rest = doc.text.slice(Math.max(cue.end, source.end), sentence.end)
  const clause = /^(.*\S),\s$/s.exec(doc.text.slice(sentence.start, from))?.[1]
  if (source.start < sentence.start || !clause || !END.test(rest) || clause.split(' ').length < 4) return null
  const opens = startPast(doc, sentence)
  const start = opens + (LINK.exec(doc.text.slice(opens, from))?.[0].length ?? 0)
  const range = { start, end: sentence.start + clause.length }
  return doc.quotes.some((q) => overlapOf(q, range) > 0) ? null : range
}

/** What may stand behind a speech tag: nothing, or a day. */
const END = /^(?: (?:on|in|last|this|late|earlier|yesterday|today)\b[^,]{0,30})?[.,]?$/
const LINK = /^(?:Meanwhile|However|But|And|Still|Separately|Also|Earlier|Later),? /

/** Content that stops before its own verb goes on to the end of its sentence: "They fear [the dispute] is about to spread." */
export function pastVerb(doc: Document, cue: Range, content: Range, others: readonly Range[]): Range {
  const sentence = sentenceAt(doc, content.start)
  if (!sentence || cue.end > content.start || !CLAUSE.test(doc.text.slice(cue.start, cue.end))) return content
  const rest = doc.text.slice(content.end, sentence.end)
  const end = sentence.end - (/[.!?]$/.test(rest) ? 1 : 0)
  const isFree = !others.some((o) => content.end <= o.start && o.start < sentence.end)
  return isFree && FINITE.test(rest) && !/["“”]/.test(rest) ? { start: content.start, end } : content
}

const CLAUSE =
  /\b(?:said|says?|thinks?|thought|believes?|believed|fears?|feared|hopes?|hoped|suggests?|suggested|claims?|claimed|warn(?:s|ed)?|argue[sd]?|knows?|knew|insist(?:s|ed)?|reports?|reported|added|feels?|felt|expects?)$/
const FINITE = /^ (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did)\b/

/** Where a sentence begins behind what of it is skipped: a dateline. */
export function startPast(doc: Document, sentence: Range): number {
  const over = doc.article.skipped.filter(
    (s) => s.start <= sentence.start && sentence.start < s.end && s.end < sentence.end,
  )
  const start = Math.max(sentence.start, ...over.map((s) => s.end))
  return start + (/^\s*/.exec(doc.text.slice(start, sentence.end))?.[0].length ?? 0)
}
