import { createRequire } from 'node:module'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import { countryOfNumber } from '../../../codebook/index.ts'

/** West, south, east and north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]
export type Land = {
  /** The country's code; null for land that no state holds by general consent. */
  readonly code: string | null
  readonly name: string
  readonly bounds: Bounds
  readonly shape: GeoJSON.Feature
}
export type Outlines = {
  readonly lands: readonly Land[]
  /** The borders among these lands: those agreed on, and those in dispute. */
  readonly borders: (lands: readonly Land[]) => {
    readonly agreed: GeoJSON.MultiLineString
    readonly disputed: GeoJSON.MultiLineString
  }
}

type Shape = (Polygon | MultiPolygon) & { id?: string | number; properties?: { name: string } }
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>

const CODES: Readonly<Record<string, string>> = { Kosovo: 'XKX' }
/** Land whose borders the outlines know to be in dispute, by name. */
const DISPUTED = new Set(['Somaliland', 'Kosovo', 'N. Cyprus', 'Siachen Glacier', 'W. Sahara', 'Palestine'])

const require = createRequire(import.meta.url)
const ATLAS = {
  '110m': (): unknown => require('world-atlas/countries-110m.json'),
  '50m': (): unknown => require('world-atlas/countries-50m.json'),
}
const loaded = new Map<string, Outlines>()

/** The outlines of the countries of the world, coarse (`110m`) or fine (`50m`); read once. */
export function outlines(scale: '110m' | '50m'): Outlines {
  const known = loaded.get(scale)
  if (known) return known
  const atlas = ATLAS[scale]() as Atlas
  const shapes = atlas.objects.countries.geometries as Shape[]
  const lands = shapes.map((shape): Land => {
    const name = shape.properties?.name ?? ''
    const drawn = feature(atlas, shape) as GeoJSON.Feature
    const code = shape.id === undefined ? CODES[name] : countryOfNumber(String(shape.id).padStart(3, '0'))
    return { code: code ?? null, name, bounds: boundsOf(drawn), shape: drawn }
  })
  const byLand = new Map(lands.map((land, i) => [land, shapes[i] as Shape]))
  const inDispute = (a: unknown): boolean => DISPUTED.has((a as Shape).properties?.name ?? '')
  const made: Outlines = {
    lands,
    borders: (some) => {
      const geometries = some.flatMap((land) => byLand.get(land) ?? [])
      const among: GeometryCollection = { type: 'GeometryCollection', geometries }
      return {
        agreed: mesh(atlas, among, (a, b) => a !== b && !inDispute(a) && !inDispute(b)),
        disputed: mesh(atlas, among, (a, b) => a !== b && (inDispute(a) || inDispute(b))),
      }
    },
  }
  loaded.set(scale, made)
  return made
}

function boundsOf({ geometry }: GeoJSON.Feature): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90]
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [x, y] = part as unknown[]
    if (typeof x === 'number' && typeof y === 'number') {
      ;[west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)]
    } else for (const inner of part) walk(inner)
  }
  walk('coordinates' in geometry ? geometry.coordinates : [])
  return [west, south, east, north]
}

/** Whether two stretches of the earth share ground. */
export function meets(a: Bounds, b: Bounds): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
