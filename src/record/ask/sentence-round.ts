const FARTHEST = 600
/** A full stop after these ends no sentence: "Gen. Milley", "J. Smith", "U.S. forces". */
const SHORT =
  /(?:^|[\s(“"‘'])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Sgt|Cpl|Capt|Adm|Cmdr|Brig|Rep|Sen|Gov|Rev|Hon|St|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|(?:\p{Lu}\.)+\p{Lu})\.$/u

/** The sentence or sentences that hold a stretch of a text, with their letters; null where the text ends before it. */
export function sentenceRound(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number; readonly text: string } | null {
  if (end > text.length || start >= end) return null
  const first = firstLetter(text, start)
  const last = lastLetter(text, end)
  return { start: first, end: last, text: text.slice(first, last) }
}

function firstLetter(text: string, start: number): number {
  const from = Math.max(0, start - FARTHEST)
  const before = text.slice(from, start)
  let at = before.lastIndexOf('\n') + 1
  for (const { index, 0: stop } of before.matchAll(/[.!?…]["”’')\]]*\s+(?=["“‘'([]?(?:[\p{Lu}\p{N}]|$))/gu))
    if (index >= at && !SHORT.test(before.slice(0, index + 1))) at = index + stop.length
  return from + at + (before.slice(at).match(/^\s+/)?.[0].length ?? 0)
}

function lastLetter(text: string, end: number): number {
  // What is said may bring its own full stop: "… at once.” he said" goes on, "… at once." does not.
  const after = text.slice(end, end + FARTHEST)
  const line = after.indexOf('\n')
  const stop = line < 0 ? after.length : line
  if (/[.!?…]["”’']*$/.test(text.slice(Math.max(0, end - 3), end)) && /^["”’']*\s+["“]?\p{Lu}/u.test(after)) {
    const [quote = ''] = /^["”’']*/.exec(after) ?? []
    if (!/^["”’']+\s+\p{Lu}[^.!?]*\b(?:said|says|told|added|warned|tweeted|wrote)\b/u.test(after))
      return end + quote.length
  }
  for (const { index, 0: mark } of after.matchAll(/[.!?…]["”’')\]]*(?=\s|$)/gu)) {
    if (index >= stop) break
    if (!SHORT.test(text.slice(Math.max(0, end - 20), end) + after.slice(0, index + 1)))
      return end + index + mark.length
  }
  return end + stop
}
