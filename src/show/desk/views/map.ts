import { html } from 'hono/html'
import type { MapAnswer } from '../../questions/map.ts'
import { counted } from '../../questions/words.ts'
import { askedInWords } from '../parts/asked.ts'
import { dated, daySlider } from '../parts/day-slider.ts'
import { dayAfter, mainStretch } from '../pictures/day-bars.ts'
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
        : html`${slider(answer, page)}${dated(events === 0 ? html`<p class="empty">No event of these days fits. Go to another day, or to <a href="${page.href('/map', { from: undefined, until: undefined })}">all of them</a>.</p>` : html`${mapFigure(answer, page, 'whole')}${placeLists(answer, page)}`)}`,
  }
})

/** The days to go along: one day, or by the form any stretch of them. */
function slider({ days }: MapAnswer, page: PageContext): Html {
  const stretch = mainStretch(days)
  if (!stretch) return html``
  const { from, until } = page.filter
  const last = days.at(-1)?.day ?? stretch.from
  return daySlider({
    days,
    first: stretch.from,
    last,
    day: from ?? null,
    lit: from || until ? { from: from ?? '', until: until ?? '9999' } : undefined,
    sets: 'from until',
    link: (first, next) => page.href('/map', { from: first, until: next }),
    action: '/map',
    fields: html`${Object.entries(page.filter).map(([name, value]) => (name === 'from' || name === 'until' ? '' : html`<input type="hidden" name="${name}" value="${value}">`))}
<label>From <input type="date" name="from" value="${from ?? ''}" min="${days[0]?.day ?? ''}" max="${last}"></label>
<label>up to, not including <input type="date" name="until" value="${until ?? ''}" max="${dayAfter(last)}"></label>
<button>Show</button>${from || until ? html`<a href="${page.href('/map', { from: undefined, until: undefined })}">All days</a>` : ''}`,
  })
}

function number(n: number): string {
  return n.toLocaleString('en-US')
}
