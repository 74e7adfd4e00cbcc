import { html } from 'hono/html'
import { carrierInWords, channelInWords } from '../parts/channels.ts'
import { recodeForm, wrongButton } from '../parts/judge-forms.ts'
import { actorLink } from '../parts/lines.ts'
import { quadMark } from '../parts/marks.ts'
import { deedInWords } from '../parts/words.ts'
import type { Html, PageContext } from '../view.ts'
import type { DeedTold, SaidTold, Somebody } from './told.ts'
import { resolvedWhen } from './when.ts'

/** Somebody as a link where the record knows whom the text means. */
export function somebodyLink({ known, name, key }: Somebody, page: PageContext): Html {
  return known
    ? html`<span data-actor="${key}">${actorLink({ ...known, name }, page)}</span>`
    : html`<span data-actor="${key}">${name}</span>`
}

function several(parties: readonly Somebody[], page: PageContext): Html {
  return html`${parties.map((p, i) => html`${i === 0 ? '' : i === parties.length - 1 ? ' and ' : ', '}${somebodyLink(p, page)}`)}`
}

/** The card of a statement: source, cue, content, speaker, channel, and how sure. */
export function saidCard({ of, record, speaker, through, within }: SaidTold, page: PageContext): Html {
  const { id, source, cue, content, anonymous, channel, type, confidence } = of
  const name = speaker?.name ?? source?.text ?? 'nobody named'
  const words = content.map((c) => c.text).join(' … ')
  const channelWords =
    channel.text && channel.text !== cue?.text
      ? carrierInWords(flat(channel.text))
      : channel.kind === 'unknown'
        ? null
        : channelInWords(channel.kind)
  const unnamed = anonymous.is
    ? ['unnamed', anonymous.number === 'unknown' ? '' : anonymous.number, anonymous.affiliation, anonymous.reason]
        .filter(Boolean)
        .join(', ')
    : null
  const facts = [
    source && flat(source.text) !== name ? `called “${flat(source.text)}”` : null,
    unnamed,
    FORMS[type],
    channelWords,
    through ? `through ${through}` : null,
    within ? `as told by ${within}` : null,
    sure(confidence),
  ]
  return html`<li class="card" id="c-${id}" data-kind="said" data-f="${id}">
<h3 id="h-${id}">${speaker ? somebodyLink(speaker, page) : html`<span class="nobody">${name}</span>`} <span class="cue">${cue ? flat(cue.text) : 'in quotation marks'}</span></h3>
<blockquote>${shortened(words, 260)}</blockquote>
<p class="facts">${facts.filter(Boolean).join(' · ')}</p>
<div class="acts"><a href="#f-${id}" aria-label="In the text: what ${name} said">In the text</a>${record ? wrongButton(record, `what ${name} said`, page) : ''}</div></li>`
}

const FORMS = { direct: 'quoted', indirect: 'reported', mixed: 'partly quoted' } as const

/** The card of an event: parties, code, status, time and place as resolved, who says it, the way to the event. */
export function deedCard(deed: DeedTold, page: PageContext): Html {
  const { of, record, event, actors, recipients, when, whenText, where, saidBy, byPerson } = deed
  const { id, type, mode, cameo, status, trigger, quadClass, casualties, confidence } = of
  const verb = deedInWords(type, recipients.length > 0)
  const what =
    `${actors.map((a) => a.name).join(', ') || 'somebody'} ${verb} ${recipients.map((r) => r.name).join(', ')}`.trim()
  const day = (when && resolvedWhen(when)) ?? (whenText ? `“${flat(whenText)}”, no day` : 'no date in the text')
  const facts = [
    day,
    where ?? 'no place in the text',
    tollOf('killed', casualties?.killed),
    tollOf('injured', casualties?.injured),
    saidBy.length > 0 ? `so says ${saidBy.join(', as told by ')}` : 'in the outlet’s own words',
    byPerson ? 'coded by a person' : sure(confidence),
  ]
  return html`<li class="card status-${status}" id="c-${id}" data-kind="event" data-quad="${quadClass}" data-status="${status}" data-f="${id}" data-parties="${[...of.actors.map((p) => `a:${p.mention}`), ...of.recipients.map((p) => `r:${p.mention}`)].join(' ')}">
<h3 id="h-${id}">${quadMark(quadClass)} ${actors.length > 0 ? several(actors, page) : html`<span class="nobody">somebody</span>`} ${event ? html`<a class="deed" href="${page.href(`/event/${event}`)}">${verb}</a>` : html`<span class="deed">${verb}</span>`} ${several(recipients, page)} <span class="code">${[type, mode, cameo].filter(Boolean).join(' ')}</span>${status === 'happened' ? '' : html` <span class="status-word">${status}</span>`}</h3>
<blockquote>“${flat(trigger.text)}”</blockquote>
<p class="facts">${facts.filter(Boolean).join(' · ')}</p>
<div class="acts"><a href="#f-${id}" aria-label="In the text: ${what}">In the text</a>${event ? html`<a href="${page.href(`/event/${event}`)}" aria-label="The event: ${what}">The event</a>` : ''}${record ? html`${wrongButton(record, what, page)}${recodeForm(record, { type, status, what }, page)}` : ''}</div></li>`
}

function tollOf(name: string, toll: { readonly low: number; readonly high: number } | null | undefined): string {
  return toll ? `${toll.low === toll.high ? toll.low : `${toll.low} to ${toll.high}`} ${name}` : ''
}

function sure(confidence: number): string {
  return `sure ${Math.round(confidence * 100)} of 100`
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function shortened(text: string, most: number): string {
  const tidy = flat(text)
  return tidy.length <= most ? tidy : `${tidy.slice(0, most).replace(/\s\S*$/, '')} …`
}
