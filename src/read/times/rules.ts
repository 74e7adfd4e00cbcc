import { calendarOf, dayFrom, dayOf, monthStart, shiftMonths } from './days.ts'
import {
  COUNT,
  countOf,
  type Interval,
  MONTH,
  monthOf,
  OPEN,
  PART,
  SEASON,
  UNIT,
  WEEKDAY,
  weekdayOf,
  YEAR,
} from './grammar.ts'

/** Where a phrase stands: the day of publication, whether the clause looks ahead, the last time named before it. */
export type Setting = { readonly today: number | null; readonly ahead: boolean; readonly anchor: Interval | null }

type Rule = readonly [RegExp, (m: readonly string[], setting: Setting) => Interval | null]

const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(`^(?:${pattern})$`), read]
const relative = (
  pattern: string,
  read: (m: readonly string[], today: number, setting: Setting) => Interval | null,
): Rule => rule(pattern, (m, setting) => (setting.today === null ? OPEN : read(m, setting.today, setting)))

const days = (from: number | null, count = 1): Interval | null =>
  from === null ? null : { from, until: from + count, precision: 'day' }
const weekOf = (day: number): Interval => {
  const from = day - calendarOf(day).weekday
  return { from, until: from + 7, precision: 'week' }
}
const monthAt = (year: number, month: number): Interval => ({
  from: monthStart(year, month),
  until: monthStart(year, month + 1),
  precision: 'month',
})
const years = (from: number, count = 1): Interval => ({
  from: monthStart(from, 1),
  until: monthStart(from + count, 1),
  precision: 'year',
})
const unitAt = (unit: string, day: number): Interval => {
  const { year, month } = calendarOf(day)
  if (unit === 'week') return weekOf(day)
  if (unit === 'month') return monthAt(year, month)
  if (unit === 'decade') return years(year - (year % 10), 10)
  return unit === 'year' ? years(year) : days(day)!
}
const shift = (unit: string, day: number, count: number): number => {
  if (unit === 'week') return day + 7 * count
  if (unit === 'month') return shiftMonths(day, count)
  if (unit === 'year') return shiftMonths(day, 12 * count)
  return unit === 'decade' ? shiftMonths(day, 120 * count) : unit === 'hour' ? day : day + count
}

/** The year that puts a day or month nearest before the publication, or after it where the clause looks ahead. */
const nearest = (today: number, ahead: boolean, at: (year: number) => Interval | null): Interval | null => {
  const { year } = calendarOf(today)
  const ascending = [year - 4, year - 3, year - 2, year - 1, year, year + 1, year + 2, year + 3, year + 4]
    .map(at)
    .filter((x) => x !== null)
  if (ahead) return ascending.find((x) => x.until! > today) ?? null
  return ascending.findLast((x) => x.from! <= today) ?? null
}

const SEASON_START: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }
const seasonAt = (season: string, year: number): Interval => ({
  from: monthStart(year, SEASON_START[season]!),
  until: monthStart(year, SEASON_START[season]! + 3),
  precision: 'month',
})
/** "early 2015" is its first four months, "late 2015" its last four; of a month the first and last ten days. */
const third = (part: string, whole: Interval): Interval => {
  const { from, until, precision } = whole
  const which =
    part.startsWith('early') || part.startsWith('beginning') || part.startsWith('start')
      ? 0
      : part.startsWith('mid')
        ? 1
        : 2
  if (precision === 'year' && until! - from! < 400) {
    const { year } = calendarOf(from!)
    return { from: monthStart(year, 1 + 4 * which), until: monthStart(year, 5 + 4 * which), precision: 'year' }
  }
  if (precision === 'month' && until! - from! < 32) {
    return { from: from! + 10 * which, until: which === 2 ? until : from! + 10 * (which + 1), precision: 'week' }
  }
  return whole
}
const backTo = (weekday: number, today: number): number => today - ((calendarOf(today).weekday - weekday + 7) % 7)
const onTo = (weekday: number, today: number): number => today + ((weekday - calendarOf(today).weekday + 7) % 7)
const fullYear = (digits: string): number => Number(digits)
const HOLIDAYS: Readonly<Record<string, (year: number) => Interval | null>> = {
  christmas: (y) => days(dayFrom(y, 12, 24), 3),
  'christmas day': (y) => days(dayFrom(y, 12, 25)),
  'christmas eve': (y) => days(dayFrom(y, 12, 24)),
  "new year's eve": (y) => days(dayFrom(y, 12, 31)),
  "new year's day": (y) => days(dayFrom(y, 1, 1)),
  'new year': (y) => days(dayFrom(y, 1, 1)),
  "valentine's day": (y) => days(dayFrom(y, 2, 14)),
  'independence day': (y) => days(dayFrom(y, 7, 4)),
}

