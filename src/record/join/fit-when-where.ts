import type { Days, Where } from './features.ts'
import { daysOf, type Profile } from './profile.ts'
import { WEIGHTS } from './weights.ts'

const DAY = 86_400_000
const SLACK: Readonly<Record<string, number>> = { day: 1, week: 2, month: 3, year: 7 }

/** Whether two sets of reports speak of one time: every day of one against every day of the other; null where two cannot be one. */
export function timeFit(a: Profile, b: Profile): number | null {
  for (const x of a.days)
    for (const y of b.days) if (gapOf(x, y) > (SLACK[x.precision] ?? 3) + (SLACK[y.precision] ?? 3) - 1) return null
  const [dayA, dayB] = [daysOf(a), daysOf(b)]
  if (dayA && dayB) {
    if (dayA.precision !== 'day' || dayB.precision !== 'day') return WEIGHTS.withinDays
    return dayA.from === dayB.from ? WEIGHTS.sameDay : WEIGHTS.nearDay
  }
  if (dayA) return b.published ? nearPublication(dayA, b.published) : 0
  if (dayB) return a.published ? nearPublication(dayB, a.published) : 0
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

function nearPublication(days: Days, [first, last]: readonly [string, string]): number | null {
  const before = daysBetween(days.until, first)
  const after = daysBetween(last, days.from)
  if (before > 21 || after > 30) return null
  return before > 3 || after > 3 ? WEIGHTS.farPublished : WEIGHTS.published
}

function gapOf(a: Days, b: Days): number {
  return Math.max(0, daysBetween(a.until, b.from) + 1, daysBetween(b.until, a.from) + 1)
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY)
}

const AREA = new Set(['country', 'region', 'province'])

/** Whether two sets of reports speak of one place: the worst fit of any two of their places; null where two cannot be one. */
export function placeFit(a: Profile['places'], b: Profile['places']): number | null {
  if (a.length === 0 || b.length === 0) return 0
  let worst: number = WEIGHTS.samePlace
  for (const x of a) for (const y of b) worst = Math.min(worst, onePlaceFit(x, y))
  return worst <= WEIGHTS.otherCountry ? null : worst
}

function onePlaceFit(a: Where, b: Where): number {
  if (a.name.toLowerCase() === b.name.toLowerCase() && (a.country === b.country || !a.country || !b.country))
    return WEIGHTS.samePlace
  if (a.country && b.country && a.country !== b.country) return WEIGHTS.otherCountry
  if (AREA.has(a.precision) || AREA.has(b.precision)) return a.country === b.country ? WEIGHTS.sameCountry : 0
  const km = kilometres(a, b)
  return km === null ? 0 : km <= 40 ? WEIGHTS.samePlace : km <= 120 ? 0 : WEIGHTS.farPlace
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
