import { html } from 'hono/html'
import type { DyadCount } from '../../../record/index.ts'
import type { Moving } from '../../questions/now.ts'
import { counted } from '../../questions/words.ts'
import { quadMark } from '../parts/marks.ts'
import { calledThe } from '../parts/names.ts'
import { dayInWords, QUAD_NAMES } from '../parts/words.ts'
import type { Html, PageContext } from '../view.ts'

const ORDER = [3, 1, 4, 2] as const

/** The pairs between whom more, or less, happens than before. */
export function movingSection({ from, until, rows }: Moving, page: PageContext): Html {
  if (rows.length === 0 || from === null || until === null) return html``
  const last = new Date(Date.parse(until) - 86_400_000).toISOString().slice(0, 10)
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
  const stretch =
    days === 1 ? dayInWords(from) : `${dayInWords(from, { short: true })} to ${dayInWords(last, { short: true })}`
  return html`<section class="moving"><h2>Pairs that move</h2><p class="facts">${stretch}, beside the ${days === 1 ? 'day' : counted(days, 'day')} before. Most changed first.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Pairs that move"><table><thead><tr><th scope="col">between</th>${ORDER.map((q) => html`<th scope="col" class="n">${quadMark(q)}</th>`)}<th scope="col" class="n">events</th></tr></thead>
<tbody>${rows.map((d) => html`<tr><th scope="row"><a href="${page.href(`/dyad/${d.actor.id}/${d.recipient.id}`)}">${d.actor.name} and ${calledThe(d.recipient.name)}</a></th>${ORDER.map((q) => html`<td class="n">${d.counts[q] || html`<span class="quiet">0</span>`}</td>`)}<td class="n">${change(d)}</td></tr>`)}</tbody></table></div>
<p class="facts legend-line">${ORDER.map((q) => html`${quadMark(q)} ${QUAD_NAMES[q]} `)}</p></section>`
}

function change({ events, before }: DyadCount): Html {
  if (before === null || before === events) return html`${events} <span class="quiet">as before</span>`
  return html`${events} <span class="quiet">${events > before ? '↑' : '↓'} from ${before}</span>`
}
