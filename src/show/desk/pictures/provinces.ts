import { readFileSync } from 'node:fs'
import { geoArea, geoContains } from 'd3-geo'

type Land = {
  readonly names: readonly string[]
  /** Per province its polygons, per polygon its rings, per ring its arcs: `~i` is arc i backwards. */
  readonly shapes: readonly (readonly (readonly (readonly number[])[])[])[]
  /** Each arc as steps of hundredths of a degree: lon, lat, lon, lat … */
  readonly arcs: readonly (readonly number[])[]
}
type Shape = GeoJSON.Feature<GeoJSON.MultiPolygon>

const FILE = new URL('../../../../src/show/desk/pictures/data/provinces.json', import.meta.url)
const PARTS = 100
let lands: Readonly<Record<string, Land>> | undefined
const drawn = new Map<string, readonly Shape[]>()
const found = new Map<string, Shape | null>()

type Place = {
  readonly place: string
  readonly country: string | null
  readonly lat: number | null
  readonly lon: number | null
}

/** The outline of a province: the one of its country that bears its name, or else the one that its point lies in; null where none does. */
export function provinceOf({ place, country, lat, lon }: Place): Shape | null {
  if (country === null) return null
  const key = `${country} ${place}`
  const known = found.get(key)
  if (known !== undefined) return known
  const all = provincesOf(country)
  const named = all.find((s) => plain(String(s.properties?.name)) === plain(place))
  const made = named ?? (lat === null || lon === null ? undefined : all.find((s) => geoContains(s, [lon, lat]))) ?? null
  found.set(key, made)
  return made
}

/** "Al-Anbar Governorate", "Anbar Province" and "Anbār" are one name. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(?:province|governorate|region|state|al|the|of)\b/g, '')
    .replace(/[^\p{L}]/gu, '')
}

function provincesOf(country: string): readonly Shape[] {
  const known = drawn.get(country)
  if (known) return known
  lands ??= JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, Land>>
  const land = lands[country]
  const arcs = land?.arcs.map(degrees) ?? []
  const made = (land?.shapes ?? []).map((polygons, i): Shape => {
    const coordinates = polygons.map((rings) => rings.map((ring) => ringOf(ring, arcs)).filter((r) => r.length > 3))
    return {
      type: 'Feature',
      properties: { name: land?.names[i] ?? '' },
      geometry: { type: 'MultiPolygon', coordinates: coordinates.filter((rings) => rings.length > 0).map(wound) },
    }
  })
  drawn.set(country, made)
  return made
}

function degrees(steps: readonly number[]): [number, number][] {
  let [x, y] = [0, 0]
  return Array.from({ length: steps.length / 2 }, (_, i) => {
    x += steps[2 * i] ?? 0
    y += steps[2 * i + 1] ?? 0
    return [x / PARTS, y / PARTS]
  })
}

function ringOf(ring: readonly number[], arcs: readonly (readonly [number, number][])[]): [number, number][] {
  const points: [number, number][] = []
  for (const i of ring) {
    const arc = i < 0 ? [...(arcs[~i] ?? [])].reverse() : (arcs[i] ?? [])
    points.push(...(points.length > 0 ? arc.slice(1) : arc))
  }
  return points
}

/** On a sphere a ring the wrong way round is all the world but its inside. */
function wound(rings: [number, number][][]): [number, number][][] {
  return rings.map((ring, i) => {
    const small = geoArea({ type: 'Polygon', coordinates: [ring] }) < 2 * Math.PI
    return (i === 0) === small ? ring : [...ring].reverse()
  })
}
