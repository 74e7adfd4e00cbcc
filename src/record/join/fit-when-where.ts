import type { Days, Where } from './features.ts'
import { daysOf, type Profile } from './profile.ts'
import { WEIGHTS } from './weights.ts'

const DAY = 86_400_000
/** What is said of more than this share of the pairs rules out that two sets of reports are of one event. */
const MOST = 0.5
const SLACK: Readonly<Record<string, number>> = { day: 1, week: 2, month: 3, year: 7 }

/** Whether two sets of reports speak of one time; null where most days of the one cannot be those of the other. */
export function timeFit(a: Profile, b: Profile): number | null {
  const apart = shareOf(a.days, b.days, (x, y) => gapOf(x, y) > slackOf(x) + slackOf(y) - 1)
  if (apart > MOST) return null
  const fit = mainTimeFit(a, b)
  return fit === null ? null : fit + apart * WEIGHTS.otherDays
}

function slackOf({ precision }: Days): number {
  return SLACK[precision] ?? 3
}

/** The share of the pairs of two lists, each by its reports, of which a thing is true. */
function shareOf<T extends { readonly n: number }>(
  a: readonly T[],
  b: readonly T[],
  test: (x: T, y: T) => boolean,
): number {
  let [yes, all] = [0, 0]
  for (const x of a)
    for (const y of b) {
      all += x.n * y.n
      if (test(x, y)) yes += x.n * y.n
    }
  return all === 0 ? 0 : yes / all
}

function mainTimeFit(a: Profile, b: Profile): number | null {
  const [dayA, dayB] = [daysOf(a), daysOf(b)]
  if (dayA && dayB) {
    if (dayA.precision !== 'day' || dayB.precision !== 'day') return WEIGHTS.withinDays
    return dayA.from === dayB.from ? WEIGHTS.sameDay : WEIGHTS.nearDay
  }
  if (dayA) return nearPublication(dayA, b)
  if (dayB) return nearPublication(dayB, a)
  if (!a.published || !b.published) return weekdayFit(a, b)
  const apart = Math.max(daysBetween(a.published[1], b.published[0]), daysBetween(b.published[1], a.published[0]))
  return apart > 10 ? null : apart > 3 ? WEIGHTS.farPublished : WEIGHTS.published
}

/** Where nothing dates an article, "on Saturday" still is not "on Thursday". */
function weekdayFit(a: Profile, b: Profile): number {
  const [own, other] = [Object.keys(a.weekdays), Object.keys(b.weekdays)]
  if (own.length === 0 || other.length === 0) return 0
  return own.some((day) => day in b.weekdays) ? WEIGHTS.sameWeekday : WEIGHTS.otherWeekday
}

/** What was told as done cannot have been done after the last article that tells it came out. */
function nearPublication(days: Days, { published, real: n, reports }: Profile): number | null {
  if (!published) return 0
  const [first, last] = published
  const real = n * 2 > reports
  const before = daysBetween(days.until, first)
  const after = daysBetween(last, days.from)
  if (before > 21 || after > (real ? 1 : 30)) return null
  return before > 3 || after > 3 ? WEIGHTS.farPublished : WEIGHTS.published
}

function gapOf(a: Days, b: Days): number {
  return Math.max(0, daysBetween(a.until, b.from) + 1, daysBetween(b.until, a.from) + 1)
}

function daysBetween(from: string, until: string): number {
  return Math.round(dayNumber(until) - dayNumber(from))
}

/** Days as numbers, worked out once: two events are compared on all of theirs. */
const NUMBERS = new Map<string, number>()
const KEPT_NUMBERS = 20_000

function dayNumber(day: string): number {
  let number = NUMBERS.get(day)
  if (number === undefined) {
    if (NUMBERS.size >= KEPT_NUMBERS) NUMBERS.clear()
    number = Date.parse(day) / DAY
    NUMBERS.set(day, number)
  }
  return number
}

const WIDE = new Set(['country', 'region'])
const AREA = new Set(['country', 'region', 'province'])

/** Whether two sets of reports speak of one place, on average; null where most of their places are in other countries. */
export function placeFit(a: Profile['places'], b: Profile['places']): number | null {
  if (a.length === 0 || b.length === 0) return 0
  if (shareOf(a, b, isAbroad) > MOST) return null
  let [sum, all] = [0, 0]
  for (const x of a)
    for (const y of b) {
      sum += onePlaceFit(x, y) * x.n * y.n
      all += x.n * y.n
    }
  return sum / all
}

function isAbroad(a: Where, b: Where): boolean {
  if (a.country === null || b.country === null || a.country === b.country || isNamesake(a, b)) return false
  return !a.others?.includes(b.country) && !b.others?.includes(a.country)
}

/** One name in two countries is more often a place misread than two places. */
function isNamesake(a: Where, b: Where): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase()
}

function onePlaceFit(a: Where, b: Where): number {
  if (isAbroad(a, b)) return WEIGHTS.otherCountry
  const abroad = a.country !== null && b.country !== null && a.country !== b.country
  if (isNamesake(a, b)) return abroad ? 0 : WIDE.has(a.precision) ? WEIGHTS.sameWide : WEIGHTS.samePlace
  if (abroad) return 0
  if (AREA.has(a.precision) || AREA.has(b.precision)) return a.country === b.country ? WEIGHTS.sameCountry : 0
  const km = kilometres(a, b)
  if (km === null) return WEIGHTS.otherPlace
  return km <= 3 ? WEIGHTS.samePlace : km <= 20 ? WEIGHTS.sameCountry : km <= 120 ? 0 : WEIGHTS.farPlace
}

/** The way over ground between two places; null where one has no coordinates. */
export function kilometres(a: Pick<Where, 'lat' | 'lon'>, b: Pick<Where, 'lat' | 'lon'>): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 12_742 * Math.asin(Math.sqrt(h))
}
