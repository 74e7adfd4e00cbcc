import { html } from 'hono/html'
import type { Denial, DisputeSummary, DisputesAnswer, EventSummary } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { claimsSideBySide } from '../parts/claims.ts'
import { eventLine } from '../parts/lines.ts'
import { pager } from '../parts/tables.ts'
import { aboutInWords } from '../parts/words.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

const TABS = ['status', 'actor', 'killed', 'injured', 'day', 'place'] as const

/** Claims that stand against each other, side by side; denials beside what they deny. */
export const disputesView = viewOf<DisputesAnswer>(({ disputes, denials }, page) => {
  const about = typeof page.input.about === 'string' ? page.input.about : ''
  return {
    title: about ? `In dispute: ${aboutInWords(about)}` : 'In dispute',
    lede: 'What reports tell in different ways, each claim with those who make it and the sentence it stands in. The record keeps every claim and takes no side.',
    body: html`<nav class="tabs" aria-label="What is in dispute"><ul>${['', ...TABS].map((tab) => html`<li><a href="${page.href('/disputes', { about: tab })}"${tab === about ? html` aria-current="page"` : ''}>${tab ? aboutInWords(tab) : 'everything'}</a></li>`)}</ul></nav>
${toldTwice(disputes, page)}
${about === '' ? denied(denials, page) : ''}${pager(page)}`,
  }
})

function toldTwice(disputes: readonly DisputeSummary[], page: PageContext): Html {
  const events = new Map<string, { event: EventSummary; own: DisputeSummary[] }>()
  for (const dispute of disputes) {
    const known = events.get(dispute.event.id) ?? { event: dispute.event, own: [] }
    events.set(dispute.event.id, known)
    known.own.push(dispute)
  }
  if (events.size === 0)
    return page.input.cursor
      ? html``
      : html`<section><h2>Told in different ways</h2><p class="empty">Here would stand the events that reports tell in different ways. None does under what is asked. Articles are added with <code class="code">rubicon add FOLDER</code>.</p></section>`
  return html`<section><h2>Told in different ways <span class="quiet">${counted(events.size, 'event')}</span></h2>
${[...events.values()].map(({ event, own }) => html`<div class="disputed">${eventLine(event, page, { withSentence: false })}${inOrder(own).map((dispute) => claimsSideBySide(dispute, page))}</div>`)}</section>`
}

function inOrder(disputes: readonly DisputeSummary[]): DisputeSummary[] {
  const rank = ({ about }: DisputeSummary) => (TABS as readonly string[]).indexOf(about)
  return [...disputes].sort((a, b) => rank(a) - rank(b))
}

function denied(denials: readonly Denial[], page: PageContext): Html {
  if (denials.length === 0)
    return page.input.cursor
      ? html``
      : html`<section><h2>Denied or refused</h2><p class="empty">Here would stand denials and refusals beside what they answer: an accusation or a demand made in the three weeks before. None is in the record under what is asked.</p></section>`
  return html`<section><h2>Denied or refused <span class="quiet">${counted(denials.length, 'time')}</span></h2>
<p class="quiet">On the left what was said, on the right the denial or refusal that followed it. A weak pairing rests on nearness in time alone: the denial does not name whom it answers.</p>
${denials.map((d) => html`<div class="denial"><div>${eventLine(d.against, page)}</div><p class="between">${afterWords(d)}</p><div>${eventLine(d.denial, page)}</div></div>`)}</section>`
}

function afterWords({ daysAfter, sure }: Denial): string {
  const when = daysAfter === 0 ? 'the same day' : `${counted(daysAfter, 'day')} later`
  return sure === 'weak' ? `${when}, a weak pairing` : when
}
