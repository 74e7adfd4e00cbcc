import { html } from 'hono/html'
import type { EventAnswer, EventSummary } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { actorLinks, sentence } from '../parts/lines.ts'
import { quadMark } from '../parts/marks.ts'
import { calledThe, placeInWords } from '../parts/names.ts'
import { aboutInWords, deedInWords, QUAD_NAMES, whenInWords } from '../parts/words.ts'
import { mostSay } from '../pictures/numbers.ts'
import type { Html, PageContext } from '../view.ts'

const HELD: Readonly<Record<string, string>> = {
  happened: 'The record holds that this happened.',
  alleged: 'The record holds this as alleged, no more.',
  denied: 'The record holds this as denied: its reports say that it did not happen.',
  intended: 'The record holds this as intended; nothing in it says that it was done.',
  'called-for': 'The record holds this as called for; nothing in it says that it was done.',
  hypothetical: 'The record holds this as a possibility spoken of; nothing in it says that it was done.',
}
const TELLS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  happened: ['tells it as happened', 'tell it as happened'],
  alleged: ['alleges it', 'allege it'],
  denied: ['denies it', 'deny it'],
  intended: ['tells it as intended', 'tell it as intended'],
  'called-for': ['calls for it', 'call for it'],
  hypothetical: ['speaks of it as possible', 'speak of it as possible'],
}

/** What the record holds of an event and how sure it is, in sentences. */
export function sureInWords({ event, standing, origins }: EventAnswer): string {
  const held = HELD[event.status] ?? `The record holds this as ${event.status}.`
  const reports = `${counted(event.reports, 'report')} of ${counted(event.articles, 'article')}`
  const only = (origins.find((o) => o.counts === 'itself') ?? origins[0])?.name
  const behind =
    event.origins === 1
      ? `One independent origin stands behind it${only ? `: ${only}` : ''}, in ${reports}.`
      : `${counted(event.origins, 'independent origin')} stand behind it, in ${reports}.`
  const tell =
    standing.length < 2
      ? ''
      : origins.length === 1
        ? `It is told ${listed(standing.map(({ status }) => `as ${status}`))}.`
        : `Of the ${counted(origins.length, 'voice')} in them, ${listed(standing.map(tellsIt))}${standing.reduce((sum, s) => sum + s.origins, 0) > origins.length ? '; some tell it in more than one way' : ''}.`
  const differ =
    event.disputed.length > 0
      ? `They differ on ${listed(event.disputed.map(aboutInWords))}.`
      : event.reports > 1
        ? 'No contradiction between them is on record.'
        : ''
  return [held, behind, tell, differ].filter(Boolean).join(' ')
}

function tellsIt({ status, origins }: EventAnswer['standing'][number]): string {
  const [one, several] = TELLS[status] ?? [`says ${status}`, `say ${status}`]
  return `${origins} ${origins === 1 ? one : several}`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** The event as the heading of its page: who did what to whom, each with its link. */
export function headingOf(event: EventSummary, page: PageContext): Html {
  const whom = event.recipients.length > 0 ? actorLinks(event.recipients, page) : ''
  return html`<span class="event-title status-${event.status}">${quadMark(event.quadClass)} ${actorLinks(event.actors, page)} <span class="deed">${deedInWords(event.type, event.recipients.length > 0)}</span> ${whom}</span>`
}

/** The sentence that tells the event best, beside when, where, what and how many. */
export function factsOf({ event, numbers }: EventAnswer, page: PageContext): Html {
  const rows: (readonly [string, Html | string | null])[] = [
    ['When', whenInWords(event)],
    ['Where', placeOf(event)],
    [
      'What',
      html`${QUAD_NAMES[event.quadClass]} <span class="code">${event.mode ? `${event.type} ${event.mode}` : event.type}</span>`,
    ],
    ['Status', event.status],
    ['Killed', tollWords(event.killed, mostSay(numbers.filter((c) => c.about === 'killed')))],
    ['Injured', tollWords(event.injured, mostSay(numbers.filter((c) => c.about === 'injured')))],
    ['Id', html`<span class="code">${event.id}</span>`],
  ]
  return html`<div class="event-facts"><div>${sentence(event.evidence, page)}</div>
<dl>${rows.map(([name, value]) => (value === null ? '' : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl></div>`
}

function placeOf({ place, country, placePrecision }: EventSummary): string {
  if (place === null) return 'no place in the text'
  if (placePrecision === 'country') return `somewhere in ${calledThe(place)}`
  const where = placeInWords({ place, country })
  return placePrecision === 'province' || placePrecision === 'region' ? `somewhere in ${where}` : where
}

function tollWords(toll: EventSummary['killed'], most: number | null): string | null {
  if (!toll) return null
  const [low, high] = [toll.low, toll.high].map((n) => n.toLocaleString('en-US'))
  if (low === high) return low ?? null
  return most === null
    ? `${low} to ${high}, by different origins`
    : `${low} to ${high}; most origins say ${most === 0 ? 'none' : most.toLocaleString('en-US')}`
}
