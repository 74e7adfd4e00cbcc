import type { Range } from '../../codebook/index.ts'

const HEDGE =
  /\b(?:technically|nominally|reportedly|allegedly|alleged|supposed(?:ly)?|so-called|purported(?:ly)?|believed|thought|considered|widely (?:seen|regarded|viewed)|seen as|said to|de facto|loosely|ostensibly|suspected|apparently|effectively|in effect|accused of|may be|might be|could be|possibly|claims? to|what (?:it|he|she|they) (?:calls?|described?))\b/i

/** Whether the words round a relation hedge it: "technically part of", "believed to be backed by". */
export function isHedged(text: string, sentence: Range | undefined, evidence: Range): boolean {
  if (!sentence) return false
  const from = Math.max(sentence.start, evidence.start - 25)
  return HEDGE.test(text.slice(from, Math.min(sentence.end, evidence.end + 10)))
}
