import { html } from 'hono/html'
import type { Html } from '../view.ts'
import { QUAD_NAMES } from './words.ts'

/** The mark of a quad class: words are open, deeds filled; circles cooperate, squares fight. Inside an SVG, at (x, y). */
export function markShape(quadClass: number, x: number, y: number, r: number): Html {
  const side = 1.8 * r
  return quadClass <= 2
    ? html`<circle class="mark q${quadClass}" cx="${x}" cy="${y}" r="${r}"/>`
    : html`<rect class="mark q${quadClass}" x="${x - side / 2}" y="${y - side / 2}" width="${side}" height="${side}"/>`
}

/** The mark as a small picture beside a line, with its name for those who do not see it. */
export function quadMark(quadClass: number): Html {
  return html`<svg class="quad" viewBox="0 0 14 14" width="14" height="14" role="img" aria-label="${QUAD_NAMES[quadClass] ?? ''}">${markShape(quadClass, 7, 7, 5)}</svg>`
}
