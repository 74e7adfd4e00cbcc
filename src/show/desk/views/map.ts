import { html } from 'hono/html'
import type { MapAnswer } from '../../questions/map.ts'
import { counted } from '../../questions/words.ts'
import { askedInWords } from '../parts/asked.ts'
import { dayInWords } from '../parts/words.ts'
import { dayAfter, mainStretch } from '../pictures/day-bars.ts'
import { dayStrip } from '../pictures/day-strip.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'
import { mapFigure, placeLists } from './map-figure.ts'

/** Events where they were, honestly; days to go along, and in lists what no map can show. */
export const mapView = viewOf<MapAnswer>((answer, page) => {
  const { events, placed, nowhere } = answer
  return {
    title: askedInWords(page.filter, 'Where it was'),
    lede:
      events === 0
        ? 'No event of the record fits.'
        : `Of ${counted(events, 'event')}, ${number(placed.events)} ${placed.events === 1 ? 'is' : 'are'} placed nearer than a country, at ${counted(placed.places, 'place')}; ${number(nowhere.events)} ${nowhere.events === 1 ? 'is' : 'are'} placed nowhere at all.`,
    body:
      events === 0 && answer.days.length === 0
        ? html`<p class="empty">Here would stand a map of where events were. Add articles with: <code class="code">rubicon add FOLDER</code></p>`
        : html`${slider(answer, page)}${mapFigure(answer, page, 'whole')}${placeLists(answer, page)}`,
  }
})

/** The days to go along: each a link, one on and one back, and a form for any stretch; a module may make a slider of it. */
function slider({ days }: MapAnswer, page: PageContext): Html {
  const stretch = mainStretch(days)
  if (!stretch) return html``
  const { from, until } = page.filter
  const lit = from || until ? { from: from ?? '', until: until ?? '9999' } : undefined
  const link = (first: string, next: string): string => page.href('/map', { from: first, until: next })
  const last = days.at(-1)?.day ?? stretch.from
  const [first, one] = [stretch.from, (day: string) => link(day, dayAfter(day))]
  const beside = (by: number): string | null => {
    const day = from ? moved(from, by) : by < 0 ? first : last
    return day >= first && day <= last ? day : null
  }
  const [back, on] = [beside(-1), beside(1)]
  const short = (day: string): string => dayInWords(day, { short: true })
  const strip = { days, from: stretch.from, until: stretch.until, lit, link }
  return html`<section class="slider" aria-label="Days" data-slider data-first="${stretch.from}" data-last="${last}">
<div class="wide">${dayStrip(strip, 1160)}</div><div class="narrow">${dayStrip(strip, 358)}</div>
<form method="get" action="/map">${Object.entries(page.filter).map(([name, value]) => (name === 'from' || name === 'until' ? '' : html`<input type="hidden" name="${name}" value="${value}">`))}
${back ? html`<a rel="prev" href="${one(back)}">${from ? `← ${short(back)}` : `First day, ${dayInWords(back)}`}</a>` : ''}
<label>From <input type="date" name="from" value="${from ?? ''}" min="${days[0]?.day ?? ''}" max="${last}"></label>
<label>up to, not including <input type="date" name="until" value="${until ?? ''}" max="${dayAfter(last)}"></label>
<button>Show these days</button>${from || until ? html`<a href="${page.href('/map', { from: undefined, until: undefined })}">All days</a>` : ''}
${on ? html`<a rel="next" href="${one(on)}">${from ? `${short(on)} →` : `Last day, ${dayInWords(on)}`}</a>` : ''}</form></section>`
}

function number(n: number): string {
  return n.toLocaleString('en-US')
}

function moved(day: string, by: number): string {
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)
}
