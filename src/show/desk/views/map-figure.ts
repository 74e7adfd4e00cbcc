import { html } from 'hono/html'
import { countryName } from '../../../codebook/index.ts'
import type { PlacesAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { figureOf } from '../parts/figure.ts'
import { QUAD_NAMES } from '../parts/words.ts'
import { mapPicture } from '../pictures/map.ts'
import { countsInWords, placeName } from '../pictures/map-words.ts'
import type { Html, PageContext } from '../view.ts'

/** The map with its words and its table: the whole page's picture, or a small one beside a text. */
export function mapFigure(places: PlacesAnswer, page: PageContext, size: 'whole' | 'small'): Html {
  const link = ({ place, country }: { place: string; country: string | null }): string =>
    page.href('/events', { place, country: country ?? undefined })
  const somewhere = places.countries.reduce((sum, c) => sum + c.events, 0)
  const sentence = `A dot is a place that a text names (${counted(places.placed.events, 'event')}); hatched is where no more than a country or a province is known (${counted(somewhere, 'event')} somewhere in a country). ${counted(places.nowhere.events, 'event')} ${places.nowhere.events === 1 ? 'is' : 'are'} placed nowhere. Borders in dispute are dashed.`
  return figureOf(
    {
      title: size === 'small' ? 'Where' : 'The map',
      sentence:
        size === 'small'
          ? html`A dot is a place that a text names, hatched ground a country of which no more is known. <a href="${page.href('/map')}">The whole map</a>`
          : sentence,
      draw: (width) => mapPicture({ ...places, link, ...(size === 'small' && { ratio: 0.8 }) }, width),
      ...(size === 'small' && { widths: [420, 358] as const }),
      table: {
        title: 'Places',
        columns: ['place', 'events', ...([3, 1, 4, 2] as const).map((q) => QUAD_NAMES[q])],
        rows: [
          ...places.places.map((p) => ({ ...p, name: placeName(p) })),
          ...places.countries.map((c) => ({ ...c, name: `somewhere in ${countryName(c.country)}` })),
          { ...places.nowhere, name: 'nowhere in particular' },
        ].map(({ name, events, counts }) => ({
          cells: [name, String(events), ...([3, 1, 4, 2] as const).map((q) => String(counts[q]))],
        })),
        empty: 'No event is placed.',
      },
    },
    page,
  )
}

/** What no picture shows alone: every place with its events, those known by country only, and those placed nowhere, as links. */
export function placeLists({ places, countries, nowhere, placed }: PlacesAnswer, page: PageContext): Html {
  const rest = placed.places - places.length
  return html`<div class="place-lists">
<section><h2>Named places</h2>${places.length === 0 ? html`<p class="empty">No text names a place for any of these events.</p>` : html`<ul>${places.map((p) => html`<li><a href="${page.href('/events', { place: p.place, country: p.country ?? undefined })}">${placeName(p)}</a> <span class="facts">${countsInWords(p.counts)}</span></li>`)}</ul>${rest > 0 ? html`<p class="facts">and ${counted(rest, 'more place')}</p>` : ''}`}</section>
<section><h2>No more than the country is known</h2>${countries.length === 0 ? html`<p class="facts">Every placed event has a nearer place.</p>` : html`<ul>${countries.map((c) => html`<li><a href="${page.href('/events', { country: c.country })}">somewhere in ${countryName(c.country)}</a> <span class="facts">${countsInWords(c.counts)}</span></li>`)}</ul>`}
<h2>Nowhere in particular</h2><p>${nowhere.events === 0 ? 'Every event has a place.' : `${countsInWords(nowhere.counts)}. The texts do not say where; nothing is put on the map for ${nowhere.events === 1 ? 'it' : 'them'}.`}</p></section></div>`
}
