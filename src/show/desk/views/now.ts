import { html } from 'hono/html'
import type { NowAnswer } from '../../questions/now.ts'
import { counted } from '../../questions/words.ts'
import { askedInWords } from '../parts/asked.ts'
import { briefEvent } from '../parts/brief.ts'
import { dayInWords } from '../parts/words.ts'
import { mainStretch } from '../pictures/day-bars.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'
import { daysFigure } from './days-figure.ts'
import { mapFigure } from './map-figure.ts'
import { movingSection } from './now-moving.ts'
import { disputesSection, sinceSection, threatsSection } from './now-news.ts'

/** The first page: what the record holds, what is new in it, its days, threats, disputes, places and the pairs that move. */
export const nowView = viewOf<NowAnswer>((answer, page) => {
  const { span, news, days, leading, places, moving } = answer
  if (span.events === 0)
    return {
      title: 'Now',
      lede: 'The record holds nothing yet.',
      body: html`<p class="empty">Here would stand what happened day by day, what was threatened, where it was and what is in dispute. Add articles with: <code class="code">rubicon add FOLDER</code></p>`,
    }
  return {
    title: titleOf(page),
    lede: ledeOf(answer, page),
    body: html`${sinceSection(news, page)}
${days.events === 0 ? html`<p class="empty">No event of the record fits the filter. <a href="/">Take it off</a></p>` : daysFigure(days.days, page)}
<div class="front"><div class="front-main">
${leading.length > 0 ? html`<section class="day-by-day"><h2>Day by day</h2>${leading.map(({ day, events }) => dayOf(day, events, days, page))}</section>` : ''}${movingSection(moving, page)}
</div><div class="front-side">
${threatsSection(news, page)}${disputesSection(news, page)}${places.placed.events > 0 || places.countries.length > 0 ? mapFigure(places, page, 'small') : ''}
</div></div>`,
  }
})

function titleOf({ filter }: PageContext): string {
  const { from, until, ...rest } = filter
  const oneDay = from && until && Date.parse(until) - Date.parse(from) === 86_400_000
  return oneDay && Object.keys(rest).length === 0 ? dayInWords(from) : askedInWords(filter, 'Now')
}

function ledeOf({ span, days }: NowAnswer, { filter }: PageContext): string {
  const held = `The record holds ${counted(span.events, 'event')} that ${counted(span.articles, 'article')} of ${counted(span.outlets, 'outlet')} tell of, and ${counted(span.statements, 'statement')} by those who spoke.`
  const own = days.days.filter(
    ({ day }) => (!filter.from || day >= filter.from) && (!filter.until || day < filter.until),
  )
  const stretch = mainStretch(own)
  const fits = own.reduce((sum, { events }) => sum + events, 0)
  const narrowed = Object.keys(filter).some((field) => field !== 'dossier')
  if (!stretch) return narrowed ? `No event with a day fits the filter. ${held}` : held
  const last = own.at(-1)?.day ?? stretch.from
  const between =
    stretch.from === last ? `on ${dayInWords(last)}` : `between ${dayInWords(stretch.from)} and ${dayInWords(last)}`
  return narrowed
    ? `${counted(fits, 'event')} ${between}. ${held}`
    : `${held} ${stretch.before > 0 ? 'Nearly all' : 'All'} that has a day lies ${between}.`
}

function dayOf(
  day: string,
  events: NowAnswer['leading'][number]['events'],
  { days }: NowAnswer['days'],
  page: PageContext,
): Html {
  const all = days.find((d) => d.day === day)?.events ?? events.length
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  return html`<section class="one-day"><h3><time datetime="${day}">${dayInWords(day)}</time></h3>
${events.map((event, i) => briefEvent(event, page, { quoted: i === 0 }))}
${all > events.length ? html`<p class="more"><a href="${page.href('/events', { from: day, until: next })}">All ${counted(all, 'event')} of this day</a></p>` : ''}</section>`
}
