import type { Time } from '../../codebook/index.ts'

/** A stretch of days: first included, last excluded; null where the words leave an end open. */
export type Interval = {
  readonly from: number | null
  readonly until: number | null
  readonly precision: Time['precision']
}

/** What the words do not fix. */
export const OPEN: Interval = { from: null, until: null, precision: 'unknown' }

export const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?'
export const WEEKDAY =
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon\\.|tues?\\.|wed\\.|thurs?\\.|fri\\.|sat\\.|sun\\.)'
export const YEAR = '(?:1[89]\\d\\d|20\\d\\d)'
export const SEASON = '(?:spring|summer|autumn|fall|winter)'
export const UNIT = '(?:hour|day|night|week|month|year|decade)'
export const PART = '(?:morning|afternoon|evening|night|noon|midday|lunchtime|midnight|dawn|dusk)'
export const COUNT =
  '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|\\d+|a couple of|couple of|half a|a dozen)'
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  'a couple of': 2,
  'couple of': 2,
  'a dozen': 12,
}

/** 1 to 12 for "February", "Feb." */
export const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1

/** 0 to 6 for "Monday" to "Sunday". */
export const weekdayOf = (word: string): number => WEEKDAYS.indexOf(word.slice(0, 3))

/** 5 for "five" and "5"; null for "half a" and what is no count. */
export const countOf = (words: string): number | null => COUNTS[words] ?? (/^\d+$/.test(words) ? Number(words) : null)
