import { type GeoProjection, geoEqualEarth, geoMercator } from 'd3-geo'
import { type Bounds, outlines } from './atlas.ts'

type Spot = { readonly lat: number; readonly lon: number; readonly weight: number }

/** What a map shows at most of the world. */
export const WORLD: Bounds = [-168, -56, 180, 76]
const LEAST = 9
/** So much of all that has a place lies on the map; what is far from the rest is told beside it. */
const SHARE = 0.66

/** The stretch of the earth where most of the events were, with some air around. */
export function frameOf(spots: readonly Spot[], ratio: number): Bounds {
  const all = spots.reduce((sum, s) => sum + s.weight, 0)
  if (all === 0) return WORLD
  // In the order of each coordinate once: what is taken away leaves the rest in order.
  let byLon = [...spots].sort((a, b) => a.lon - b.lon)
  let byLat = [...spots].sort((a, b) => a.lat - b.lat)
  let kept = [...spots]
  for (;;) {
    const [lon, lat] = [middle(byLon, 'lon'), middle(byLat, 'lat')]
    const shrink = Math.cos((lat * Math.PI) / 180)
    let [farthest, most]: [Spot | undefined, number] = [undefined, -1]
    for (const spot of kept) {
      const far = Math.hypot((spot.lon - lon) * shrink, spot.lat - lat)
      if (far > most) [farthest, most] = [spot, far]
    }
    if (!farthest || most < LEAST * 2) break
    const rest = kept.filter((s) => s !== farthest)
    if (rest.reduce((sum, s) => sum + s.weight, 0) < all * SHARE) break
    kept = rest
    byLon = byLon.filter((s) => s !== farthest)
    byLat = byLat.filter((s) => s !== farthest)
  }
  return widened(
    [
      Math.min(...kept.map((s) => s.lon)),
      Math.min(...kept.map((s) => s.lat)),
      Math.max(...kept.map((s) => s.lon)),
      Math.max(...kept.map((s) => s.lat)),
    ],
    ratio,
  )
}

/** The weighted middle of one coordinate, by which the spots are in order. */
function middle(sorted: readonly Spot[], axis: 'lat' | 'lon'): number {
  const half = sorted.reduce((sum, s) => sum + s.weight, 0) / 2
  let sum = 0
  for (const spot of sorted) {
    sum += spot.weight
    if (sum >= half) return spot[axis]
  }
  return 0
}

/** Air around, a least size, and the shape of the drawing; whole degrees, so that like questions share one ground. */
function widened([west, south, east, north]: Bounds, ratio: number): Bounds {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2]
  const shrink = Math.cos((lat * Math.PI) / 180)
  const high = Math.max(LEAST, (north - south) * 1.3, ((east - west) * shrink * 1.3) / ratio)
  const wide = Math.max((east - west) * 1.3, (high * ratio) / shrink)
  if (wide > 200) return WORLD
  return [Math.floor(lon - wide / 2), Math.floor(lat - high / 2), Math.ceil(lon + wide / 2), Math.ceil(lat + high / 2)]
}

/** The projection that fits a stretch of the earth into a drawing: Mercator near by, Equal Earth for much of the world. */
export function projectionOf([west, south, east, north]: Bounds, width: number, height: number): GeoProjection {
  const projection =
    east - west > 110 ? geoEqualEarth().rotate([-(west + east) / 2, 0]) : geoMercator().rotate([-(west + east) / 2, 0])
  const edge: [number, number][] = [0, 0.25, 0.5, 0.75, 1].flatMap((t): [number, number][] => [
    [west + t * (east - west), Math.max(-80, south)],
    [west + t * (east - west), Math.min(80, north)],
  ])
  return projection
    .fitExtent(
      [
        [0, 0],
        [width, height],
      ],
      { type: 'MultiPoint', coordinates: edge },
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ])
}

/** The outlines fine enough for a drawing: a pixel should be no finer than they are. */
export function outlinesFor([west, , east]: Bounds, width: number): ReturnType<typeof outlines> {
  return outlines(width / (east - west) > 12 ? '50m' : '110m')
}
