import type { Range } from '../../codebook/index.ts'

const HEDGE =
  /\b(?:technically|nominally|reportedly|allegedly|alleged|supposed(?:ly)?|so-called|purported(?:ly)?|(?:is|are|was|were|be|been|widely) (?:believed|thought|considered|seen|regarded|viewed|said)|believed to|thought to|de facto|loosely|ostensibly|suspected|apparently|effectively|in effect|accus(?:ed|es|ing)|may|might|could|possibly|perhaps|claim(?:s|ed|ing)? to|denie[sd]|den(?:y|ying)|what (?:it|he|she|they) (?:calls?|described?))\b/i

/** Whether the words of a relation, or those right before it in the same clause, hedge it: "technically part of", "accused of backing". */
export function isHedged(text: string, sentence: Range | undefined, evidence: Range): boolean {
  if (!sentence) return false
  const before = text.slice(Math.max(sentence.start, evidence.start - 25), evidence.start)
  return HEDGE.test(before.replace(/^.*[,;:]/s, '') + text.slice(evidence.start, evidence.end))
}
