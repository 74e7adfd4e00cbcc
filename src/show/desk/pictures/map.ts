import { arc, pie } from 'd3-shape'
import { html, raw } from 'hono/html'
import { countryName } from '../../../codebook/index.ts'
import type { PlaceCount, PlacesAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import type { Html } from '../view.ts'
import { quadLegend } from './day-words.ts'
import { frameOf, WORLD } from './map-frame.ts'
import { type Ground, groundOf } from './map-ground.ts'
import { insetBox, worldInset } from './map-inset.ts'
import { type Label, labelKeeper } from './map-labels.ts'
import { countsInWords, isPoint, markLabel, offMap, placeName } from './map-words.ts'
import { provinceOf } from './provinces.ts'
import { wrapped } from './text.ts'

export type MapDrawing = Pick<PlacesAnswer, 'places' | 'countries' | 'nowhere'> & {
  /** Where a click on a place leads; nowhere in a file. */
  readonly link?: ((place: Pick<PlaceCount, 'place' | 'country'>) => string) | undefined
  /** Height in parts of the width; 0.54 unless told. */
  readonly ratio?: number
}
type Located = { readonly place: PlaceCount; readonly lat: number; readonly lon: number }
type Counts = PlacesAnswer['nowhere']['counts']
type Mark = {
  readonly place: PlaceCount
  readonly x: number
  readonly y: number
  readonly r: number
  readonly exact: boolean
  readonly linked: boolean
  /** The outline of the ground it is somewhere in; empty where none is drawn. */
  readonly outline: string
}

/** The rows of the legend, and where its last one, the hatched ground, stands. */
const ROW = 20
/** The distance of two points that a finger can tell apart. */
const TOUCHABLE = 26

/** Where events were: a dot for a named point, hatched ground where no more than a country or province is known, and in words what no map can show. */
export function mapPicture(drawing: MapDrawing, width: number): Html {
  const height = Math.round(width * (drawing.ratio ?? (width < 600 ? 0.95 : 0.54)))
  const { places, countries, nowhere } = drawing
  const located = places.flatMap((place) =>
    place.lat === null || place.lon === null ? [] : [{ place, lat: place.lat, lon: place.lon }],
  )
  const bounds = frameOf(
    located.map(({ lat, lon, place }) => ({ lat, lon, weight: place.events })),
    width / height,
  )
  const ground = groundOf(bounds, width, height)
  const marks = marksOf(located, ground, width, height)
  const shown = new Set(marks.map((m) => m.place))
  const hatched = ground.lands.flatMap((land) => {
    const own = countries.find((c) => c.country === land.code)
    return own && ground.outlineOf(land) !== '' ? [{ ...own, land }] : []
  })
  const keeper = labelKeeper(width, height)
  for (const { x, y, r } of marks) keeper.take({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })
  const corner = { x: 0, y: height }
  const inset = width >= 600 && bounds !== WORLD && marks.length < located.length
  if (inset) keeper.take(insetBox(corner))
  const labels = marks.flatMap((m) => keeper.beside(markLabel(m.place), m) ?? [])
  const names = landNames(ground, hatched, keeper)
  const under = [
    `Nowhere in particular: ${counted(nowhere.events, 'event')}.`,
    offMap(
      places.filter((p) => !shown.has(p)),
      countries.filter((c) => !hatched.some((h) => h.country === c.country)),
    ),
  ].join(' ')
  const lines = wrapped(under, { width: width - 8, lines: width < 600 ? 5 : 2 })
  const id = `map-${width}`
  const legend = height + 8 + ROW * (width < 600 ? 2 : 1)
  return html`<svg class="drawing map" viewBox="0 0 ${width} ${legend + ROW + lines.length * 16 + 4}" role="group" aria-labelledby="${id}"><title id="${id}">Where the events were</title>
<defs><pattern id="hatch-${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" x2="0" y1="0" y2="7"/></pattern><pattern id="faint-${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch faint" x1="0" x2="0" y1="0" y2="7"/></pattern><clipPath id="clip-${id}"><rect width="${width}" height="${height}"/></clipPath></defs>
<g aria-hidden="true">${ground.drawn}
${hatched.map(({ land, events }) => html`<path class="hatched" d="${raw(ground.outlineOf(land))}" fill="url(#${events < 3 ? 'faint' : 'hatch'}-${id})"/>`)}
${names.map((l) => label(l))}</g>
<g clip-path="url(#clip-${id})">${[...marks].sort((a, b) => Number(a.exact) - Number(b.exact)).map((m) => mark(m, drawing, `hatch-${id}`))}</g>
<g aria-hidden="true">${labels.map((l) => label({ ...l, quiet: false }))}</g>
${inset ? worldInset(bounds, located, corner) : ''}
<rect class="neatline" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}"/>
<g transform="translate(0 ${height + 8})">${quadLegend(width)}</g>
<g aria-hidden="true"><rect class="hatched" x="0.5" y="${legend + 0.5}" width="12" height="12" fill="url(#hatch-${id})"/><text x="18" y="${legend + 11}">${width < 600 ? 'somewhere in it' : 'somewhere in it: no more than the country, province or region is known'}</text></g>
<text class="quiet-text">${lines.map((l, i) => html`<tspan x="0" y="${legend + ROW + 12 + i * 16}">${l}</tspan>`)}</text></svg>`
}

function marksOf(places: readonly Located[], ground: Ground, width: number, height: number): Mark[] {
  const most = Math.max(...places.map(({ place }) => place.events), 1)
  const largest = Math.min(width < 600 ? 13 : 18, 5 + Math.sqrt(most) * 3)
  const marks: Mark[] = []
  for (const { place, lat, lon } of places) {
    const exact = isPoint(place)
    const shape = exact ? null : groundShape(place, ground)
    const drawn = shape ? ground.draw(shape) : undefined
    const at = drawn?.d ? ([drawn.x, drawn.y] as const) : ground.projection([lon, lat])
    if (!at || at[0] < 0 || at[1] < 0 || at[0] > width || at[1] > height) continue
    const outline = drawn?.d ?? ''
    const r = exact ? Math.max(4, largest * Math.sqrt(place.events / most)) : outline ? 10 : Math.max(16, largest + 4)
    const [x, y] = [Math.round(at[0] * 10) / 10, Math.round(at[1] * 10) / 10]
    const linked = !marks.some((m) => m.linked && Math.hypot(m.x - x, m.y - y) < TOUCHABLE)
    marks.push({ place, x, y, r, exact, linked, outline })
  }
  return marks
}

/** The province, or the country a part of which it is. */
function groundShape(place: PlaceCount, { lands }: Ground): GeoJSON.Feature | null {
  if (place.country !== null && countryName(place.country) === place.place)
    return lands.find((land) => land.code === place.country)?.shape ?? null
  return place.placePrecision === 'province' ? provinceOf(place) : null
}

function mark({ place, x, y, r, exact, linked, outline }: Mark, { link }: MapDrawing, hatch: string): Html {
  const name = `${placeName(place)}: ${countsInWords(place.counts)}`
  const body = exact
    ? html`<circle class="under" cx="${x}" cy="${y}" r="${r.toFixed(1)}"/>${slices(place.counts, { x, y, r })}`
    : outline
      ? html`<path class="hatched" d="${raw(outline)}" fill="url(#${hatch})"/>`
      : html`<circle class="somewhere" cx="${x}" cy="${y}" r="${r}" fill="url(#${hatch})"/>`
  if (!linked || !link) return html`<g><title>${name}</title>${body}</g>`
  return html`<a href="${link(place)}" aria-label="${name}"><title>${name}</title><circle class="hit" cx="${x}" cy="${y}" r="${Math.max(13, r)}"/>${body}</a>`
}

const classes = pie<{ q: number; n: number }>()
  .value((d) => d.n)
  .sort(null)

function slices(counts: Counts, { x, y, r }: { x: number; y: number; r: number }): Html {
  const parts = ([1, 2, 3, 4] as const).map((q) => ({ q, n: counts[q] })).filter(({ n }) => n > 0)
  const [only] = parts
  if (parts.length === 1 && only) return html`<circle class="bar q${only.q}" cx="${x}" cy="${y}" r="${r.toFixed(1)}"/>`
  const slice = arc<ReturnType<typeof classes>[number]>().innerRadius(0).outerRadius(r).digits(1)
  return html`<g transform="translate(${x} ${y})">${classes(parts).map((p) => html`<path class="bar q${p.data.q}" d="${raw(slice(p) ?? '')}"/>`)}</g>`
}

type Hatched = { readonly country: string; readonly events: number; readonly land: Ground['lands'][number] }

/** Names of countries: first those with events that are somewhere in them, then others with room for a name. */
function landNames(
  ground: Ground,
  hatched: readonly Hatched[],
  keeper: ReturnType<typeof labelKeeper>,
): (Label & { quiet: boolean })[] {
  const named = hatched.flatMap(({ land, events }) => {
    const found = keeper.centred(`${land.name} ${events}`, ground.middleOf(land))
    return found ? [{ ...found, quiet: false }] : []
  })
  const others = ground.lands
    .filter((land) => !hatched.some((h) => h.land === land))
    .flatMap((land) => {
      const at = ground.middleOf(land)
      const found = at.area > 1800 ? keeper.centred(land.name, at) : null
      return found ? [{ ...found, quiet: true }] : []
    })
  return [...named, ...others]
}

function label({ text, x, y, anchor, quiet }: Label & { readonly quiet: boolean }): Html {
  return html`<text class="name${quiet ? ' quiet-text' : ''}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${text}</text>`
}
