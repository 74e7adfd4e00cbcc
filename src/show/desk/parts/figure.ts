import { html } from 'hono/html'
import type { Section } from '../../questions/question.ts'
import type { Html, PageContext } from '../view.ts'
import { dataTable } from './tables.ts'

/** The two widths a picture is drawn at: a page at its widest, and a phone. The style sheet shows the one that fits. */
const WIDE = 1160
const NARROW = 358

/** A picture as it stands in a page: what it shows, a sentence on what to see, the drawing, and its data under it as a table. */
export function figureOf(
  {
    title,
    sentence,
    draw,
    table,
    level = 2,
    widths = [WIDE, NARROW],
  }: {
    readonly title: string
    readonly sentence: string | Html
    readonly draw: (width: number) => Html
    readonly table: Section
    readonly level?: 2 | 3
    /** The widths to draw at, where the picture does not take the whole width of the page. */
    readonly widths?: readonly [wide: number, narrow: number]
  },
  page: PageContext,
): Html {
  const heading = level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`
  return html`<figure class="picture">
<figcaption>${heading}<p>${sentence}</p></figcaption>
<div class="wide">${draw(widths[0])}</div>
<div class="narrow">${draw(widths[1])}</div>
<details><summary>The same as a table</summary>${dataTable(table, page, `${title}, as a table`)}</details>
</figure>`
}
