import { scaleLinear } from 'd3-scale'
import { html } from 'hono/html'
import type { Html } from '../view.ts'
import { type Bar, barsOf, type DaysDrawing, type Unit } from './day-bars.ts'
import { barName, flagWords, quadLegend } from './day-words.ts'
import { wrapped } from './text.ts'

const ROW = 26
const LINE = 15
const LABELS = 74
const TOP = 64
/** So many of the busiest days get their leading event in words. */
const TOLD = 8

/** The days on a phone: one row each, words to the left of the line and deeds to the right, with what led the busiest under them. */
export function uprightDays(drawing: DaysDrawing, width: number): Html {
  const { unit, bars } = barsOf(drawing.days, { ...drawing, most: 31 })
  const words = Math.max(1, ...bars.map((b) => b.counts[1] + b.counts[3]))
  const deeds = Math.max(1, ...bars.map((b) => b.counts[2] + b.counts[4]))
  const scale = scaleLinear([0, words + deeds], [0, width - LABELS - 4])
  const axis = LABELS + scale(words)
  const least = [...bars].filter((b) => b.lead).sort((a, b) => b.events - a.events)[TOLD - 1]?.events ?? 0
  let y = TOP
  const rows = bars.map((bar) => {
    const told =
      bar.lead && bar.events >= least ? wrapped(flagWords(bar, unit)[1], { width: width - LABELS, lines: 2 }) : []
    const at = y
    y += ROW + told.length * LINE + (told.length > 0 ? 4 : 0)
    return row(bar, { y: at, axis, scale, width, unit, told, drawing })
  })
  const id = `days-${width}`
  return html`<svg class="drawing days" viewBox="0 0 ${width} ${y + 4}" role="group" aria-labelledby="${id}"><title id="${id}">Events of each ${unit}: words left of the line, deeds right of it</title>
${quadLegend(width)}
<text class="quiet-text" x="${axis - 6}" y="${TOP - 8}" text-anchor="end" aria-hidden="true">words</text><text class="quiet-text" x="${axis + 6}" y="${TOP - 8}" aria-hidden="true">deeds</text>
${rows}</svg>`
}

function row(
  bar: Bar,
  {
    y,
    axis,
    scale,
    width,
    unit,
    told,
    drawing,
  }: {
    y: number
    axis: number
    scale: (n: number) => number
    width: number
    unit: Unit
    told: readonly string[]
    drawing: DaysDrawing
  },
): Html {
  const { 1: q1, 2: q2, 3: q3, 4: q4 } = bar.counts
  const part = (q: number, n: number, x: number): Html =>
    n === 0
      ? html``
      : html`<rect class="bar q${q}" x="${x.toFixed(1)}" y="${y + 5}" width="${Math.max(1, scale(n) - 1).toFixed(1)}" height="${ROW - 10}"/>`
  const height = ROW + told.length * LINE
  const body = html`<rect class="hit" x="0" y="${y}" width="${width}" height="${height}"/>
<line class="axis" x1="${axis}" x2="${axis}" y1="${y}" y2="${y + ROW}"/>${part(1, q1, axis - scale(q1))}${part(3, q3, axis - scale(q1 + q3))}${part(2, q2, axis + 1)}${part(4, q4, axis + 1 + scale(q2))}`
  const name = barName(bar, unit)
  // Outside the link: what a reader hears of it says the day in full.
  const words = html`<g class="through" aria-hidden="true"><text class="tick" x="0" y="${y + 17}">${shortName(bar, unit)}</text>${told.length > 0 ? html`<text>${told.map((l, i) => html`<tspan x="${LABELS}" y="${y + ROW + 9 + i * LINE}">${l}</tspan>`)}</text>` : ''}</g>`
  const pale = drawing.lit && (bar.until <= drawing.lit.from || bar.from >= drawing.lit.until)
  if (bar.events === 0 || !drawing.link) return html`<g class="${pale ? 'pale' : ''}">${body}${words}</g>`
  return html`<a href="${drawing.link(bar.from, bar.until)}" aria-label="${name}" data-from="${bar.from}" data-until="${bar.until}" class="${pale ? 'pale' : ''}">${body}</a>${words}`
}

const form = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const NAMES: Readonly<Record<Unit, Intl.DateTimeFormat>> = {
  day: form({ weekday: 'short', day: 'numeric', month: 'short' }),
  week: form({ day: 'numeric', month: 'short', year: '2-digit' }),
  month: form({ month: 'short', year: 'numeric' }),
  year: form({ year: 'numeric' }),
}

function shortName({ from }: Bar, unit: Unit): string {
  return NAMES[unit].format(new Date(from)).replace(',', '')
}
