import { scaleLinear } from 'd3-scale'
import { html } from 'hono/html'
import type { NowAnswer } from '../../questions/now.ts'
import type { Html } from '../view.ts'
import { type Bar, barsOf, type DaysDrawing, MOST_BARS, mainStretch, type Unit } from './day-bars.ts'
import { placeFlags } from './day-labels.ts'
import { barName, dayTick, flagWords, quadLegend } from './day-words.ts'
import { uprightDays } from './days-upright.ts'
import { textWidth, wrapped } from './text.ts'

const LEFT = 46
const TOP = 24
const HEIGHT = 230
const AXIS = 22
const LINE = 15
const WORDS = 170
const LANES = 2
/** The least width of a bar that a finger can hit. */
const TOUCHABLE = 24

/** One bar a day (or a week, a month), the four classes stacked, words above the line and deeds below, and what led the busiest days in words. */
export function daysPicture(drawing: DaysDrawing, width: number): Html {
  if (width < 600) return uprightDays(drawing, width)
  const { unit, bars } = barsOf(drawing.days, { ...drawing, most: MOST_BARS })
  const step = (width - LEFT) / bars.length
  const most =
    Math.max(1, ...bars.map((b) => b.counts[1] + b.counts[3])) +
    Math.max(1, ...bars.map((b) => b.counts[2] + b.counts[4]))
  const scale = scaleLinear([0, most], [0, HEIGHT])
  const words = flagsOf(bars, 1, { step, width, unit })
  const deeds = flagsOf(bars, 0, { step, width, unit })
  const wordsHeight = scale(Math.max(1, ...bars.map((b) => b.counts[1] + b.counts[3])))
  const line = TOP + bandOf(words) + wordsHeight
  const floor = line + AXIS + HEIGHT - wordsHeight
  const height = floor + bandOf(deeds) + 4
  const id = `days-${width}`
  const shape = { step, line, scale, unit, drawing }
  return html`<svg class="drawing days" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="${id}"><title id="${id}">Events of each ${unit}: words above the line, deeds below</title>
${quadLegend(width)}
<g aria-hidden="true">${grid(scale, { line, width, up: wordsHeight, down: floor - line - AXIS })}
<text class="quiet-text" x="0" y="${line - 6}">words</text><text class="quiet-text" x="0" y="${line + AXIS + 14}">deeds</text>
<line class="axis" x1="${LEFT}" x2="${width}" y1="${line}" y2="${line}"/><line class="axis" x1="${LEFT}" x2="${width}" y1="${line + AXIS}" y2="${line + AXIS}"/></g>
${bars.map((bar, i) => column(bar, i, shape))}
<g>${words.map((w) => flag(w, { foot: line - scale(w.flag.bar.counts[1] + w.flag.bar.counts[3]), up: true, edge: TOP + bandOf(words) }))}
${deeds.map((d) => flag(d, { foot: line + AXIS + scale(d.flag.bar.counts[2] + d.flag.bar.counts[4]), up: false, edge: floor }))}</g></svg>`
}

/** The days of an answer of "now", or those of them that were asked for, as a picture by itself. */
export function drawDays({ days: { days } }: Pick<NowAnswer, 'days'>, { width }: { readonly width: number }): Html {
  const stretch = mainStretch(days)
  return stretch ? daysPicture({ days, ...stretch }, width) : html``
}

type BarFlag = {
  readonly x: number
  readonly width: number
  readonly weight: number
  readonly bar: Bar
  readonly lines: readonly string[]
}
type PlacedFlag = ReturnType<typeof placeFlags<BarFlag>>[number]

/** The labels of the bars that words (1) or deeds (0) led. */
function flagsOf(
  bars: readonly Bar[],
  odd: 0 | 1,
  { step, width, unit }: { step: number; width: number; unit: Unit },
): readonly PlacedFlag[] {
  const flags = bars.flatMap((bar, i): BarFlag[] => {
    if (!bar.lead || bar.lead.quadClass % 2 !== odd) return []
    const [head, text] = flagWords(bar, unit)
    const lines = [head, ...wrapped(text, { width: WORDS, lines: 3 })]
    return [
      {
        bar,
        lines,
        x: LEFT + (i + 0.5) * step,
        width: Math.max(...lines.map((l) => textWidth(l))) + 8,
        weight: bar.events,
      },
    ]
  })
  return placeFlags(flags, { lanes: LANES, left: 0, right: width })
}

