import { type GeoProjection, geoPath } from 'd3-geo'
import { html, raw } from 'hono/html'
import type { Html } from '../view.ts'
import { type Bounds, type Land, meets } from './atlas.ts'
import { outlinesFor, projectionOf } from './map-frame.ts'

export type Ground = {
  readonly projection: GeoProjection
  /** The countries at least partly on the map. */
  readonly lands: readonly Land[]
  /** Land and borders, ready drawn. */
  readonly drawn: Html
  /** The outline of one of the countries, as far as it is on the map. */
  readonly outlineOf: (land: Land) => string
  /** Any outline as far as it is on the map, and its middle. */
  readonly draw: (shape: GeoJSON.Feature) => { readonly d: string; readonly x: number; readonly y: number }
  /** Where the name of a country may stand, and how much of it is seen. */
  readonly middleOf: (land: Land) => { readonly x: number; readonly y: number; readonly area: number }
}

const KEPT = 24
const grounds = new Map<string, Ground>()

/** The quiet ground of a map: land, borders, borders in dispute. Drawn once for a stretch of the earth and a size. */
export function groundOf(bounds: Bounds, width: number, height: number): Ground {
  const key = [...bounds, width, height].join(' ')
  const known = grounds.get(key)
  if (known) return known
  const { lands: all, borders } = outlinesFor(bounds, width)
  const [west, south, east, north] = bounds
  const lands = all.filter(
    (land) => land.name !== 'Antarctica' && meets(land.bounds, [west - 3, south - 3, east + 3, north + 3]),
  )
  const projection = projectionOf(bounds, width, height)
  const path = geoPath(projection).digits(1)
  const { agreed, disputed } = borders(lands)
  const land = path({ type: 'FeatureCollection', features: lands.map((l) => l.shape) }) ?? ''
  const made: Ground = {
    projection,
    lands,
    drawn: html`<rect class="sea" width="${width}" height="${height}"/><path class="land" d="${raw(land)}"/><path class="border" d="${raw(path(agreed) ?? '')}"/><path class="border disputed" d="${raw(path(disputed) ?? '')}"/>`,
    draw: (shape) => {
      const [x, y] = path.centroid(shape)
      return { d: path(shape) ?? '', x, y }
    },
    outlineOf: keep(({ shape }) => path(shape) ?? ''),
    middleOf: keep(({ shape }) => {
      const [x, y] = path.centroid(shape)
      return { x, y, area: path.area(shape) }
    }),
  }
  if (grounds.size >= KEPT) grounds.delete(grounds.keys().next().value ?? '')
  grounds.set(key, made)
  return made
}

/** The same function, that works out each land only once. */
function keep<T>(of: (land: Land) => T): (land: Land) => T {
  const kept = new Map<Land, T>()
  return (land) => {
    const known = kept.get(land)
    if (known !== undefined) return known
    const made = of(land)
    kept.set(land, made)
    return made
  }
}
