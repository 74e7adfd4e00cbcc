import { html } from 'hono/html'
import type { EventSummary, Named } from '../../../record/index.ts'
import type { Html, PageContext } from '../view.ts'
import { sentence } from './lines.ts'
import { quadMark } from './marks.ts'
import { calledThe } from './names.ts'
import { backing, deedInWords, inDispute, inkOf } from './words.ts'

/** An event as a line of a list: mark, who did what to whom, where, how well backed; with its sentence where one is wanted. */
export function briefEvent(event: EventSummary, page: PageContext, { quoted = false } = {}): Html {
  const { type, mode, status, actors, recipients, place, killed, origins } = event
  const toll = killed ? `${killed.low === killed.high ? killed.best : `${killed.low} to ${killed.high}`} killed` : ''
  const facts = [toll, backing(event), inDispute(event)]
  return html`<div class="brief ink${inkOf(origins)} status-${status}">
<p>${quadMark(event.quadClass)} ${who(actors, page, 'Somebody')} <a class="deed" href="${page.href(`/event/${event.id}`)}">${deedInWords(type, recipients.length > 0)}</a> ${recipients.length > 0 ? who(recipients, page, '') : ''}${place ? ` in ${calledThe(place)}` : ''} <span class="code">${mode ? `${type} ${mode}` : type}</span>${status === 'happened' ? '' : html` <span class="status-word">${status}</span>`}</p>
${quoted ? sentence(event.evidence, page) : ''}<p class="facts">${facts.filter(Boolean).join(' · ')}</p></div>`
}

/** Up to three names, each a link, without their codes: a line of a list is read, not looked up. */
function who(actors: readonly Named[], { href }: PageContext, nobody: string): Html {
  const told = actors.slice(0, 3)
  const rest = actors.length - told.length
  if (told.length === 0) return html`<span class="nobody">${nobody}</span>`
  return html`${told.map((a, i) => html`${i === 0 ? '' : i === told.length - 1 && rest === 0 ? ' and ' : ', '}<a class="actor" href="${href(`/actor/${a.id}`)}">${a.name}</a>`)}${rest > 0 ? ` and ${rest} more` : ''}`
}