const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const OF_DAY = `(?: (?:in the |at )?(?:early |late )?(?:${PART}|rush hour)| at \\d[\\d.:]* ?[ap]\\.?m\\.?)?`
const EARLY = '(?:(?:early|earlier|late|later)(?: on)? )?'

/** The rules, first that fits wins. A phrase comes in small letters, without its first preposition and article. */
export const RULES: readonly Rule[] = [
  // days of the calendar
  rule(`(\\d{4})-(\\d\\d)-(\\d\\d)(?:t.*)?`, (m) => days(dayOf(m[0]!))),
  rule(`${EARLY}(?:${WEEKDAY},? )?${DAY}(?: of)? (${MONTH}),? (${YEAR})${OF_DAY}`, (m) =>
    days(dayFrom(fullYear(m[3]!), monthOf(m[2]!), Number(m[1]))),
  ),
  rule(`${EARLY}(?:${WEEKDAY},? )?(${MONTH}) ${DAY},? (${YEAR})${OF_DAY}`, (m) =>
    days(dayFrom(fullYear(m[3]!), monthOf(m[1]!), Number(m[2]))),
  ),
  rule('(?:9/11|sept(?:ember|\\.)? 11)(?: attacks| terrorist attacks)?', (m, { today }) =>
    today === null || m[0]!.startsWith('9/11') || m[0]!.includes('attack')
      ? days(dayFrom(2001, 9, 11))
      : nearest(today, false, (y) => days(dayFrom(y, 9, 11))),
  ),
  relative(`${EARLY}(?:${WEEKDAY},? )?${DAY}(?: of)? (${MONTH})${OF_DAY}`, (m, today, s) =>
    nearest(today, s.ahead, (y) => days(dayFrom(y, monthOf(m[2]!), Number(m[1])))),
  ),
  relative(`${EARLY}(?:${WEEKDAY},? )?(${MONTH}) ${DAY}${OF_DAY}`, (m, today, s) =>
    nearest(today, s.ahead, (y) => days(dayFrom(y, monthOf(m[1]!), Number(m[2])))),
  ),
  // months, years, decades
  rule(
    `(early|mid|late|mid-|the beginning of|beginning of|the start of|start of|the end of|end of|middle of)?[ -]?(${MONTH}),?(?: of)? (${YEAR})`,
    (m) => (m[1] ? third(m[1], monthAt(fullYear(m[3]!), monthOf(m[2]!))) : monthAt(fullYear(m[3]!), monthOf(m[2]!))),
  ),
  rule(`(early|mid|late|beginning of|start of|end of|middle of)?[ -]?(?:in )?(${YEAR})`, (m) =>
    m[1] ? third(m[1], years(Number(m[2]))) : years(Number(m[2])),
  ),
  rule(`(${YEAR})[-–—/](\\d\\d|${YEAR})`, (m) => {
    const until = m[2]!.length === 2 ? Number(m[1]!.slice(0, 2) + m[2]) : Number(m[2])
    return until > Number(m[1]) ? years(Number(m[1]), until - Number(m[1]) + 1) : null
  }),
  rule(`(?:(?:early|mid|late|mid-)[ -]?)?(1[89]\\d|20\\d)0['’]?s`, (m) => years(Number(m[1]) * 10, 10)),
  rule(`(?:(?:early|mid|late)[ -]?)?['’]?(\\d0)['’]?s`, (m) => years(1900 + Number(m[1]), 10)),
  rule('(?:(?:early|mid|late)[ -]?)?(\\d{2})(?:st|nd|rd|th) century', (m) => years((Number(m[1]) - 1) * 100 + 1, 100)),
  rule(`(first|second|third|fourth|last) (quarter|half) of (${YEAR})`, (m) => {
    const size = m[2] === 'half' ? 6 : 3
    const which = m[1] === 'last' ? 12 / size - 1 : ['first', 'second', 'third', 'fourth'].indexOf(m[1]!)
    const from = monthStart(Number(m[3]), 1 + size * which)
    return { from, until: monthStart(Number(m[3]), 1 + size * (which + 1)), precision: 'year' }
  }),
  relative(`(${MONTH}) (last|this|next) year`, (m, today) =>
    monthAt(calendarOf(today).year + (m[2] === 'last' ? -1 : m[2] === 'next' ? 1 : 0), monthOf(m[1]!)),
  ),
  rule(`(${SEASON}),?(?: of)? (${YEAR})`, (m) => seasonAt(m[1]!, Number(m[2]))),
  relative(`(last|this past|this|next|previous) (${SEASON})`, (m, today, s) =>
    m[1] === 'next' || (m[1] === 'this' && s.ahead)
      ? nearest(today, true, (y) => seasonAt(m[2]!, y))
      : nearest(m[1] === 'last' ? today - 45 : today, false, (y) => seasonAt(m[2]!, y)),
  ),
  relative(
    `(early|mid|late|end of|beginning of|start of|middle of)?[ -]?(last|this past|this|next|previous|coming)? ?(${MONTH})`,
    (m, today, s) => {
      const at = (y: number) => monthAt(y, monthOf(m[3]!))
      const whole =
        m[2] === 'next' || m[2] === 'coming' || (m[2] === 'this' && s.ahead) || (!m[2] && s.ahead)
          ? nearest(m[2] === 'next' ? monthStart(calendarOf(today).year, calendarOf(today).month + 1) : today, true, at)
          : nearest(
              m[2] === 'last' ? monthStart(calendarOf(today).year, calendarOf(today).month) - 1 : today,
              false,
              at,
            )
      return whole && m[1] ? third(m[1], whole) : whole
    },
  ),
  ...Object.entries(HOLIDAYS).map(
    ([name, at]): Rule =>
      relative(`(?:last |this )?${name}(?: (${YEAR}))?`, (m, today, s) =>
        m[1] ? at(Number(m[1])) : nearest(today, s.ahead, at),
      ),
  ),
  // near the day of publication
  relative(
    `(?:${EARLY}today|tonight|${EARLY}this ${PART}|${EARLY}this very day|in the early hours|hours ago|moments ago|(?:${COUNT}|a few|several|few) (?:hours?|minutes?) ago)${OF_DAY}`,
    (_, today) => days(today),
  ),
  relative(`(?:the )?day before yesterday`, (_, today) => days(today - 2)),
  relative(`${EARLY}(?:yesterday|last (?:night|evening))${OF_DAY}`, (_, today) => days(today - 1)),
  relative('overnight', (_, today) => days(today - 1, 2)),
  relative(`tomorrow${OF_DAY}`, (_, today) => days(today + 1)),
  relative('(?:last |this |this past |past |next |coming )?weekend', (m, today, s) => {
    const next = m[0]!.startsWith('next') || m[0]!.startsWith('coming') || s.ahead
    const saturday = next
      ? onTo(5, today + (m[0]!.startsWith('next') ? 1 : 0))
      : backTo(5, m[0]!.startsWith('last') ? today - 1 : today)
    return days(saturday, 2)
  }),
  relative(
    `${EARLY}(last |this past |past |this coming |this |next |coming |following |previous )?(${WEEKDAY})(?:['’]s)?${OF_DAY}`,
    (m, today, s) => {
      const which = (m[1] ?? '').trim()
      const weekday = weekdayOf(m[2]!)
      if (which === 'next' || which.endsWith('coming')) return days(onTo(weekday, today + 1))
      if (which === 'last') return days(backTo(weekday, today - 1))
      if (which === 'following' || which === 'previous') {
        const anchor = s.anchor?.from
        if (anchor === null || anchor === undefined) return OPEN
        return days(which === 'following' ? onTo(weekday, anchor + 1) : backTo(weekday, anchor - 1))
      }
      return days(s.ahead ? onTo(weekday, today) : backTo(weekday, today))
    },
  ),
  relative(`(${WEEKDAY}) (last|next|this) week`, (m, today) => {
    const monday = today - calendarOf(today).weekday + (m[2] === 'last' ? -7 : m[2] === 'next' ? 7 : 0)
    return days(monday + weekdayOf(m[1]!))
  }),
  relative(`(?:week of|week beginning) (${MONTH}) ${DAY}`, (m, today, s) => {
    const day = nearest(today, s.ahead, (y) => days(dayFrom(y, monthOf(m[1]!), Number(m[2]))))
    return day ? weekOf(day.from!) : null
  }),
  // this, last, next week, month, year
  relative(
    '(early|earlier|late|later|end of|beginning of|start of|middle of|mid)?[ -]?(?:on |in )?(this|the current) (week|month|year)',
    (m, today, s) => {
      const whole = unitAt(m[3]!, today)
      if (m[1] === 'later' || m[1] === 'late') return { ...whole, from: today + 1 }
      if (m[1] === 'earlier') return { ...whole, until: today + 1 }
      if (m[1]) return third(m[1], whole)
      return s.ahead ? whole : { ...whole, until: today + 1 }
    },
  ),
  relative(
    '(early|earlier|late|later|end of|beginning of|start of|middle of|mid)?[ -]?(?:on |in )?(last|next) (week|month|year|decade)',
    (m, today) => {
      const whole = unitAt(
        m[3]!,
        shift(m[3]!, m[3] === 'month' ? today - calendarOf(today).day + 1 : today, m[2] === 'last' ? -1 : 1),
      )
      return m[1] ? third(m[1], whole) : whole
    },
  ),
  relative(
    `(?:(?:just )?(?:more|less|little more) than |nearly |almost |about |around |some |exactly |just |only |over )?(${COUNT}) (${UNIT})s? (?:ago|back|on from today)`,
    (m, today) => {
      const count = countOf(m[1]!)
      return count === null ? OPEN : unitAt(m[2] === 'decade' ? 'year' : m[2]!, shift(m[2]!, today, -count))
    },
  ),
  relative(`in (${COUNT}) (${UNIT})s?(?: time|['’] time)?`, (m, today, s) => {
    const count = countOf(m[1]!)
    return count === null || !s.ahead ? OPEN : unitAt(m[2]!, shift(m[2]!, today, count))
  }),
  // "the last 24 hours", "the past year": up to the day of publication
  relative(`(?:past|last|previous|this past) (?:(${COUNT}) )?(hour|day|night|week|month|year|decade)s?`, (m, today) => {
    const count = m[1] ? countOf(m[1]) : 1
    if (count === null) return OPEN
    const from = m[2] === 'hour' ? today - Math.ceil(count / 24) : shift(m[2]!, today, -count)
    return {
      from,
      until: today + 1,
      precision:
        m[2] === 'hour' || m[2] === 'night'
          ? 'day'
          : (m[2]!.replace('decade', 'year') as 'day' | 'week' | 'month' | 'year'),
    }
  }),
  // hung on the last time named
  rule(
    `(?:${EARLY}(?:that|the same|same) (?:day|${PART}|week|month|year|period|time)|${EARLY}in the day|earlier in the (?:day|week)|later in the day|later that day|(?:early |late )?(?:in the |at )?(?:${PART}))`,
    (m, { anchor }) => (anchor && (anchor.precision === 'day' || /period|week|month|year/.test(m[0]!)) ? anchor : OPEN),
  ),
  rule(`(?:the )?(?:next|following) (?:day|${PART})`, (_, { anchor }) =>
    anchor?.precision === 'day' ? days(anchor.from! + 1) : OPEN,
  ),
  rule(`(?:the )?(?:previous (?:day|${PART})|day before|(?:night|evening) before)`, (_, { anchor, today }) => {
    if (anchor?.precision === 'day') return days(anchor.from! - 1)
    return today === null ? OPEN : days(today - 1)
  }),
  rule(`(${COUNT}) (day|week|month|year)s? (earlier|before|later|after)`, (m, { anchor }) => {
    const count = countOf(m[1]!)
    if (count === null || !anchor || anchor.from === null) return OPEN
    const at = shift(m[2]!, anchor.from, /^(?:earlier|before)$/.test(m[3]!) ? -count : count)
    return anchor.precision === 'day'
      ? unitAt(m[2]!, at)
      : m[2] === 'year' && anchor.precision !== 'unknown'
        ? unitAt('year', at)
        : OPEN
  }),
]
