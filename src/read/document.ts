import type { Article, Range } from '../codebook/index.ts'
import { type Linker, openLinker } from './model/links.ts'
import type { Network, Scores } from './model/network.ts'
import { type Found, readSpans } from './model/spans.ts'
import { readParagraphs } from './text/paragraphs.ts'
import { type Quote, readQuotes } from './text/quotes.ts'
import { readSentences } from './text/sentences.ts'

/** An article with what the model and the plain text steps found in it: what every later step reads. */
export type Document = {
  readonly article: Article
  readonly text: string
  readonly sentences: readonly Range[]
  readonly paragraphs: readonly Range[]
  readonly quotes: readonly Quote[]
  readonly scores: Scores
  readonly linker: Linker
  /** The model's spans outside what is skipped, by tag. */
  readonly found: ReadonlyMap<string, readonly Found[]>
}

/** A finding holds a letter or a figure: the model was never shown a text of nothing but marks. */
const LETTER = /[\p{L}\p{N}]/u

/** Read what needs no other finding: sentences, quotations and the spans of the model. */
export async function openDocument(article: Article, network: Network): Promise<Document> {
  const { text } = article
  const sentences = readSentences(text)
  const paragraphs = readParagraphs(text)
  const scores = await network.score(text, sentences)
  const paragraphEnd = new Int32Array(scores.pieces.length)
  let p = paragraphs.length - 1
  let end = scores.pieces.length
  for (let i = scores.pieces.length - 1; i >= 0; i--) {
    const piece = scores.pieces[i] as Range
    while (p > 0 && piece.start < (paragraphs[p] as Range).start) {
      p--
      end = i + 1
    }
    paragraphEnd[i] = end
  }
  const found = new Map<string, Found[]>()
  for (const span of readSpans(network, scores, { paragraphEnd })) {
    if (isSkipped(article, span) || !LETTER.test(text.slice(span.start, span.end))) continue
    const list = found.get(span.tag)
    if (list) list.push(span)
    else found.set(span.tag, [span])
  }
  return {
    article,
    text,
    sentences,
    paragraphs,
    quotes: readQuotes(text).filter((q) => !isSkipped(article, q)),
    scores,
    linker: openLinker(network, scores),
    found,
  }
}

/** Whether a stretch touches what the article tells to leave alone. */
export function isSkipped(article: Article, range: Range): boolean {
  return article.skipped.some((s) => s.start < range.end && range.start < s.end)
}

/** The index of the range that holds a position, or of the last one before it; -1 before the first. Ranges are in order and do not overlap. */
export function indexAt(ranges: readonly Range[], at: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as Range).start <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The sentence that holds a position; undefined between two. */
export function sentenceAt(doc: Pick<Document, 'sentences'>, at: number): Range | undefined {
  const sentence = doc.sentences[indexAt(doc.sentences, at)]
  return sentence && at < sentence.end ? sentence : undefined
}

/** First and last piece of a stretch of the text, or null where it holds none. */
export function piecesOf(scores: Scores, range: Range): { first: number; last: number } | null {
  const first = firstPieceFrom(scores, range.start)
  let last = first
  while (last + 1 < scores.pieces.length && (scores.pieces[last + 1] as Range).start < range.end) last++
  const piece = scores.pieces[first]
  return piece && piece.start < range.end ? { first, last } : null
}

/** The first piece that ends after a position. */
function firstPieceFrom(scores: Scores, at: number): number {
  let low = 0
  let high = scores.pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scores.pieces[middle] as Range).end <= at) low = middle + 1
    else high = middle
  }
  return low
}
