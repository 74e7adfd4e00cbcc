import { scaleLinear } from 'd3-scale'
import { html } from 'hono/html'
import type { Html } from '../view.ts'
import { barsOf, type DaysDrawing } from './day-bars.ts'
import { barName, dayTick } from './day-words.ts'

const HEIGHT = 46
const TICKS = 18
/** The least width of a bar that a finger can hit. */
const TOUCHABLE = 24

/** A low row of days to go along: how many events each holds, which are looked at, each a link where there is room for a finger. */
export function dayStrip(drawing: DaysDrawing, width: number): Html {
  const { unit, bars } = barsOf(drawing.days, { ...drawing, most: Math.floor(width / TOUCHABLE) })
  const step = width / bars.length
  const scale = scaleLinear([0, Math.max(1, ...bars.map((b) => b.events))], [0, HEIGHT - 4])
  const id = `strip-${width}`
  return html`<svg class="drawing strip" viewBox="0 0 ${width} ${HEIGHT + TICKS}" role="group" aria-labelledby="${id}" data-strip><title id="${id}">Each ${unit}, to go to it</title>
${bars.map((bar, i) => {
  const x = i * step
  const lit = !drawing.lit || (bar.until > drawing.lit.from && bar.from < drawing.lit.until)
  const body = html`<rect class="hit" x="${x.toFixed(1)}" y="0" width="${step.toFixed(1)}" height="${HEIGHT + TICKS}"/><rect class="strip-bar${lit ? '' : ' pale'}" x="${(x + step * 0.12).toFixed(1)}" y="${(HEIGHT - scale(bar.events)).toFixed(1)}" width="${(step * 0.76).toFixed(1)}" height="${scale(bar.events).toFixed(1)}"/>`
  const tick = html`<text class="tick" aria-hidden="true" x="${(x + step / 2).toFixed(1)}" y="${HEIGHT + 14}" text-anchor="middle">${dayTick(bar, unit, step, i === 0)}</text>`
  return bar.events === 0 || !drawing.link
    ? html`<g>${body}</g>${tick}`
    : html`<a href="${drawing.link(bar.from, bar.until)}" aria-label="${barName({ ...bar, lead: null }, unit)}" data-from="${bar.from}" data-until="${bar.until}">${body}</a>${tick}`
})}<line class="axis" x1="0" x2="${width}" y1="${HEIGHT}" y2="${HEIGHT}"/></svg>`
}
