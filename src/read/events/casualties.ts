import type { Casualties, Range } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import type { RawEvent } from './find-events.ts'

const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const ROUND: Readonly<Record<string, readonly [number, number]>> = {
  'a dozen': [12, 12],
  dozens: [24, 99],
  scores: [40, 99],
  hundreds: [200, 999],
  thousands: [2000, 9999],
  several: [3, 9],
  'no one': [0, 0],
  nobody: [0, 0],
  none: [0, 0],
  no: [0, 0],
}
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+|${SMALL.join('|')}|a dozen|dozens|scores|hundreds|thousands|several|no one|nobody|none|no|an?)`
const HEDGE = String.raw`(?:(at least|more than|over|as many as|up to|no more than|fewer than|less than|about|around|nearly|almost|some|an estimated|approximately) )?`
const RANGE = String.raw`${HEDGE}(${NUMBER})(?:(?: to |[-–]| or )(${NUMBER}))?`
const DEAD = String.raw`(?:killed|dead|died|deaths?|lost their lives|murdered|slain|massacred|martyred)`
const HURT = String.raw`(?:wounded|injured|hurt|maimed|casualties)`
// "25 people were killed" · "killed at least 25 fighters" · "killing four and wounding 11" · "a death toll of 40"
const PEOPLE = String.raw`(?: (?:of|other|more|further|${'[\\p{L}-]+'})){0,5}?`
const patterns = (word: string, verb: string): RegExp[] => [
  new RegExp(
    String.raw`\b${RANGE}${PEOPLE}(?: (?:were|was|had been|have been|has been|are|being|reportedly|also)){0,3} (?:${word})\b`,
    'giu',
  ),
  new RegExp(String.raw`\b(?:${verb}) ${RANGE}(?= |\b)`, 'giu'),
]
const KILLED = [
  ...patterns(DEAD, 'killed|killing|kill|kills|murdered|left|claimed the lives of'),
  new RegExp(String.raw`\b(?:death toll|toll)(?: \p{L}+){0,4} (?:of|to|at|reached|rose to) ${RANGE}`, 'giu'),
]
const INJURED = patterns(HURT, 'wounded|wounding|injured|injuring|hurt')
const OF_THE_DEAD = /\b(?:kill\w*|dead|died?|deaths?|murder\w*|massacre\w*|executed?|martyr\w*)\b/i

/** The dead and injured that the words give an event, as a range; null where they give none. "at least 25" has 25 as low and high. */
export function casualtiesOf(doc: Document, event: RawEvent, all: readonly RawEvent[]): Casualties | null {
  if (event.type !== 'ASSAULT') return null
  const sentence = doc.sentences.find((s) => s.start <= event.trigger.start && event.trigger.start < s.end)
  if (!sentence) return null
  const killed = nearest(doc.text, sentence, KILLED, event, all)
  const injured = nearest(doc.text, sentence, INJURED, event, all)
  return killed || injured ? { killed, injured } : null
}

/** The count that stands nearest to this event's trigger and to no other assault's. */
function nearest(
  text: string,
  sentence: Range,
  patterns: readonly RegExp[],
  event: RawEvent,
  all: readonly RawEvent[],
): { low: number; high: number } | null {
  const words = text.slice(sentence.start, sentence.end)
  for (const pattern of patterns)
    for (const m of words.matchAll(pattern)) {
      const at = { start: sentence.start + m.index, end: sentence.start + m.index + m[0].length }
      const count = countOf(m[1], m[2] as string, m[3])
      if (!count || !belongs(at, event, all, text)) continue
      return count
    }
  return null
}

function belongs(at: Range, event: RawEvent, all: readonly RawEvent[], text: string): boolean {
  const gap = (e: RawEvent): number => Math.max(0, e.trigger.start - at.end, at.start - e.trigger.end)
  const own = gap(event)
  if (own === 0) return true
  const others = all.filter((e) => e !== event && e.type === 'ASSAULT' && Math.abs(e.trigger.start - at.start) < 300)
  if (others.some((e) => gap(e) === 0 && OF_THE_DEAD.test(text.slice(e.trigger.start, e.trigger.end))))
    return others.every((e) => gap(e) === 0 || gap(e) >= own)
  return others.every((e) => gap(e) >= own)
}

function countOf(
  hedge: string | undefined,
  first: string,
  second: string | undefined,
): { low: number; high: number } | null {
  const a = numberOf(first)
  const b = second === undefined ? a : numberOf(second)
  if (!a || !b) return null
  if (hedge && /up to|as many as|no more than|fewer|less/i.test(hedge)) return { low: 0, high: b[1] }
  return { low: a[0], high: b[1] }
}

function numberOf(words: string): readonly [number, number] | null {
  const word = words.toLowerCase()
  if (/^\d/.test(word)) {
    const n = Number(word.replaceAll(',', ''))
    return Number.isSafeInteger(n) && n < 1e8 && !(n > 1900 && n < 2100 && word.length === 4) ? [n, n] : null
  }
  const small = SMALL.indexOf(word)
  if (small >= 0) return [small + 1, small + 1]
  if (word === 'a' || word === 'an') return [1, 1]
  return ROUND[word] ?? null
}
