import type { EventSummary } from '../../../record/index.ts'

/** Events of a day by quad class, as the record counts them. */
export type DayCounts = {
  readonly day: string
  readonly counts: Readonly<Record<1 | 2 | 3 | 4, number>>
  readonly lead: EventSummary | null
}
export type Unit = 'day' | 'week' | 'month' | 'year'
/** One bar: the days from `from` up to, not including, `until`. */
export type Bar = {
  readonly from: string
  readonly until: string
  readonly counts: Readonly<Record<1 | 2 | 3 | 4, number>>
  readonly events: number
  /** What led the busiest of its days. */
  readonly lead: EventSummary | null
}

/** What the picture of days draws. */
export type DaysDrawing = {
  readonly days: readonly DayCounts[]
  readonly from: string
  readonly until: string
  /** The days looked at, where these are not all: the others are drawn pale. */
  readonly lit?: { readonly from: string; readonly until: string } | undefined
  /** Where a click on a bar leads; nowhere in a file. */
  readonly link?: ((from: string, until: string) => string) | undefined
}

/** So many bars the picture has at its widest. */
export const MOST_BARS = 160
const DAY = 86_400_000
const UNITS = ['day', 'week', 'month', 'year'] as const
const LONGEST = { day: 1, week: 7, month: 31, year: 366 } as const

/**
 * The days a picture shows: all, but for the earliest few (one event in twenty at most) where a long gap parts them from the
 * rest. So a mention of 1979 does not press three weeks into one line. `before` counts the events left out.
 */
export function mainStretch(
  days: readonly DayCounts[],
): { readonly from: string; readonly until: string; readonly before: number } | null {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const all = days.reduce((sum, d) => sum + sumOf(d.counts), 0)
  let found = { from: first.day, until: dayAfter(last.day), before: 0 }
  let before = 0
  for (const [i, d] of days.entries()) {
    const gap = Date.parse(d.day) - Date.parse(days[i - 1]?.day ?? d.day)
    const rest = Date.parse(last.day) - Date.parse(d.day)
    if (before > all / 20) break
    if (gap > Math.max(7 * DAY, rest / 4)) found = { ...found, from: d.day, before }
    before += sumOf(d.counts)
  }
  return found
}

/** Bars from one day up to another, none left out, in the finest unit that needs no more than `most`. */
export function barsOf(
  days: readonly DayCounts[],
  { from, until, most }: { readonly from: string; readonly until: string; readonly most: number },
): { readonly unit: Unit; readonly bars: readonly Bar[] } {
  const length = (Date.parse(until) - Date.parse(from)) / DAY
  // Where even the longest of a unit are too many, none is looked for.
  const fits = (u: Unit): boolean => length / LONGEST[u] <= most && edgesOf(u, from, until, most).length - 1 <= most
  const unit = UNITS.find(fits) ?? 'year'
  const edges = edgesOf(unit, from, until, MOST_EDGES)
  const inOrder = days.every((d, i) => i === 0 || d.day >= (days[i - 1]?.day ?? ''))
    ? days
    : [...days].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  let next = inOrder.findIndex((d) => d.day >= (edges[0] ?? from))
  const bars = edges.slice(0, -1).map((start, i): Bar => {
    const end = edges[i + 1] ?? until
    const own: DayCounts[] = []
    for (let d = inOrder[next]; next >= 0 && d && d.day < end; d = inOrder[++next]) own.push(d)
    const counts = { 1: 0, 2: 0, 3: 0, 4: 0 }
    for (const d of own) for (const q of [1, 2, 3, 4] as const) counts[q] += d.counts[q]
    const led = own.filter((d) => d.lead !== null).sort((a, b) => sumOf(b.counts) - sumOf(a.counts))
    return { from: start, until: end, counts, events: sumOf(counts), lead: led[0]?.lead ?? null }
  })
  return { unit, bars }
}

const MOST_EDGES = 2000

/** The first day of each unit, and the end of the last; no more are looked for than one past `most`. */
function edgesOf(unit: Unit, from: string, until: string, most: number): string[] {
  const edges: string[] = []
  let at = startOf(unit, from)
  while (at < until && edges.length <= most) {
    edges.push(at)
    at = startOf(unit, iso(Date.parse(at) + LONGEST[unit] * DAY))
  }
  return [...edges, at]
}

function startOf(unit: Unit, day: string): string {
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  if (unit === 'day') return day
  const weekday = (new Date(day).getUTCDay() + 6) % 7
  return iso(Date.parse(day) - weekday * DAY)
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return iso(Date.parse(day) + DAY)
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** All classes together. */
export function sumOf(counts: Readonly<Record<1 | 2 | 3 | 4, number>>): number {
  return counts[1] + counts[2] + counts[3] + counts[4]
}
