import { html } from 'hono/html'
import type { EventSummary, Evidence, Named } from '../../../record/index.ts'
import type { Html, PageContext } from '../view.ts'
import { litWords } from './lit-words.ts'
import { quadMark } from './marks.ts'
import { placeInWords } from './names.ts'
import { backing, codeOf, dateInWords, deedInWords, inDispute, inkOf, whenInWords } from './words.ts'

/** An actor's name as a link to its page, its code small beside it. */
export function actorLink(actor: Named, { href }: PageContext): Html {
  const code = codeOf(actor)
  return html`<a class="actor" href="${href(`/actor/${actor.id}`)}">${actor.name}</a>${code ? html` <span class="code">${code}</span>` : ''}`
}

/** "Iran, Iraq and 2 more", each a link; `nobody` where the reports name none. */
export function actorLinks(actors: readonly Named[], page: PageContext, nobody = 'somebody'): Html {
  const told = actors.slice(0, 3)
  const rest = actors.length - told.length
  if (told.length === 0) return html`<span class="nobody">${nobody}</span>`
  return html`${told.map((a, i) => html`${i === 0 ? '' : i === told.length - 1 && rest === 0 ? ' and ' : ', '}${actorLink(a, page)}`)}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** The quotation marks to put round letters of a text: none where it brings its own. */
export function marksRound(text: string): readonly [string, string] {
  const whole = /^[“"][^“”"]*[”"]$/.test(text.trim())
  return whole ? ['', ''] : ['“', '”']
}

/** A sentence as evidence: its letters, a link to them in the article, and where they are from; `words` of a search are lit. */
export function sentence(evidence: Evidence | null, { href }: PageContext, words = ''): Html {
  if (!evidence) return html``
  const date = evidence.published ? dateInWords(evidence.published) : ''
  const from = [evidence.outlet ?? 'no outlet given', date].filter(Boolean).join(', ')
  const [open, close] = marksRound(evidence.text)
  return html`<blockquote class="sentence"><a href="${href(`/article/${evidence.article}`, { at: evidence.start })}#at">${open}${litWords(evidence.text.replace(/\s+/g, ' ').trim(), words)}${close}</a> <cite>${from}</cite></blockquote>`
}

/** The line that tells an event: mark, who did what to whom, code, status; under it day, backing and sentence. */
export function eventLine(
  event: EventSummary,
  page: PageContext,
  { withDay = true, withSentence = true, words = '' } = {},
): Html {
  const verb = deedInWords(event.type, event.recipients.length > 0)
  const status = event.status === 'happened' ? '' : html` <span class="status-word">${event.status}</span>`
  return html`<article class="event ink${inkOf(event.origins)} status-${event.status}">
  <h3>${quadMark(event.quadClass)} ${actorLinks(event.actors, page)} <a class="deed" href="${page.href(`/event/${event.id}`)}">${verb}</a> ${event.recipients.length > 0 ? actorLinks(event.recipients, page) : ''} <span class="code">${event.mode ? `${event.type} ${event.mode}` : event.type}</span>${status}</h3>
  <p class="facts">${[withDay ? whenInWords(event) : '', placeInWords(event), tollOf('killed', event.killed), tollOf('injured', event.injured), backing(event), inDispute(event)].filter(Boolean).join(' · ')}</p>
  ${withSentence ? sentence(event.evidence, page, words) : ''}
</article>`
}

function tollOf(name: string, toll: EventSummary['killed']): string {
  if (!toll) return ''
  return toll.low === toll.high ? `${toll.best} ${name}` : `${toll.low} to ${toll.high} ${name}`
}
