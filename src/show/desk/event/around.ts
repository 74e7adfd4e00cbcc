import { html } from 'hono/html'
import type { EventAnswer, EventSummary } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { eventLine } from '../parts/lines.ts'
import type { Html, PageContext } from '../view.ts'

/** What led to an event and what followed: the best backed events between the same parties in the days round it. */
export function aroundIt({ event, around }: EventAnswer, page: PageContext): Html {
  const { before, sameDay, after, days } = around
  const title = 'What led to it, what followed'
  if (event.day === null)
    return html`<section class="around"><h2>${title}</h2><p class="empty">No text dates this event, so nothing can be said to come before or after it.</p></section>`
  const between = event.actors.length > 0 && event.recipients.length > 0
  if (before.length + sameDay.length + after.length === 0)
    return html`<section class="around"><h2>${title}</h2><p class="empty">The record holds nothing else ${between ? 'between these parties' : 'by or to this party'} within ${days} days before or after.</p></section>`
  return html`<section class="around"><h2>${title}</h2>
<p class="quiet">${between ? 'Between the same parties' : 'By or to the same party'}, the events that most independent origins tell. Nearness in time is all that joins them: the record claims no cause.</p>
<div class="columns"><div>${list(`In the ${counted(days, 'day')} before`, before, page)}</div>
<div>${list('The same day', sameDay, page)}${list(`In the ${counted(days, 'day')} after`, after, page)}</div></div></section>`
}

function list(title: string, events: readonly EventSummary[], page: PageContext): Html {
  if (events.length === 0) return title === 'The same day' ? html`` : html`<p class="about">${title}: nothing.</p>`
  return html`<p class="about">${title}:</p>${events.map((e) => eventLine(e, page))}`
}
