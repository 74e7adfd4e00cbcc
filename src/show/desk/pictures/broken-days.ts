import { scaleLinear, scaleUtc } from 'd3-scale'
import type { DyadAnswer } from '../../../record/index.ts'

type Silence = NonNullable<DyadAnswer['timeline']>['silences'][number]

/** A stretch of silence on the axis; `broken` where it is drawn shorter than it was. */
type Gap = Silence & { readonly left: number; readonly right: number; readonly broken: boolean }
export type Axis = {
  /** Where the middle of a day is. */
  readonly at: (day: string) => number
  /** Where a day begins. */
  readonly start: (day: string) => number
  readonly dayWidth: number
  readonly gaps: readonly Gap[]
  readonly ticks: readonly {
    readonly day: string
    readonly x: number
    readonly words: string
    readonly year: string | null
  }[]
}

const DAY = 86_400_000
const ROOM_OF_A_TICK = 52

/**
 * An axis of days from `left` to `right`. A silence that would take more than a tenth of it is broken: drawn `breakWidth` wide,
 * so that one mention of years ago does not press three weeks into a line.
 */
export function brokenDays(
  { first, last, silences }: { readonly first: string; readonly last: string; readonly silences: readonly Silence[] },
  { left, right, breakWidth }: { readonly left: number; readonly right: number; readonly breakWidth: number },
): Axis {
  const end = Date.parse(last) + DAY
  const total = (end - Date.parse(first)) / DAY
  const broken = silences.filter((s) => s.days / total > 0.1 && (s.days / total) * (right - left) > breakWidth)
  const days = total - broken.reduce((sum, s) => sum + s.days, 0)
  const dayWidth = (right - left - broken.length * breakWidth) / days
  const [domain, range] = [[Date.parse(first)], [left]]
  for (const { from, until } of broken) {
    const x = (range.at(-1) ?? left) + ((Date.parse(from) - (domain.at(-1) ?? 0)) / DAY) * dayWidth
    domain.push(Date.parse(from), Date.parse(until))
    range.push(x, x + breakWidth)
  }
  const scale = scaleLinear([...domain, end], [...range, right])
  const start = (day: string): number => scale(Date.parse(day))
  const at = (day: string): number => start(day) + dayWidth / 2
  const gaps = silences.map((s) => ({ ...s, left: start(s.from), right: start(s.until), broken: broken.includes(s) }))
  const edges = [Date.parse(first), ...broken.flatMap((s) => [Date.parse(s.from), Date.parse(s.until)]), end]
  const stretches = edges.flatMap((from, i) => (i % 2 === 0 ? [{ from, until: edges[i + 1] ?? end }] : []))
  return { at, start, dayWidth, gaps, ticks: ticksOf(stretches, at, dayWidth) }
}

function ticksOf(
  stretches: readonly { readonly from: number; readonly until: number }[],
  at: (day: string) => number,
  dayWidth: number,
): Axis['ticks'] {
  let year = ''
  let taken = Number.NEGATIVE_INFINITY
  return stretches.flatMap(({ from, until }) => {
    const days = (until - from) / DAY
    const wanted = Math.max(1, Math.floor((days * dayWidth) / ROOM_OF_A_TICK))
    const found = days <= wanted ? everyDay(from, until) : scaleUtc([from, until - DAY], [0, 1]).ticks(wanted)
    const own = found.length > 0 && (found[0] as Date).getTime() - from < 2 * DAY ? found : [new Date(from), ...found]
    return own.flatMap((date) => {
      const day = date.toISOString().slice(0, 10)
      const x = at(day)
      if (x - taken < ROOM_OF_A_TICK - 6) return []
      taken = x
      const told = day.slice(0, 4) === year ? null : day.slice(0, 4)
      year = day.slice(0, 4)
      return [{ day, x, words: shortDay(date), year: told }]
    })
  })
}

function everyDay(from: number, until: number): Date[] {
  return Array.from({ length: Math.round((until - from) / DAY) }, (_, i) => new Date(from + i * DAY))
}

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

function shortDay(date: Date): string {
  return SHORT.format(date)
}

/** So many days in the unit a person would use: "12 days", "8 months", "3 years". */
export function stretchInWords(days: number): string {
  const [n, unit] =
    days < 60 ? [days, 'day'] : days < 730 ? [Math.round(days / 30.44), 'month'] : [Math.round(days / 365.25), 'year']
  return `${n} ${unit}${n === 1 ? '' : 's'}`
}
