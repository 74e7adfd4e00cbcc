import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { RawEvent } from './find-events.ts'

const WORDS = String.raw`(?:[\p{L}\p{N}’'-]+\s+)`
const AUX = String.raw`(?:(?:has|have|had|also|then|\p{L}+ly)\s+)*`
const BOUND: readonly RegExp[] = [
  // "killed and wounded", "airstrikes and shelling"
  /^\s*(?:,|,?\s+(?:and|or))\s+(?:\p{L}+ly\s+)?$/u,
  // "killed in a clash", "arrested during the raid"
  new RegExp(String.raw`^(?:\s+[\p{L}\p{N}’' -]{0,30})?\s+(?:in|during|by|when)\s+${WORDS}{0,5}$`, 'u'),
  // "an operation to oust"
  /^\s+to\s+$/u,
  // "shot six students, an attack that"
  new RegExp(String.raw`^[^.;:“”"]{0,120},\s+an?\s+${WORDS}{0,2}$`, 'u'),
  // "an attack in May that killed"
  new RegExp(String.raw`^[^.;:“”"]{0,60}?\s(?:that|which)\s+${AUX}$`, 'u'),
]
const HARM = /^(?:kill|wound|injur|destroy|maim)(?:ed|ing)$/i
const HARMING = /^[^.;:“”"]{0,80}?(?:,\s+|\s)(?:\p{L}+ly\s+)?$/u
const IN_ONE = /^[^.;:“”"]{0,120}\s(?:in|by|during)\s+an?\s+(?:[\p{L}-]+\s+){0,3}$/u
const DEFINITE = /\b(?:the|this|that|these|those|latest|deadly)\s+(?:[\p{L}-]+\s+){0,2}$/iu
const AFTER = 4

/** Whether the later of two mentions tells the act of the earlier one in the same breath: "an attack that killed", "killed and wounded", "killed in a clash". */
export function isOneAct(doc: Document, first: RawEvent, second: RawEvent): boolean {
  if (first.type !== second.type || sentenceOf(doc, first) !== sentenceOf(doc, second)) return false
  const between = doc.text.slice(first.trigger.end, second.trigger.start)
  if (HARM.test(wordOf(doc, second)) && HARMING.test(between)) return true
  if (HARM.test(wordOf(doc, first)) && IN_ONE.test(between)) return true
  return BOUND.some((pattern) => pattern.test(between))
}

/** Whether a mention goes back to an act told some sentences before by the same word: "the strikes" after "two waves of airstrikes". */
export function isToldAgain(doc: Document, first: RawEvent, second: RawEvent): boolean {
  const apart = sentenceOf(doc, second) - sentenceOf(doc, first)
  if (first.type !== second.type || apart < 0 || apart > AFTER || first.trigger.start >= second.trigger.start)
    return false
  return (
    DEFINITE.test(doc.text.slice(Math.max(0, second.trigger.start - 40), second.trigger.start)) &&
    isSameWord(wordOf(doc, first), wordOf(doc, second))
  )
}

/** Whether two mentions anywhere in an article tell one act: the same word, and somebody in common on the same side. */
export function isSameStory(doc: Document, clusters: Clusters, a: RawEvent, b: RawEvent): boolean {
  if (a.type !== b.type || !isSameWord(wordOf(doc, a), wordOf(doc, b))) return false
  return inCommon(doc, clusters, a.actors, b.actors) || inCommon(doc, clusters, a.recipients, b.recipients)
}

/** Whether nothing said of the parties of two mentions speaks against their being one act. */
export function fitsTogether(doc: Document, clusters: Clusters, a: RawEvent, b: RawEvent): boolean {
  return (['actors', 'recipients'] as const).every(
    (role) => a[role].length === 0 || b[role].length === 0 || inCommon(doc, clusters, a[role], b[role]),
  )
}

const inCommon = (doc: Document, clusters: Clusters, a: readonly number[], b: readonly number[]): boolean =>
  a.some((m) => b.some((n) => clusters.of[m] === clusters.of[n] || isAlike(doc, clusters, m, n)))

/** "Dozens of Tavrian miners" and "Tavrian miners": the longer holds all of the shorter. */
function isAlike(doc: Document, clusters: Clusters, m: number, n: number): boolean {
  const words = (i: number): string[] =>
    doc.text
      .slice(clusters.drafts[i]?.start, clusters.drafts[i]?.end)
      .match(/\p{Lu}[\p{L}’'-]+/gu)
      ?.map((w) => w.replace(/s$/, '')) ?? []
  const [x, y] = [words(m), words(n)]
  return x.some((w) => y.includes(w))
}

const wordOf = (doc: Document, event: RawEvent): string =>
  doc.text.slice(event.trigger.start, event.trigger.end).toLowerCase()
const sentenceOf = (doc: Document, event: RawEvent): number => indexAt(doc.sentences, event.trigger.start)

/** "airstrikes" and "the strikes", "attacked" and "the attack". */
function isSameWord(a: string, b: string): boolean {
  const [x, y] = [stem(a), stem(b)]
  return x === y || (y.length > 4 && x.endsWith(y)) || (x.length > 4 && y.endsWith(x))
}

const DYING = /^(?:kill|death|died?$|dead|slain|slay|casualt|fatalit)/
const stem = (word: string): string =>
  DYING.test(word) ? 'kill' : word.replace(/(?:ings?|ed|ers?|es|s|e)$/, '').replace(/(.)\1$/, '$1')
