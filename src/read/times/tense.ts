const AHEAD =
  /\b(?:will|shall|won['’]t|(?:is|are|was|were) (?:to|due|set|scheduled|expected|planned|slated|likely) ?(?:to|for)?|due (?:to|for|in)|scheduled (?:to|for)|expected to|set to|set for|planned for|plans? to|planning to|hopes? to|intends? to|about to|going to|upcoming|forthcoming|ahead of|deadline|would (?:be|begin|meet|hold|take|start|travel|visit|resume|vote|go|arrive|leave|come|return)|to be held|in time for|preparing (?:to|for))\b/giu
const LIMIT = /\b(?:until|till|by|before)\s+$/iu
const SAYING =
  /\b(?:said|says|told|announced|warned|added|tweeted|wrote|declared|vowed|according|confirmed|reported|insisted|claimed|promised|agreed|met|spoke)\b/iu
const SENTENCE_END = /[.!?…](?:["”'’)\]]+)?\s+(?=["“'‘(]?\p{Lu})|\n/gu

/**
 * Whether the words round a time look ahead: "they will meet in Geneva on Friday".
 * A verb of saying between the two turns it back: "they will meet, he said on Friday".
 */
export function looksAhead(before: string, after: string): boolean {
  const clause = before.slice(-200).split(SENTENCE_END).at(-1) ?? ''
  if (LIMIT.test(clause)) return true
  const last = [...clause.matchAll(AHEAD)].at(-1)
  if (last) return !SAYING.test(clause.slice(last.index + last[0].length))
  if (clause.trim().length > 4) return false
  const next = after.slice(0, 80).split(SENTENCE_END)[0] ?? ''
  const ahead = next.search(/\b(?:will|shall|is due to|are due to|is set to|are set to|plans? to)\b/iu)
  return ahead >= 0 && !SAYING.test(next.slice(0, ahead))
}