/** How much room the lanes of labels take. */
function bandOf(flags: readonly PlacedFlag[]): number {
  return (Math.max(-1, ...flags.map((f) => f.lane)) + 1) * (4 * LINE + 12)
}

function flag(
  { flag: { x, lines, bar }, lane, side }: PlacedFlag,
  { foot, up, edge }: { foot: number; up: boolean; edge: number },
): Html {
  const band = 4 * LINE + 12
  const top = up ? edge - (lane + 1) * band + (4 - lines.length) * LINE : edge + lane * band + 10
  const end = up ? top : top + lines.length * LINE
  const at = side === 'right' ? x + 6 : x - 6
  return html`<g class="flag"><line class="pole" x1="${x}" x2="${x}" y1="${foot}" y2="${end}"/><circle class="pole-foot" cx="${x}" cy="${foot}" r="2"/><text${side === 'left' ? html` text-anchor="end"` : ''}>${lines.map((l, i) => html`<tspan x="${at}" y="${top + 11 + i * LINE}"${i === 0 ? html` class="flag-day"` : ''}>${l}</tspan>`)}</text><title>${bar.lead?.evidence?.text ?? ''}</title></g>`
}

type Shape = {
  readonly step: number
  readonly line: number
  readonly scale: (n: number) => number
  readonly unit: Unit
  readonly drawing: DaysDrawing
}

function column(bar: Bar, i: number, { step, line, scale, unit, drawing }: Shape): Html {
  const x = LEFT + i * step
  const [gap, inner] = [step * 0.14, step * 0.72]
  const { 1: q1, 2: q2, 3: q3, 4: q4 } = bar.counts
  const part = (q: number, n: number, y: number): Html =>
    n === 0
      ? html``
      : html`<rect class="bar q${q}" x="${(x + gap).toFixed(1)}" y="${y.toFixed(1)}" width="${inner.toFixed(1)}" height="${Math.max(1, scale(n) - 1).toFixed(1)}"/>`
  const body = html`<rect class="hit" x="${x.toFixed(1)}" y="${line - scale(q1 + q3)}" width="${step.toFixed(1)}" height="${(AXIS + scale(bar.events)).toFixed(1)}"/>
${part(1, q1, line - scale(q1))}${part(3, q3, line - scale(q1 + q3))}${part(2, q2, line + AXIS + 1)}${part(4, q4, line + AXIS + 1 + scale(q2))}`
  const pale = drawing.lit && (bar.until <= drawing.lit.from || bar.from >= drawing.lit.until)
  const name = barName(bar, unit)
  // Outside the link: what a reader hears of it says the day in full.
  const tick = dayTick(bar, unit, step, i === 0)
  const under = tick
    ? html`<text class="tick" x="${(x + step / 2).toFixed(1)}" y="${line + 15}" text-anchor="middle" aria-hidden="true">${tick}</text>`
    : ''
  if (bar.events === 0 || step < TOUCHABLE || !drawing.link)
    return html`<g${pale ? html` class="pale"` : ''}><title>${name}</title>${body}${under}</g>`
  return html`<a href="${drawing.link(bar.from, bar.until)}" aria-label="${name}" data-from="${bar.from}" data-until="${bar.until}"${pale ? html` class="pale"` : ''}><title>${name}</title>${body}</a>${under}`
}

function grid(
  scale: { (n: number): number; ticks: (n: number) => number[] },
  { line, width, up, down }: { line: number; width: number; up: number; down: number },
): Html {
  const ticks = scale.ticks(6).filter((n) => n > 0 && Number.isInteger(n))
  const at = (n: number, y: number): Html =>
    html`<line class="grid" x1="${LEFT}" x2="${width}" y1="${y}" y2="${y}"/><text class="quiet-text" x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${n}</text>`
  return html`${ticks.filter((n) => scale(n) <= up && scale(n) > 20).map((n) => at(n, line - scale(n)))}${ticks.filter((n) => scale(n) <= down && scale(n) > 20).map((n) => at(n, line + AXIS + scale(n)))}`
}
