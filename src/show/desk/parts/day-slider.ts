import { html } from 'hono/html'
import { type DayCounts, dayAfter } from '../pictures/day-bars.ts'
import { dayStrip } from '../pictures/day-strip.ts'
import type { Html } from '../view.ts'
import { dayInWords } from './words.ts'

type Slider = {
  readonly days: readonly DayCounts[]
  /** The first day and the last that can be gone to. */
  readonly first: string
  readonly last: string
  /** The day looked at; null where all are. */
  readonly day: string | null
  /** The days that are drawn strong in the strip; all where undefined. */
  readonly lit: { readonly from: string; readonly until: string } | undefined
  /** Fields of the address that a day sets: `day` itself, or `from` with `until` the day after. */
  readonly sets: 'day' | 'from until'
  /** Where a stretch of days leads. */
  readonly link: (from: string, until: string) => string
  /** The path the form asks, and what stands in it besides the ways to other days. */
  readonly action: string
  readonly fields: Html
}

const DAY = 86_400_000

/**
 * Days to go along: a strip whose bars are links, a handle that a script makes move, steps to the day before and after, and a form.
 * What it changes of a page stands under it in `dated`.
 */
export function daySlider(slider: Slider): Html {
  const { days, first, last, day, lit, sets, link, action, fields } = slider
  const strip = { days, from: first, until: dayAfter(last), lit, link }
  const at = day === null ? last : day < first ? first : day > last ? last : day
  const steps = [-7, -1, 1, 7].flatMap((by) => {
    const to = new Date(Date.parse(at) + by * DAY).toISOString().slice(0, 10)
    return to < first || to > last ? [] : [{ by, to }]
  })
  const step = ({ by, to }: { by: number; to: string }): Html =>
    html`<a href="${link(to, dayAfter(to))}"${Math.abs(by) === 1 ? html` rel="${by < 0 ? 'prev' : 'next'}"` : ''}>${STEPS[by]}</a>`
  return html`<section class="slider" aria-label="Days" data-slider>
<div class="strips"><div class="wide">${dayStrip(strip, 1160)}</div><div class="narrow">${dayStrip(strip, 358)}</div></div>
<div class="ride"><input type="range" id="ride" aria-label="The day" min="0" max="${between(first, last)}" value="${between(first, at)}" aria-valuetext="${day === null ? 'all days' : dayInWords(at)}" data-first="${first}" data-sets="${sets}"><output for="ride">${day === null ? 'All days' : dayInWords(at)}</output></div>
<form method="get" action="${action}">${fields}<span class="steps">${steps.map(step)}</span></form></section>`
}

/** The part of a page that another day changes. */
export function dated(body: Html): Html {
  return html`<div id="dated">${body}</div>`
}

const STEPS: Readonly<Record<number, string>> = {
  [-7]: '← a week',
  [-1]: '← a day',
  1: 'a day →',
  7: 'a week →',
}

function between(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY)
}
