import { type RawBuilder, sql } from 'kysely'
import { NO_DAY } from '../event-versions.ts'
import { given } from '../sqlite.ts'

/** The first and the last month that is counted, as `2016-04`; empty where nothing is. */
export type Held = { readonly first: string; readonly last: string }
/** A window as stretches of time that are counted and days that are not: what is added to (1) or taken from (-1) the sum. */
type Stretches = {
  readonly counted: ReadonlyMap<string, number>
  readonly days: readonly { readonly from: string; readonly until: string; readonly times: number }[]
}
type Counting = { readonly held: Held; readonly years: boolean }

/** The stretch of all there is, and the year of what nothing dates. */
const WHOLE = ''
const UNDATED = NO_DAY.slice(0, 4)

/** No window at all. */
export const ALL_TIME: Stretches = { counted: new Map([[WHOLE, 1]]), days: [] }

/**
 * A window as few counts that make it up: years (where those are counted) and months inside it, or all there is without those
 * outside, and at its ends a few days of a month, or the month without them. Null where the window holds no whole month.
 */
export function stretchesOf(
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  { held, years }: Counting,
): Stretches | null {
  if (from && until && firstWhole(from) >= until.slice(0, 7)) return null
  const counted = new Map<string, number>()
  const days: { from: string; until: string; times: number }[] = []
  const count = (stretch: string, times: number): void => {
    const n = (counted.get(stretch) ?? 0) + times
    if (n === 0) counted.delete(stretch)
    else counted.set(stretch, n)
  }
  const all = years ? yearsIn(held) : monthsIn(held)
  const unit = (day: string): string => day.slice(0, years ? 4 : 7)
  const inside = all.filter((own) => (!from || own >= unit(from)) && (!until || own < unit(until)))
  const outside = all.filter((own) => !inside.includes(own))
  const undated = years ? UNDATED : `${UNDATED}-12`
  if (inside.length <= outside.length) for (const own of until ? inside : [...inside, undated]) count(own, 1)
  else {
    count(WHOLE, 1)
    for (const own of until ? [...outside, undated] : outside) count(own, -1)
  }
  for (const [day, times] of [
    [until, 1],
    [from, -1],
  ] as const)
    if (day && day < NO_DAY) {
      if (years) monthsBefore(day, times, count)
      daysBefore(day, times, count, days)
    }
  return { counted, days }
}

/** How often stretches are counted, each number once, with the stretches as a query of one column. */
export function timesIn({ counted }: Stretches): [times: number, stretches: RawBuilder<unknown>][] {
  const all = counted.size === 0 ? [1] : [...new Set(counted.values())]
  return all.map((times) => {
    const own = [...counted].flatMap(([stretch, n]) => (n === times ? [[stretch]] : []))
    return [times, sql`select s.stretch from ${given('s', ['stretch'], own)}`]
  })
}

type Count = (stretch: string, times: number) => void

/** The months of a year before a day's, or the year without its month and those after it. */
function monthsBefore(day: string, times: number, count: Count): void {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  const name = (of: number): string => `${year}-${String(of).padStart(2, '0')}`
  if (month <= 7) for (let of = 1; of < month; of++) count(name(of), times)
  else {
    count(year, times)
    for (let of = month; of <= 12; of++) count(name(of), -times)
  }
}

/** The days of a month before one, or the month without that day and those after it. */
function daysBefore(
  day: string,
  times: number,
  count: Count,
  days: { from: string; until: string; times: number }[],
): void {
  const month = day.slice(0, 7)
  const of = Number(day.slice(8, 10))
  if (of === 1) return
  if (of <= 16) days.push({ from: `${month}-01`, until: day, times })
  else {
    count(month, times)
    days.push({ from: day, until: `${monthAfter(month)}-01`, times: -times })
  }
}

function yearsIn({ first, last }: Held): string[] {
  const [from, until] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  return first === '' ? [] : Array.from({ length: until - from + 1 }, (_, i) => String(from + i).padStart(4, '0'))
}

function monthsIn({ first, last }: Held): string[] {
  const months: string[] = []
  for (let month = first; month !== '' && month <= last; month = monthAfter(month)) months.push(month)
  return months
}

function monthAfter(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return of === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${String(of + 1).padStart(2, '0')}`
}

/** The first month that lies wholly after the beginning of a day. */
function firstWhole(day: string): string {
  return day.endsWith('-01') ? day.slice(0, 7) : monthAfter(day.slice(0, 7))
}
