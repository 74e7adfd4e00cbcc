import type { Work } from './read-article.ts'
import type { Explanation } from './reader.ts'

/** What was found at a place in the text. */
export function explainAt({ doc, reading }: Work, at: number): Explanation {
  const sentence = doc.sentences.find((s) => s.start <= at && at < s.end)
  return {
    at,
    sentence: sentence
      ? { start: sentence.start, end: sentence.end, text: doc.text.slice(sentence.start, sentence.end) }
      : null,
    findings: reading.events.length < 0 ? [] : [],
  }
}
