import { html } from 'hono/html'
import { counted } from '../../questions/words.ts'
import { markShape } from '../parts/marks.ts'
import { toldInWords } from '../parts/told.ts'
import { dayInWords, QUAD_NAMES } from '../parts/words.ts'
import type { Html } from '../view.ts'
import type { Bar, Unit } from './day-bars.ts'
import { textWidth } from './text.ts'

/** What a bar is called: "Wednesday 8 January 2020", "the week from Monday 6 January 2020", "January 2020". */
export function unitInWords({ from }: Pick<Bar, 'from'>, unit: Unit): string {
  if (unit === 'day') return dayInWords(from)
  if (unit === 'week') return `the week from ${dayInWords(from)}`
  return unit === 'month' ? monthInWords(from) : from.slice(0, 4)
}

/** A bar told to those who do not see it: its days, its events by class, and what led it. */
export function barName(bar: Bar, unit: Unit): string {
  const classes = ([3, 1, 4, 2] as const).flatMap((q) =>
    bar.counts[q] > 0 ? [`${bar.counts[q]} of ${QUAD_NAMES[q]}`] : [],
  )
  const lead = bar.lead ? `. ${toldInWords(bar.lead)}` : ''
  return `${unitInWords(bar, unit)}: ${counted(bar.events, 'event')}${classes.length > 0 ? `, ${classes.join(', ')}` : ''}${lead}`
}

/** The two parts of a label: the day, with its year where a bar is more than a day, and what led it. */
export function flagWords({ lead, from }: Bar, unit: Unit): readonly [head: string, text: string] {
  if (!lead) return ['', '']
  const day = lead.day ?? from
  const head = dayInWords(day, { short: true })
  return [unit === 'day' ? head : `${head} ${day.slice(0, 4)}`, toldInWords(lead)]
}

const form = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const DAY_OF_MONTH = form({ day: 'numeric', month: 'short' })
const WEEKDAY = form({ weekday: 'short', day: 'numeric' })
const MONTH = form({ month: 'short' })
const MONTH_AND_YEAR = form({ month: 'long', year: 'numeric' })

/** What stands at a bar on the axis: "Fri 3" where there is room, less where there is not, nothing where there is none. */
export function dayTick({ from }: Pick<Bar, 'from'>, unit: Unit, room: number, first: boolean): string {
  const date = new Date(`${from}T00:00:00Z`)
  const starts = from.endsWith('-01')
  if (unit === 'day') {
    if (room >= 40) return (first || starts ? DAY_OF_MONTH : WEEKDAY).format(date).replace(',', '')
    if (room >= 17) return starts ? MONTH.format(date) : String(date.getUTCDate())
    return starts ? MONTH.format(date) : ''
  }
  if (unit === 'week' && room >= 44) return DAY_OF_MONTH.format(date)
  if (unit === 'week' && room >= 44) return DAY_OF_MONTH.format(date)
  if (unit === 'week') return date.getUTCDate() <= 7 && room * 4 > 24 ? MONTH.format(date) : ''
  if (unit === 'month') return from.slice(5, 7) === '01' ? from.slice(0, 4) : room > 30 ? MONTH.format(date) : ''
  return room > 34 || Number(from.slice(0, 4)) % 5 === 0 ? from.slice(0, 4) : ''
}

/** "January 2020". */
function monthInWords(day: string): string {
  return MONTH_AND_YEAR.format(new Date(day))
}

/** The marks of the four classes with their names, in as many lines as they need. */
export function quadLegend(width: number): Html {
  let [x, y] = [0, 10]
  const items = [3, 1, 4, 2].map((q) => {
    const name = QUAD_NAMES[q] ?? ''
    const needs = textWidth(name) + 34
    if (x + needs > width + 14) [x, y] = [0, y + 18]
    const at = html`<g class="legend">${markShape(q, x + 6, y - 4, 5)}<text x="${x + 16}" y="${y}">${name}</text></g>`
    x += needs
    return at
  })
  return html`<g aria-hidden="true">${items}</g>`
}
