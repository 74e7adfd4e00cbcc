import { html } from 'hono/html'
import type { Html } from '../view.ts'
import type { Bounds } from './atlas.ts'
import { WORLD } from './map-frame.ts'
import { groundOf } from './map-ground.ts'

const [WIDTH, HEIGHT] = [216, 104]

/** The world in a corner of a map: where the map is, and a dot for each place, so that what lies off the map is seen too. */
export function worldInset(
  bounds: Bounds,
  spots: readonly { readonly lat: number; readonly lon: number }[],
  { x, y }: { readonly x: number; readonly y: number },
): Html {
  const { drawn, projection } = groundOf(WORLD, WIDTH, HEIGHT)
  const [west, south, east, north] = bounds
  const [a, b] = [projection([west, north]), projection([east, south])]
  const dots = spots.flatMap(({ lat, lon }) => {
    const at = projection([lon, lat])
    return at ? [html`<circle class="inset-dot" cx="${at[0].toFixed(1)}" cy="${at[1].toFixed(1)}" r="1.8"/>`] : []
  })
  return html`<g aria-hidden="true" transform="translate(${x} ${y - HEIGHT})">${drawn}${dots}${a && b ? html`<rect class="inset-frame" x="${a[0].toFixed(1)}" y="${a[1].toFixed(1)}" width="${(b[0] - a[0]).toFixed(1)}" height="${(b[1] - a[1]).toFixed(1)}"/>` : ''}<rect class="neatline" width="${WIDTH}" height="${HEIGHT}"/></g>`
}

/** The room the inset takes, as a box that labels keep away from. */
export function insetBox({ x, y }: { readonly x: number; readonly y: number }) {
  return { x, y: y - HEIGHT, width: WIDTH, height: HEIGHT }
}
