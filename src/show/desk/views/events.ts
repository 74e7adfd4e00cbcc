import { html } from 'hono/html'
import type { EventSummary, Page } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { askedInWords } from '../parts/asked.ts'
import { eventLine } from '../parts/lines.ts'
import { pager } from '../parts/tables.ts'
import { dayInWords, whenInWords } from '../parts/words.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

/** Events as a reading list: a heading for each day, under it what happened or was said on it. */
export const eventsView = viewOf<Page<EventSummary>>(({ rows }, page) => {
  return {
    title: titleOf(page),
    lede: ledeOf(rows, page),
    body: html`${lastDay(page)}${byDay(rows).map(
      ({ day, name, exact, events }) => html`<section class="day">
<h2>${day !== null && exact ? html`<time datetime="${day}">${name}</time>` : name} <span class="quiet">${counted(events.length, 'event')}${page.next !== null && day === rows.at(-1)?.day ? ', and more on the next page' : ''}</span></h2>
${events.map((event) => eventLine(event, page, { withDay: event.dayBy === 'published' }))}</section>`,
    )}
${rows.length === 0 ? html`<p class="empty">Here would stand what happened, day by day. No event of the record fits what is asked. <a href="/events">Take the filter off</a>, or add articles with: <code class="code">rubicon add FOLDER</code></p>` : ''}
${pager(page)}`,
  }
})

type Day = {
  readonly day: string | null
  readonly name: string
  readonly exact: boolean
  readonly events: EventSummary[]
}

/** The events of each day together, and of each month or year that is all a text tells; they come in the order of days. */
function byDay(rows: readonly EventSummary[]): readonly Day[] {
  const days: Day[] = []
  for (const event of rows) {
    const exact = event.dayBy === 'published' || event.precision === 'day'
    const name = nameOf(event, exact)
    const last = days.at(-1)
    if (last?.name === name) last.events.push(event)
    else days.push({ day: event.day, name, exact, events: [event] })
  }
  return days
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

function nameOf(event: EventSummary, exact: boolean): string {
  const { day, precision } = event
  if (day === null) return 'No date in the text'
  if (exact) return dayInWords(day)
  if (precision === 'year') return `Some day in ${day.slice(0, 4)}`
  if (precision === 'month') return `Some day in ${MONTH.format(new Date(day))}`
  const when = whenInWords(event)
  return when.charAt(0).toUpperCase() + when.slice(1)
}

function titleOf({ filter, input }: PageContext): string {
  return askedInWords(filter, 'What happened', typeof input.place === 'string' ? input.place : undefined)
}

function ledeOf(rows: readonly EventSummary[], { input, next }: PageContext): string {
  const days = [...new Set(rows.flatMap(({ day }) => day ?? []))]
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  const stretch = first === last ? `on ${dayInWords(first)}` : `from ${dayInWords(first)} to ${dayInWords(last)}`
  const page = next !== null || input.cursor !== undefined ? 'This page holds ' : ''
  return `${page}${counted(rows.length, 'event')} ${stretch}. Words have an open mark, deeds a filled one; the paler a line, the fewer independent origins stand behind it.`
}

/** The list begins with what is oldest: a way to its end. */
function lastDay({ days, filter, href, input }: PageContext): Html {
  if (!days || filter.from || filter.until || input.cursor !== undefined) return html``
  return html`<p class="more"><a href="${href('/events', { from: days.last })}">To the last day, ${dayInWords(days.last)}</a></p>`
}
