import type { Time } from '../../codebook/index.ts'
import { dayOf, isoOf } from './days.ts'
import { type Interval, MONTH, OPEN, YEAR } from './grammar.ts'
import { RULES, type Setting } from './rules.ts'
import { looksAhead } from './tense.ts'

export type TimeSetting = {
  /** The day of publication, `2020-01-17`; null leaves all that hangs on it open. */
  readonly published: string | null
  readonly before: string
  readonly after: string
  /** The last time fixed before this one in the text: "the next day" hangs on it. */
  readonly anchor?: ResolvedTime | null
}

export type ResolvedTime = Pick<Time, 'from' | 'until' | 'precision'>

/**
 * The days a time phrase means, against the day of publication.
 *
 *     on Friday          (published Tuesday 18 February 2020)    2020-02-14 … 2020-02-15  day
 *     since April 2011                                           2011-04-01 … open        month
 *     after the raid; a day after [the raid]                     open                     unknown
 *
 * "Since" leaves the end open: the words fix only the beginning. Weeks begin on Monday.
 */
export function resolveTime(phrase: string, { published, before, after, anchor = null }: TimeSetting): ResolvedTime {
  const today = published === null ? null : dayOf(published)
  const setting: Setting = {
    today,
    ahead: looksAhead(before, after),
    anchor: anchor && { from: dayIn(anchor.from), until: dayIn(anchor.until), precision: anchor.precision },
  }
  const hangsOnAnother =
    (/\b(?:after|before)$/i.test(phrase) && /^\s+\p{L}/u.test(after)) || (THE_DAY.test(phrase) && CLAUSE.test(after))
  const found = hangsOnAnother ? OPEN : readPhrase(plain(phrase), setting, SUPERLATIVE.test(before))
  return {
    from: found.from === null ? null : isoOf(found.from),
    until: found.until === null ? null : isoOf(found.until),
    precision: found.from === null && found.until === null ? 'unknown' : found.precision,
  }
}

/** The phrase in small letters, with plain apostrophes and single spaces, and without an hour of the day before the day. */
function plain(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/\.(?=\d)/g, '. ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[.,;:]+$/, '')
    .replace(HOUR, '')
    .trim()
}

// "the night that they crossed the river", "the day Okafor left": only what was done then tells it.
const THE_DAY =
  /^(?:on |since |from |until )?the (?:very )?(?:same )?(?:day|night|morning|evening|afternoon|week|month|year)$/i
const CLAUSE =
  /^\s+(?:that|when|(?:on|in|during) which|after|before|he|she|they|it|we|I|you|his|her|their|the \p{Ll}+ (?:was|were|had|\p{Ll}+ed)|\p{Lu}\p{L}+ (?:was|were|had|\p{Ll}+ed|left|came|fell))\b/u

const HOUR =
  /^(?:(?:at|by|around|about|from|until) )*(?:shortly before |shortly after |just before |just after )?(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?(?: local time| gmt)?|midnight|noon|dawn|dusk)(?: on|,| of)? (?=[a-z])(?!(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|of|and|to|or)\b)/
// "for the first time since 2012" tells when it last was, not when it is.
const SUPERLATIVE =
  /\b(?:first|last|only) (?:time|visit|such|one|meeting|direct|major)\b[^.,;]{0,30}$|\b(?:most|worst|biggest|largest|deadliest|highest|lowest|best|longest|heaviest)\b[^.,;]{0,25}$/i

const dayIn = (iso: string | null): number | null => (iso === null ? null : dayOf(iso))

function readPhrase(words: string, setting: Setting, superlative: boolean): Interval {
  const since = /^(?:ever |even |at least )?(?:since|from) (?:at least |circa |the )?(.*)$/.exec(words)
  if (since && !/ (?:to|until|through|till) |\d ?[-–—] ?\d/.test(words)) {
    if (superlative) return OPEN
    const start =
      readOne(since[1]!, setting) ?? readOne(/\b(?:in|on) ((?:\S+ ){0,2}\S+)$/.exec(words)?.[1] ?? '', setting)
    return start ? { ...start, until: null } : OPEN
  }
  if (/\bsince\b/.test(words)) return OPEN
  const pair =
    /^(?:between|from) (.+?) (?:and|to|until|through|till) (.+)$/.exec(words) ??
    /^(?:on |in |over )?(.+?) (?:and|to|through) (.+)$/.exec(words) ??
    /^(?:on |from |between )?(\d{1,2}) ?[-–—] ?(\d{1,2} .+)$/.exec(words) ??
    /^(?:on |from |between )?([a-z]+\.? \d{1,2}) ?[-–—] ?(\d{1,2}(?:,? \d{4})?)$/.exec(words)
  if (pair) {
    const both = readPair(pair[1]!, pair[2]!, setting)
    if (both) return both
  }
  const limit = /^(?:until|till|by|before|prior to|up to|no later than) (?:the )?(.*)$/.exec(words)
  if (limit) {
    const end = readOne(limit[1]!, { ...setting, ahead: true })
    if (!end || end.from === null) return OPEN
    return { from: null, until: /^(?:before|prior)/.test(words) ? end.from : end.until, precision: end.precision }
  }
  if (/^(?:after|following)\b/.test(words)) return OPEN
  return readOne(words, setting) ?? readYearWithin(words, setting) ?? readMonthBefore(words, setting) ?? OPEN
}

