import { html } from 'hono/html'
import type { Pairing } from '../../../record/index.ts'
import type { Html, PageContext } from '../view.ts'
import { eventLine } from './lines.ts'
import { dayInWords } from './words.ts'

/** What was said, what came of it, and the days between: one row a pair of words and deed. */
export function ledger(pairings: readonly Pairing[], page: PageContext): Html {
  return html`<div class="ledger-heads" aria-hidden="true"><p>Said</p><p>Between</p><p>Came of it</p></div>
<ol class="ledger">${pairings.map((p) => html`<li class="pair${p.deed === null ? ' open' : ''}"><div class="pair-said">${eventLine(p.words, page)}</div><p class="pair-between">${between(p)}</p><div class="pair-deed">${p.deed ? eventLine(p.deed, page) : ''}</div></li>`)}</ol>`
}

function between(p: Pairing): Html {
  const said = `a ${p.said}`
  if (p.deed === null) return html`<span class="quiet">${said}</span> <strong>${intervalInWords(p)}</strong>`
  return html`<span class="quiet">${said}</span> <strong>${p.outcome}</strong> ${intervalInWords(p)}${p.sure === 'weak' ? html` <span class="weak">a weak pairing: the two may have nothing to do with each other</span>` : ''}`
}

/** "not seen by 17 January", "2 days later". */
function intervalInWords({ interval }: Pick<Pairing, 'interval'>): string {
  return interval.replace(/\d{4}-\d\d-\d\d/, (day) => dayInWords(day, { short: true }))
}
