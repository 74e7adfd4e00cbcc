import { html } from 'hono/html'
import { countryName } from '../../../codebook/index.ts'
import type { PlaceCount, PlacesAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { figureOf } from '../parts/figure.ts'
import { calledThe } from '../parts/names.ts'
import { QUAD_NAMES } from '../parts/words.ts'
import { mapPicture } from '../pictures/map.ts'
import { countsInWords, isPoint, placeName } from '../pictures/map-words.ts'
import type { Html, PageContext } from '../view.ts'

/** The map with its words and its table: the whole page's picture, or a small one beside a text. */
export function mapFigure(places: PlacesAnswer, page: PageContext, size: 'whole' | 'small'): Html {
  const link = ({ place, country }: { place: string; country: string | null }): string =>
    page.href('/events', { place, country: country ?? undefined })
  const somewhere = places.countries.reduce((sum, c) => sum + c.events, 0)
  const known = [
    `${counted(places.placed.events, 'event')} ${places.placed.events === 1 ? 'has' : 'have'} a place nearer than a country`,
    somewhere > 0 ? `${somewhere.toLocaleString('en-US')} a country alone` : '',
    places.nowhere.events > 0 ? `${places.nowhere.events.toLocaleString('en-US')} none` : '',
  ].filter(Boolean)
  const sentence = `A dot is a place that a text names; hatched is ground of which no more is known than the country, the province or the region. ${known.join(', ')}. Borders in dispute are dashed.`
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
          ...places.countries.map((c) => ({ ...c, name: `somewhere in ${calledThe(countryName(c.country))}` })),
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

/** What no picture shows alone: every place with its events, what is known less exactly, and what is placed nowhere, as links. */
export function placeLists({ places, countries, nowhere, placed }: PlacesAnswer, page: PageContext): Html {
  const exact = places.filter(isPoint)
  const rest = placed.places - places.length
  const item = (to: string, name: string, counts: PlacesAnswer['nowhere']['counts']): Html =>
    html`<li><a href="${to}">${name}</a> <span class="facts">${countsInWords(counts)}</span></li>`
  const placeItem = (p: PlaceCount): Html =>
    item(page.href('/events', { place: p.place, country: p.country ?? undefined }), placeName(p), p.counts)
  return html`<div class="place-lists">
<section><h2>Named places</h2>${exact.length === 0 ? html`<p class="empty">No text names a place for any of these events.</p>` : html`<ul>${exact.map(placeItem)}</ul>`}${rest > 0 ? html`<p class="facts">and ${counted(rest, 'more place')}</p>` : ''}</section>
<section><h2>Somewhere in a region or a country</h2>${countries.length === 0 && exact.length === places.length ? html`<p class="facts">Every event that has a place has a nearer one.</p>` : html`<ul>${places.filter((p) => !isPoint(p)).map(placeItem)}${countries.map((c) => item(page.href('/events', { country: c.country }), `somewhere in ${calledThe(countryName(c.country))}`, c.counts))}</ul>`}
<h2>Nowhere in particular</h2><p>${nowhere.events === 0 ? 'Every event has a place.' : `${countsInWords(nowhere.counts)}. The texts do not say where, so ${nowhere.events === 1 ? 'it stands' : 'they stand'} on no map.`}</p></section></div>`
}
