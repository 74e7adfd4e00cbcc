import { html } from 'hono/html'
import type { DisputeSummary, NewsAnswer, Threat } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { briefEvent } from '../parts/brief.ts'
import { claimInWords } from '../parts/claims.ts'
import { toldInWords } from '../parts/told.ts'
import { aboutInWords, dayInWords, whenInWords } from '../parts/words.ts'
import type { Html, PageContext } from '../view.ts'

/** What is new since the reader last looked, and the button that says "I have looked". */
export function sinceSection(news: NewsAnswer, page: PageContext): Html {
  const { newEvents, changedEvents, newThreats, newDisputes, newArticles, changed } = news
  const parts = [
    newThreats > 0 ? counted(newThreats, 'new threat') : '',
    newDisputes > 0 ? counted(newDisputes, 'new dispute') : '',
  ].filter(Boolean)
  const nothing = newEvents === 0 && changedEvents === 0 && newArticles === 0
  const told = nothing
    ? 'Nothing has been added and nothing has changed.'
    : `${counted(newArticles, 'article')} brought ${newEvents === 0 ? 'no new event' : counted(newEvents, 'new event')}${changedEvents > 0 ? ` and changed what is held of ${counted(changedEvents, 'known event')}` : ''}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
  return html`<section class="since"><h2>${headingOf(news)}</h2>
<p>${whichOf(news)}${told} ${nothing ? '' : html`<a href="${page.href('/changes', { since: news.since ?? undefined })}">Each change in turn</a>`}</p>
${changed.length > 0 ? html`<ul class="changed">${changed.map(({ event, differences }) => html`<li><a href="${page.href(`/event/${event.id}`)}">${whenInWords(event, { short: true })}: ${toldInWords(event)}</a> <span class="facts">${differences.map((d) => `${d.about}: ${d.was ?? 'none'} → ${d.now ?? 'none'}`).join('; ') || 'its parties'}</span></li>`)}</ul>` : ''}
${partsOf(news, page)}
${news.now && !nothing ? html`<form method="post" action="/seen"><input type="hidden" name="until" value="${news.now}"><input type="hidden" name="back" value="${page.href('/')}"><button>I have looked at ${news.earlier + news.later > 0 ? 'all of this' : 'this'}</button> <span class="facts">The next time this page tells what is newer.</span></form>` : ''}</section>`
}

/** Where more is new than is told at a time: which part of it this is. */
function whichOf({ earlier, later }: NewsAnswer): string {
  if (earlier + later === 0) return ''
  const part = later === 0 ? 'the latest part' : earlier === 0 ? 'the earliest part' : 'a part'
  const around = [
    later > 0 ? `${counted(later, 'change')} came after it` : '',
    earlier > 0 ? `${counted(earlier, 'change')} before it` : '',
  ].filter(Boolean)
  return `So much is new that it is told in parts; this is ${part}: ${around.join(', ')}. In it, `
}

/** The ways to the other parts of what is new. */
function partsOf({ since, earlier, later, next }: NewsAnswer, { href, input }: PageContext): Html {
  if (earlier + later === 0) return html``
  const own = { since: input.since === undefined ? undefined : (since ?? undefined) }
  return html`<p class="pager">${next ? html`<a rel="next" href="${href('/', { ...own, cursor: next })}">What is new before that</a>` : ''}${later > 0 ? html` <a href="${href('/', own)}">The latest</a>` : ''}</p>`
}

function headingOf({ since, sinceBy }: NewsAnswer): string {
  if (since === null) return 'New'
  return sinceBy === 'asked' ? `Since ${momentInWords(since)}` : `New with what was added on ${momentInWords(since)}`
}

/** "Friday 3 January 2020, 12:10"; a day without an hour stays a day. */
function momentInWords(moment: string): string {
  const time = /T(\d\d:\d\d)/.exec(moment)?.[1]
  return time ? `${dayInWords(moment)}, ${time} UTC` : dayInWords(moment)
}

/** New threats, each with what came of it. */
export function threatsSection({ threats, newThreats }: NewsAnswer, page: PageContext): Html {
  if (threats.length === 0) return html`<section><h2>New threats</h2><p class="facts">No new threat.</p></section>`
  return html`<section class="threats"><h2>${counted(newThreats, 'new threat')}</h2>${threats.map((t) => threat(t, page))}
<p class="more"><a href="${page.href('/words-and-deeds')}">All words set against deeds</a></p></section>`
}

function threat({ words, outcome, deed, days, sure }: Threat, page: PageContext): Html {
  const after = days === 0 ? 'the same day' : days === 1 ? 'a day later' : `${days} days later`
  const last = page.days ? ` by ${dayInWords(page.days.last, { short: true })}, where the record ends` : ''
  return html`<article><h3><span class="quiet">${whenInWords(words, { short: true })}</span></h3>${briefEvent(words, page, { quoted: true })}
<p class="outcome">${deed ? html`<strong>${outcome.charAt(0).toUpperCase() + outcome.slice(1)}</strong> ${after}${sure === 'weak' ? ', it seems' : ''}: <a href="${page.href(`/event/${deed.id}`)}">${toldInWords(deed)}</a>` : `Nothing came of it${last}.`}</p></article>`
}

/** New disputes: what is told in two ways, and who tells which. */
export function disputesSection({ disputes, newDisputes }: NewsAnswer, page: PageContext): Html {
  if (disputes.length === 0) return html`<section><h2>New disputes</h2><p class="facts">No new dispute.</p></section>`
  return html`<section class="disputes"><h2>${counted(newDisputes, 'new dispute')}</h2>${disputes.map((d) => dispute(d, page))}
<p class="more"><a href="${page.href('/disputes')}">All disputes, side by side</a></p></section>`
}

function dispute({ event, about, claims }: DisputeSummary, page: PageContext): Html {
  return html`<article><h3>On ${aboutInWords(about)}</h3>
<p><a href="${page.href(`/event/${event.id}`)}">${whenInWords(event, { short: true })}: ${toldInWords(event)}</a></p>
<dl class="claim-pairs">${claims.slice(0, 4).map((c) => html`<div><dt>${claimInWords(about, c)}</dt><dd>${c.origins.slice(0, 3).join(', ') || 'nobody named'}${c.origins.length > 3 ? ` and ${c.origins.length - 3} more` : ''}</dd></div>`)}</dl></article>`
}
