import { overlapOf } from '../../codebook/index.ts'
import { type Document, piecesOf, sentenceAt } from '../document.ts'
import type { Found } from '../model/spans.ts'
import type { Bare } from './assemble.ts'
import { startPast } from './plain-sayings.ts'

/**
 * What is said "according to" somebody, where the model marked it not or not as a whole.
 *
 *     According to [Okoth], [the road is shut].   ·   [The road is shut], according to [the city’s police].
 */
export function accordingTo(doc: Document, sources: readonly Found[], known: readonly Bare[]): Bare[] {
  return [...doc.text.matchAll(/\b[Aa]ccording to (?=\S)/g)].flatMap((m) => {
    const cue = { start: m.index, end: m.index + 'according to'.length }
    const sentence = sentenceAt(doc, cue.start)
    const isInQuote = doc.quotes.some((q) => q.start <= cue.start && cue.end <= q.end)
    if (!sentence || isInQuote || known.some((a) => a.cue !== null && overlapOf(a.cue, cue) > 0)) return []
    const end = sentence.end - (doc.text[sentence.end - 1] === '.' ? 1 : 0)
    const from = cue.end + 1
    const marked = sources.find((s) => s.start === from && s.end <= end)
    const start = startPast(doc, sentence)
    const opens = /^["“‘]?$/.test(doc.text.slice(start, cue.start))
    const comma = doc.text.slice(from, end).indexOf(', ')
    const until = marked?.end ?? (opens ? from + comma : end)
    const before = /^(.*\S),\s$/s.exec(doc.text.slice(start, cue.start))?.[1]
    const content = opens
      ? { start: until + (/^[,\s]*/.exec(doc.text.slice(until, end))?.[0].length ?? 0), end }
      : { start, end: start + (before?.length ?? 0) }
    if (
      (opens && comma < 0) ||
      until - from > 160 ||
      content.end - content.start < SHORTEST ||
      content.end - content.start > LONGEST
    )
      return []
    const [c, s] = [piecesOf(doc.scores, cue), piecesOf(doc.scores, { start: from, end: until })]
    if (!c || !s) return []
    const source = marked ?? { tag: 'source', start: from, end: until, ...s, score: 0.5 }
    return [{ cue: { tag: 'cue', ...cue, ...c, score: 0.5 }, source, content: [content], hint: -1, score: 0.5 }]
  })
}

const SHORTEST = 12
const LONGEST = 1000
