import { html } from 'hono/html'
import type { EventAnswer } from '../../../record/index.ts'
import { aroundIt } from '../event/around.ts'
import { numbersFigure, originsFigure } from '../event/figures.ts'
import { factsOf, headingOf, sureInWords } from '../event/head.ts'
import { historyOf } from '../event/history.ts'
import { reportCards } from '../event/reports.ts'
import { claimsSideBySide } from '../parts/claims.ts'
import { lookForm } from '../parts/same-forms.ts'
import { toldInWords } from '../parts/told.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

/** One event: what the record holds and how sure it is, its numbers, its origins, its reports, what was round it, what was held before. */
export const eventView = viewOf<EventAnswer>((answer, page) => {
  const { event, ended } = answer
  return {
    title: toldInWords(event),
    heading: headingOf(event, page),
    lede: sureInWords(answer),
    body: html`${ended ? html`<p class="notice">${ended}. This page shows the event that took its place.</p>` : ''}
${factsOf(answer, page)}
${numbersFigure(answer, page)}
${differences(answer, page)}
${originsFigure(answer, page)}
${reportCards(answer, page)}
${sameEvent(answer, page)}
${aroundIt(answer, page)}
${historyOf(answer)}`,
  }
})

function differences({ disputes }: EventAnswer, page: PageContext): Html {
  if (disputes.length === 0) return html``
  const ordered = [...disputes].sort((a, b) => ORDER.indexOf(a.about) - ORDER.indexOf(b.about))
  return html`<section class="disputes"><h2>Where the reports stand against each other</h2>${ordered.map((d) => claimsSideBySide(d, page))}</section>`
}

const ORDER = ['status', 'actor', 'killed', 'injured', 'day', 'place']

/** Where a person says that two events are one. */
function sameEvent({ event }: EventAnswer, page: PageContext): Html {
  return html`<section id="same"><h2>Is it the same as another event?</h2>
<p>Where the record holds one event as two, a person’s judgement puts them together: <a href="${page.href(`/same/${event.id}`)}">events like this one, near in time</a>, or another that you look for here. The reports of both then count as one event’s; it can be undone.</p>
${lookForm(event.id, page, 'Words of the other event')}</section>`
}