const LEADING =
  /^(?:(?:back|as recently as|as early as|as late as|as of|dated|beginning|starting|only|just|at least|also|again|later|earlier|and|or|during|within|throughout|inside|through|across|over|in|on|at|of|for|the|a|an|around|about|sometime|some time|roughly|approximately|exactly|early on|early hours of|early hours on|early morning of|early morning|early hours|morning of|evening of|night of|afternoon of|whole of|much of|most of|heart of|course of|rest of) )+/

/** One time without its prepositions: the whole first, then with ever more of its first words taken away. */
function readOne(words: string, setting: Setting): Interval | null {
  const bare = words.replace(LEADING, '')
  for (const one of new Set([
    words,
    words.replace(/^(?:on|in|at|the|over|during|for|by) /, ''),
    bare,
    bare.replace(/^(?:earlier|later|early|late) (?:on |in )?/, ''),
  ])) {
    for (const [pattern, read] of RULES) {
      const match = pattern.exec(one)
      const found = match && read(match, setting)
      if (found) return found
    }
  }
  return null
}

/** "during the 2016 campaign", "in the 1967 war": the year, where it is the only one. */
function readYearWithin(words: string, setting: Setting): Interval | null {
  const all = words.match(new RegExp(`\\b${YEAR}\\b`, 'g'))
  return all?.length === 1 &&
    /^(?:during|in|on|at|over|throughout|for) /.test(words) &&
    !/ (?:after|before|since|until) /.test(words)
    ? readOne(all[0]!, setting)
    : null
}

// "May" and "March" before other words are seldom months.
const MONTH_BEFORE = new RegExp(`^(?!may |mar)(${MONTH}) (?:[\\p{L}\\d'-]+ ?){1,4}$`, 'u')

/** "in a September debate", "an October interview": the month. */
function readMonthBefore(words: string, setting: Setting): Interval | null {
  const month = MONTH_BEFORE.exec(words.replace(LEADING, ''))?.[1]
  return month ? readOne(month, setting) : null
}

/** "last Wednesday and Thursday", "3 to 5 March", "between 2011 and 2013": from the first's begin to the second's end. */
function readPair(first: string, second: string, setting: Setting): Interval | null {
  const lead = /^((?:last|next|this|this past|early|late) )/.exec(first)?.[1] ?? ''
  const end = readOne(second, setting)
  const tail = /^\d{1,2}(?:st|nd|rd|th)? (.+)$/.exec(second)?.[1]
  const year = new RegExp(`${YEAR}$`).exec(second)?.[0]
  const monthOfFirst = /^([a-z]+\.?) \d{1,2}$/.exec(first)?.[1]
  const start =
    (/^\d{1,2}(?:st|nd|rd|th)?$/.test(first) && tail ? readOne(`${first} ${tail}`, setting) : null) ??
    (year && !new RegExp(YEAR).test(first) ? readOne(`${first} ${year}`, setting) : null) ??
    readOne(first, setting)
  const last =
    (monthOfFirst && /^\d{1,2}(?:,? \d{4})?$/.test(second) ? readOne(`${monthOfFirst} ${second}`, setting) : null) ??
    end
  if (!start || !last || start.from === null || last.until === null) return null
  const { from } = start
  const { until } = last
  if (until > from) return { from, until, precision: start.precision }
  // "last Wednesday and Thursday": the second day follows the first; "between Monday and Wednesday": the first goes before.
  if (start.precision !== 'day' || from - until > 7) return null
  return lead ? { from, until: until + 7, precision: 'day' } : { from: from - 7, until, precision: 'day' }
}
