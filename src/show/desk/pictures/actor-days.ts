import { scaleLinear } from 'd3-scale'
import { html } from 'hono/html'
import type { ActorAnswer } from '../../../record/index.ts'
import { pronounOf } from '../parts/names.ts'
import { dayInWords, QUAD_NAMES } from '../parts/words.ts'
import type { Html } from '../view.ts'
import { type Bar, barsOf, type DayCounts, mainStretch, type Unit } from './day-bars.ts'
import { dayTick, quadLegend, unitInWords } from './day-words.ts'

type Answer = Pick<ActorAnswer, 'actor' | 'days'>
/** From the axis outward: what is done lies nearest to it, what is said outside. */
const ORDER = [4, 2, 3, 1] as const
const HEIGHT = 190
/** So that a single event is no tower. */
const TALLEST_EVENT = 20
const AXIS = 22

/** What an actor did on each day above the axis, what was done to it below; the four classes stacked, deeds nearest the axis. */
export function drawActorDays({ actor, days }: Answer, { width }: { readonly width: number }): Html {
  const wide = width > 700
  const left = wide ? 120 : 8
  const drawn = actorBars(days, Math.floor((width - left) / 7))
  if (!drawn) return html``
  const { above, below, unit } = drawn
  const [up, down] = [tallest(above), tallest(below)]
  const scale = scaleLinear([0, up + down], [0, Math.min(HEIGHT, (up + down) * TALLEST_EVENT)])
  const top = legendHeight(width) + (wide ? 16 : 30)
  const line = top + scale(up)
  const floor = line + AXIS
  const height = floor + scale(down) + (wide ? 6 : 20)
  const step = Math.min(64, (width - left) / Math.max(above.length, 1))
  const id = `actor-days-${width}`
  const side = (bars: readonly Bar[], way: 1 | -1, base: number): Html =>
    html`${bars.map((bar, i) => column(bar, { x: left + i * step, step, base, way, scale, unit, name: actor.name }))}`
  return html`<svg class="drawing actor-days" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}"><title id="${id}">What ${actor.name} did and what was done to ${pronounOf(actor.kind).them}, ${dayInWords(drawn.from)} to ${dayInWords(lastDay(drawn.until))}, by ${unit}</title>
${quadLegend(width)}
${side(above, 1, line)}${side(below, -1, floor)}
<path class="axis" d="M${left},${line}H${left + step * above.length}M${left},${floor}H${left + step * above.length}"/>
${above.map((bar, i) => html`<text x="${left + (i + 0.5) * step}" y="${line + 15}" text-anchor="middle">${tick(bar, i, { unit, step })}</text>`)}
${wide ? html`<text class="lane" x="${left - 12}" y="${line - 4}" text-anchor="end">did</text><text class="lane" x="${left - 12}" y="${floor + 13}" text-anchor="end">was done to ${pronounOf(actor.kind).them}</text>` : html`<text class="lane" x="${left}" y="${top - 6}">did</text><text class="lane" x="${left}" y="${height - 5}">was done to ${pronounOf(actor.kind).them}</text>`}
${ceiling(above, { up, line, left, step, scale })}
</svg>`
}

/** Both sides in bars of one unit, at most so many; what lies much earlier is left out and counted. Null where no day is known. */
export function actorBars(days: Answer['days'], most: number) {
  const [did, suffered] = [bare(days.did), bare(days.suffered)]
  const stretch = mainStretch([...did, ...suffered].sort((a, b) => (a.day < b.day ? -1 : 1)))
  if (!stretch) return null
  const { unit, bars: above } = barsOf(did, { ...stretch, most })
  return { ...stretch, unit, above, below: barsOf(suffered, { ...stretch, most }).bars }
}

function bare(days: Answer['days']['did']): DayCounts[] {
  return days.map(({ day, counts }) => ({ day, counts, lead: null }))
}

/** Where days are too narrow for a name each, every so many of them has one. */
function tick(bar: Bar, i: number, { unit, step }: { unit: Unit; step: number }): string {
  if (unit !== 'day' || step >= 17) return dayTick(bar, unit, step, i === 0)
  const every = Math.ceil(26 / step)
  const first = bar.from.endsWith('-01')
  const day = Number(bar.from.slice(8))
  const nearFirst = day < 1 + every && !first
  return first ? dayTick(bar, unit, step, false) : i % every === 0 && !nearFirst && day < 30 ? String(day) : ''
}

function tallest(bars: readonly Bar[]): number {
  return Math.max(1, ...bars.map((b) => b.events))
}

function lastDay(until: string): string {
  return new Date(Date.parse(until) - 86_400_000).toISOString().slice(0, 10)
}

function legendHeight(width: number): number {
  return width > 560 ? 20 : 40
}

type Column = {
  readonly x: number
  readonly step: number
  readonly base: number
  readonly way: 1 | -1
  readonly scale: (n: number) => number
  readonly unit: Unit
  readonly name: string
}

function column(bar: Bar, { x, step, base, way, scale, unit, name }: Column): Html {
  if (bar.events === 0) return html``
  const told = ORDER.flatMap((q) => (bar.counts[q] > 0 ? [`${bar.counts[q]} of ${QUAD_NAMES[q]}`] : [])).join(', ')
  let y = base
  const pieces = ORDER.map((q) => {
    const high = scale(bar.counts[q])
    if (high === 0) return ''
    const top = way === 1 ? y - high : y
    y -= way * high
    return html`<rect class="bar q${q}" x="${x + 1.5}" y="${top}" width="${Math.max(1, step - 3)}" height="${high}"/>`
  })
  return html`<g><title>${unitInWords(bar, unit)}, ${way === 1 ? `what ${name} did` : `done to ${name}`}: ${told}</title>${pieces}</g>`
}

/** The number at the tallest bar: the only scale this picture needs. */
function ceiling(
  bars: readonly Bar[],
  {
    up,
    line,
    left,
    step,
    scale,
  }: { up: number; line: number; left: number; step: number; scale: (n: number) => number },
): Html {
  const i = bars.findIndex((b) => b.events === up)
  if (i < 0) return html``
  return html`<text class="name" x="${left + (i + 0.5) * step}" y="${line - scale(up) - 4}" text-anchor="middle">${up}</text>`
}
