import { overlapOf } from '../../codebook/index.ts'
import { type Document, piecesOf, sentenceAt } from '../document.ts'
import type { Bare } from './assemble.ts'
import { startPast } from './plain-sayings.ts'

/**
 * A saying that quotes another, as the two that it is, where the model marked only who is quoted; all others stay as they are.
 *
 *     Local media quoted [witnesses as saying that shots were fired].   and inside it   [witnesses] as saying [that shots were fired]
 */
export function quotedSaying(doc: Document, a: Bare, all: readonly Bare[]): Bare[] {
  const cue = a.cue
  const sentence = cue && sentenceAt(doc, cue.start)
  if (!cue || !sentence || !QUOTED.test(doc.text.slice(cue.start, cue.end))) return [a]
  const match = AS_SAYING.exec(doc.text.slice(cue.end, sentence.end))
  if (!match) return [a]
  const end = sentence.end - (doc.text[sentence.end - 1] === '.' ? 1 : 0)
  const start = cue.end + 1
  const saying = start + (match[1] as string).length + 1
  const said = saying + (match[2] as string).length
  // "Okoth was quoted by the agency as saying …": he speaks, the agency carries it.
  if (/^by /.test(match[1] as string)) {
    const opens = startPast(doc, sentence)
    const subject = { start: opens, end: opens + doc.text.slice(opens, cue.start).trimEnd().length }
    const at = SUBJECT.test(doc.text.slice(subject.start, subject.end)) ? piecesOf(doc.scores, subject) : null
    const source = at && { tag: 'source', ...subject, ...at, score: 0.5 }
    return [{ ...a, source, content: [{ start: said + 1, end }] }]
  }
  const outer = { ...a, content: [{ start, end }] }
  const [source, inner] = [
    { start, end: saying - 1 },
    { start: saying, end: said },
  ]
  const [s, c] = [piecesOf(doc.scores, source), piecesOf(doc.scores, inner)]
  if (!s || !c || all.some((b) => b.cue && overlapOf(b.cue, inner) > 0)) return [outer]
  const score = 0.5
  const quoted: Bare = {
    source: { tag: 'source', ...source, ...s, score },
    cue: { tag: 'cue', ...inner, ...c, score },
    content: [{ start: said + 1, end }],
    hint: -1,
    score,
  }
  return [outer, quoted]
}

const QUOTED = /\b(?:quoted|quotes|quoting|cited|cites|citing)$/
const AS_SAYING = /^ (.{2,120}?) (as (?:saying|telling \S+|warning))(?: that)? (?=\S)/s
/** A noun phrase with nothing done in it. */
const SUBJECT = /^\p{Lu}(?:(?! (?:said|says|was|were|is|are|has|had|have) )[^“”"]){1,120}$/u
