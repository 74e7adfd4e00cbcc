import type { Casualties, Range } from '../../codebook/index.ts'
import { type Document, sentenceAt } from '../document.ts'
import type { RawEvent } from './find-events.ts'

const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ROUND: Readonly<Record<string, readonly [number, number]>> = {
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
const BIG: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000 }
const UNDER_20 = SMALL.join('|')
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+|half a dozen|(?:an?|${UNDER_20}) (?:dozen|hundred|thousand)|(?:${TENS.join('|')})(?:-(?:${UNDER_20}))?|${UNDER_20}|dozens|scores|hundreds|thousands|several|no one|nobody|none|no|an?)(?![\p{L}\d]|-\p{L}|[.,]\d)`
const HEDGE = String.raw`(?:(at least|more than|over|as many as|up to|no more than|fewer than|less than|about|around|nearly|almost|some|all|all of the|all the|an estimated|approximately|between|from) )?`
const RANGE = String.raw`(?<![\d.,$€£])(?<!\b(?:boeing|airbus|flight|room|route|unit|article|section) )\b${HEDGE}(${NUMBER})(?:(?: to |[-–]| or |(?<=\bbetween [\p{L}\d-]+) and )(${NUMBER}))?`
// What a number counts, up to the verb: never past a join, another subject, or a measure of time or length.
const MEASURE =
  '(?:hour|day|week|month|year|minute|decade|mile|kilomet(?:er|re)|met(?:er|re)|km|time|house|building|home|attack|strike|bomb|shell|missile|rocket|blast|drone|raid)s?|percent|per cent'
const OTHER = String.raw`(?:and|but|or|nor|while|when|after|before|as|then|later|ago|who|that|which|he|she|it|they|we|i|kill\w*|wound\w*|injur\w*|hurt|dead|died|lost|lives|casualt\w*|doubt|longer|${MEASURE})\b`
const PEOPLE = String.raw`(?: (?!${OTHER})(?:\d+-year-old|(?:[a-z]\.){2}|[“"]?[\p{L}’'-]+[”"]?)){0,5}?`
const AUX = String.raw`(?: (?:were|was|had been|have been|has been|are|being|reportedly|also|later|shot|found|left)){0,3}`
const BARE_END = String.raw`(?=$|[.,;:)”"]|\s(?:in|by|on|as|when|after|at|and|near|during|since|while|outside|inside|overnight|from)\b)`
/** "25 people were killed" · "11 killed in blast": a verb without its "were" has no object. */
const passive = (verb: string, state: string): string =>
  String.raw`(?:${state}|(?<=\b(?:were|was|been|are|being|shot|reportedly|later) )(?:${verb})|(?:${verb})${BARE_END})\b`
const DEAD = passive('killed|murdered|slain|massacred|martyred|executed', 'dead|died|deaths?|lost their lives')
const HURT = passive('wounded|injured|hurt|maimed', 'casualties')
const patterns = (state: string, verb: string, sum: string): RegExp[] => [
  // "three soldiers and two civilians were killed": both counts.
  new RegExp(`${RANGE}${PEOPLE} and ${RANGE}${PEOPLE}${AUX} ${state}`, 'iuy'),
  new RegExp(`${RANGE}${PEOPLE}${AUX} ${state}`, 'iuy'),
  new RegExp(String.raw`\b(?:${verb})(?:(?<=ing) of)? ${RANGE}(?! (?:${MEASURE})\b)`, 'iuy'),
  new RegExp(String.raw`\b(?:${sum})(?: \p{L}+){0,4} (?:of|to|at|reached) ${RANGE}`, 'iuy'),
]
const VERBS =
  'killed|killing|kill|kills|murdered|massacred|executed|shot dead|gunned down|claimed the lives of|toll|number of (?:dead|deaths|wounded|injured)|wounded|wounding|injured|injuring|hurt|hurting|no one|nobody|none'
const KILLED = patterns(
  DEAD,
  'killed|killing|kill|kills|murdered|massacred|executed|shot dead|gunned down|claimed the lives of',
  'toll|number of (?:dead|deaths)',
)
const INJURED = [
  ...patterns(HURT, 'wounded|wounding|injured|injuring|hurt|hurting', 'number of (?:wounded|injured)'),
  /\b()(no one|nobody|none|no)(?: \p{L}+)? (?:was|were) (?:killed|dead) or (?:hurt|injured|wounded)\b/iuy,
]
type Tally = Range & { readonly low: number; readonly high: number }
/** Counts already found, by stretch: the events of one sentence share them. */
type Known = Map<string, readonly Tally[]>

const REACH = 400
// Most sentences hold none of these words: the patterns above are run on the few that do.
const SPEAKS_OF_DEAD = /kill|dead|\bdie|death|murder|massacre|execut|martyr|slain|\btoll\b|\blives\b|gunned/i
const SPEAKS_OF_HURT = /wound|injur|hurt|maim|casualt/i
const OF_THE_DEAD = /\b(?:kill\w*|dead|died?|deaths?|murder\w*|massacre\w*|executed?|martyr\w*)\b/i

/** The dead and injured that the words give an event, as a range; null where they give none. "at least 25" has 25 as low and high. */
export function casualtiesOf(
  doc: Document,
  event: RawEvent,
  all: readonly RawEvent[],
  known: Known = new Map(),
): Casualties | null {
  if (event.type !== 'ASSAULT') return null
  const sentence = sentenceAt(doc, event.trigger.start)
  if (!sentence) return null
  const words = doc.text.slice(sentence.start, sentence.end)
  const killed = SPEAKS_OF_DEAD.test(words) ? nearest(doc.text, sentence, KILLED, event, all, known) : null
  const injured = SPEAKS_OF_HURT.test(words) ? nearest(doc.text, sentence, INJURED, event, all, known) : null
  return killed || injured ? { killed, injured } : null
}

/** The count that stands nearest to this event's trigger and to no other assault's. */
function nearest(
  text: string,
  sentence: Range,
  patterns: readonly RegExp[],
  event: RawEvent,
  all: readonly RawEvent[],
  known: Known,
): { low: number; high: number } | null {
  // A sentence may be a whole page where the stops are lost: no count that far off is this event's.
  const long = sentence.end - sentence.start > 2 * REACH
  const from = long ? Math.max(sentence.start, event.trigger.start - REACH) : sentence.start
  const to = long ? Math.min(sentence.end, event.trigger.end + REACH) : sentence.end
  const key = `${from} ${patterns === KILLED}`
  const counts = known.get(key) ?? countsIn(text, from, to, patterns)
  known.set(key, counts)
  const own = counts.find((c) => belongs(c, event, all, text))
  return own ? { low: own.low, high: own.high } : null
}

// Where a count can begin, and how far from there the words that make it one can stand.
const BEGINS = new RegExp(`(?<![\\d.,$€£])\\b(?:${HEDGE}${NUMBER}|(?:${VERBS})\\b)`, 'giu')
const FAR = 130

/** Every count that the patterns find in a stretch, in the order of the patterns: each tried only where a count begins near such words. */
function countsIn(text: string, from: number, to: number, patterns: readonly RegExp[]): Tally[] {
  const words = text.slice(from, to)
  const tell = patterns === KILLED ? SPEAKS_OF_DEAD : SPEAKS_OF_HURT
  const begins = [...words.matchAll(BEGINS)].map((m) => m.index).filter((at) => tell.test(words.slice(at, at + FAR)))
  const found: Tally[] = []
  for (const pattern of patterns) {
    let past = 0
    for (const at of begins) {
      if (at < past) continue
      pattern.lastIndex = at
      const m = pattern.exec(words)
      if (!m) continue
      past = m.index + m[0].length
      const count = /^(?:between|from)$/i.test(m[1] ?? '')
        ? countOf(undefined, m[2] as string, m[3] ?? m[5])
        : sum(countOf(m[1], m[2] as string, m[3]), m[5] ? countOf(m[4], m[5], m[6]) : undefined)
      if (count) found.push({ ...count, start: from + m.index, end: from + past })
    }
  }
  return found
}

function belongs(at: Range, event: RawEvent, all: readonly RawEvent[], text: string): boolean {
  const gap = (e: RawEvent): number => Math.max(0, e.trigger.start - at.end, at.start - e.trigger.end)
  const own = gap(event)
  if (own === 0) return true
  if (all.some((e) => e !== event && gap(e) === 0 && isOther(e, event))) return false
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
  return { low: Math.min(a[0], b[0]), high: Math.max(a[1], b[1]) }
}

/** Whether other people did it to others. */
function isOther(a: RawEvent, b: RawEvent): boolean {
  const apart = (x: readonly number[], y: readonly number[]): boolean =>
    x.length > 0 && y.length > 0 && !x.some((m) => y.includes(m))
  return apart(a.actors, b.actors) && apart(a.recipients, b.recipients)
}

type Count = { readonly low: number; readonly high: number }

function sum(a: Count | null, b: Count | null | undefined): Count | null {
  if (b === undefined || !a) return a
  return b && { low: a.low + b.low, high: a.high + b.high }
}

function numberOf(words: string): readonly [number, number] | null {
  const word = words.toLowerCase()
  if (/^\d/.test(word)) {
    const n = Number(word.replaceAll(',', ''))
    return Number.isSafeInteger(n) && n < 1e8 && !(n > 1900 && n < 2100 && word.length === 4) ? [n, n] : null
  }
  if (word === 'half a dozen') return [6, 6]
  const [first = '', second] = word.split(/[ -]/)
  const ten = TENS.indexOf(first)
  const n = ten >= 0 ? 20 + 10 * ten : /^an?$/.test(first) ? 1 : SMALL.indexOf(first) + 1
  if (n === 0 || word in ROUND) return ROUND[word] ?? null
  const all = second === undefined ? n : second in BIG ? n * (BIG[second] as number) : n + SMALL.indexOf(second) + 1
  return [all, all]
}
