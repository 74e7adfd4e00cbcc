import { html } from 'hono/html'
import { countryName } from '../../../codebook/index.ts'
import type { EventSummary, Page } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { filterWords } from '../filter.ts'
import { eventLine } from '../parts/lines.ts'
import { pager } from '../parts/tables.ts'
import { dayInWords } from '../parts/words.ts'
import { type PageContext, viewOf } from '../view.ts'

/** Events as a reading list: a heading for each day, under it what happened or was said on it. */
export const eventsView = viewOf<Page<EventSummary>>(({ rows }, page) => {
  return {
    title: titleOf(page),
    lede: ledeOf(rows, page),
    body: html`${byDay(rows).map(
      ({ day, events }) => html`<section class="day">
<h2>${day === null ? 'No date in the text' : html`<time datetime="${day}">${dayInWords(day)}</time>`} <span class="quiet">${counted(events.length, 'event')}${page.next !== null && day === rows.at(-1)?.day ? ', and more on the next page' : ''}</span></h2>
${events.map((event) => eventLine(event, page, { withDay: event.dayBy !== 'text' || event.precision !== 'day' }))}</section>`,
    )}
${rows.length === 0 ? html`<p class="empty">Here would stand what happened, day by day. No event of the record fits what is asked. <a href="/events">Take the filter off</a>, or add articles with: <code class="code">rubicon add FOLDER</code></p>` : ''}
${pager(page)}`,
  }
})

/** The events of each day together; they come in the order of days. */
function byDay(rows: readonly EventSummary[]): { day: string | null; events: EventSummary[] }[] {
  const days: { day: string | null; events: EventSummary[] }[] = []
  for (const event of rows) {
    const last = days.at(-1)
    if (last?.day === event.day) last.events.push(event)
    else days.push({ day: event.day, events: [event] })
  }
  return days
}

function titleOf({ filter, input }: PageContext): string {
  const place = typeof input.place === 'string' ? input.place : undefined
  if (Object.keys(filter).length === 0) return place ? `What happened in ${place}` : 'What happened, day by day'
  return `${filterWords(filter)}${place ? `, at ${place}` : ''}`
}

function ledeOf(rows: readonly EventSummary[], { filter, input, next }: PageContext): string {
  const days = [...new Set(rows.flatMap(({ day }) => day ?? []))]
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  const stretch = first === last ? `on ${dayInWords(first)}` : `from ${dayInWords(first)} to ${dayInWords(last)}`
  const where = filter.country && !input.place ? ` in ${countryName(filter.country)}` : ''
  const page = next !== null || input.cursor !== undefined ? 'This page holds ' : ''
  return `${page}${counted(rows.length, 'event')}${where} ${stretch}. What is happening in words stands open, what is done stands filled; the paler, the fewer independent origins.`
}
