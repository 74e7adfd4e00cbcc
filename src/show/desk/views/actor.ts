import { html } from 'hono/html'
import { countryName, SECTORS, type Sector } from '../../../codebook/index.ts'
import type { ActorAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { channelInWords } from '../parts/channels.ts'
import { figureOf } from '../parts/figure.ts'
import { ledger } from '../parts/ledger.ts'
import { eventLine } from '../parts/lines.ts'
import { quadMark } from '../parts/marks.ts'
import { calledThe, pronounOf } from '../parts/names.ts'
import { lookForm, splitForm } from '../parts/same-forms.ts'
import { statementLine } from '../parts/statement-line.ts'
import { tieLine } from '../parts/tie-line.ts'
import { dayInWords, QUAD_NAMES } from '../parts/words.ts'
import { actorBars, drawActorDays } from '../pictures/actor-days.ts'
import { unitInWords } from '../pictures/day-words.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'
import { keyOf, pairList, pairTable, whoItIs } from './actor-parts.ts'

const QUADS = [1, 2, 3, 4] as const
const TABLE_ROWS = 160

/** Who an actor is, what it did and what was done to it, what it said, with whom it stands and what came of its words. */
export const actorView = viewOf<ActorAnswer>((answer, page) => {
  const { actor } = answer
  const { it, its } = pronounOf(actor.kind)
  return {
    title: actor.name.charAt(0).toUpperCase() + actor.name.slice(1),
    lede: kindInWords(answer),
    body: html`${ways(answer, page)}${whoItIs(answer, page)}${doings(answer, page)}${standing(answer, page)}${speech(answer, page)}
<section><h2>Words and deeds</h2>${answer.wordsAndDeeds.length === 0 ? html`<p class="empty">No threat, promise, demand or refusal of ${calledThe(actor.name)} is in the record.</p>` : html`${ledger(answer.wordsAndDeeds, page)}<p class="pager"><a href="${page.href(`/words-and-deeds/${actor.id}`)}">All ${its} words, and what came of them</a></p>`}</section>
<section><h2>With whom ${it} ${it === 'it' ? 'stands' : 'stand'}</h2>${answer.relations.length === 0 ? html`<p class="empty">No text says whom ${calledThe(actor.name)} leads, backs, opposes, speaks for or is part of.</p>` : html`${answer.relations.map((t) => tieLine(t, page))}<p class="pager"><a href="${page.href(`/relations/${actor.id}`)}">All ${its} relations</a> · <a href="${page.href('/network', { actor: actor.id })}">As a picture</a></p>`}</section>
${sureness(answer, page)}`,
  }
})

function kindInWords({ actor, names, merged }: ActorAnswer): string {
  const { kind, country, named } = actor
  const sectors = actor.sectors.flatMap((s) => (s in SECTORS ? [SECTORS[s as Sector]] : []))
  const article = /^[aeiou]/.test(kind) ? 'An' : 'A'
  const of = kind === 'state' || country === null ? '' : ` of ${calledThe(countryName(country))}`
  const since = names.flatMap((n) => n.since ?? []).sort()[0]
  const sort = sectors.length > 0 ? ` (${sectors.join('; ')})` : ''
  const known = named ? '' : ', known only by description'
  return [
    `${article} ${kind}${of}${kind === 'state' ? '' : sort}${known}.`,
    since ? `In the articles of this record since ${dayInWords(since)}.` : '',
    merged.length > 0 ? `A person judged ${merged.map((m) => m.name).join(', ')} to be the same.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function ways({ actor }: ActorAnswer, page: PageContext): Html {
  const state = keyOf(actor)
  const { it, its } = pronounOf(actor.kind)
  return html`<p class="actor-ways"><a href="${page.href('/events', { party: state })}">All ${its} events</a> <a href="${page.href('/statements', { saidBy: state })}">All ${it} said</a> <a href="${page.href(`/words-and-deeds/${actor.id}`)}">${its === 'its' ? 'Its' : 'Their'} words and deeds</a> <a href="${page.href('/map', { party: state })}">On the map</a>${actor.kind === 'state' ? '' : html` <a href="#same">Is this one actor?</a>`} <span class="code">${actor.id}</span></p>`
}

/** With whom and in what an actor stood out; nothing where no event tells of it. */
function standing({ dyads, events, actor }: ActorAnswer, page: PageContext): Html {
  const { its } = pronounOf(actor.kind)
  return html`${dyads.length === 0 ? '' : html`<section><h2>Most often with</h2>${pairTable(dyads, { actor }, page)}</section>`}
${events.length === 0 ? '' : html`<section><h2>What stood out</h2><p class="quiet">The event with most independent origins on each of ${its} busiest days.</p>${events.map((e) => eventLine(e, page))}</section>`}`
}

function doings(answer: ActorAnswer, page: PageContext): Html {
  const { actor, did, suffered, days } = answer
  const { it, them, is } = pronounOf(actor.kind)
  const title = `What ${it} did, and what was done to ${them}`
  const sum = (counts: ActorAnswer['did']): number => QUADS.reduce((n, q) => n + counts[q], 0)
  const row = (name: string, n: ActorAnswer['did']): Html =>
    html`<tr><th scope="row">${name}</th>${QUADS.map((q) => html`<td class="n">${n[q]}</td>`)}<td class="n">${sum(n)}</td></tr>`
  const counts = html`<div class="scroll" tabindex="0" role="region" aria-label="${title}, by class"><table class="by-row by-class">
<thead><tr><td></td>${QUADS.map((q) => html`<th scope="col" class="n">${quadMark(q)} <span class="class-name">${QUAD_NAMES[q]}</span></th>`)}<th scope="col" class="n">all</th></tr></thead>
<tbody>${row('did', did)}${row(`was done to ${them}`, suffered)}</tbody></table></div>`
  if (sum(did) + sum(suffered) === 0)
    return html`<section><h2>${title}</h2><p class="empty">${it === 'it' ? 'It' : 'They'} ${is} in no event${Object.keys(page.filter).length > 0 ? ' under this filter' : ''}.</p></section>`
  const bars = actorBars(days, TABLE_ROWS)
  if (!bars) return html`<section><h2>${title}</h2>${counts}</section>`
  return html`<section>${figureOf(
    {
      title,
      sentence: `${sidesInWords(sum(did), sum(suffered), answer)} Deeds lie nearest the line, words outside.${bars.before > 0 ? ` ${bars.before === 1 ? 'One much earlier event is' : `${bars.before} much earlier events are`} left out of the picture.` : ''}`,
      draw: (width) => drawActorDays(answer, { width }),
      table: {
        title: `By ${bars.unit}`,
        columns: [bars.unit, 'did', `was done to ${them}`],
        rows: bars.above.flatMap((bar, i) => {
          const below = bars.below[i]?.events ?? 0
          return bar.events + below === 0
            ? []
            : [{ cells: [unitInWords(bar, bars.unit), String(bar.events), String(below)] }]
        }),
        empty: '',
      },
    },
    page,
  )}${counts}</section>`
}

function sidesInWords(did: number, suffered: number, { actor }: ActorAnswer): string {
  const { it, is } = pronounOf(actor.kind)
  const name = calledThe(actor.name)
  const above =
    did === 0 ? `${name} acts in none of these events` : `In the ${counted(did, 'event')} above the line ${name} acts`
  return `${above}; ${suffered === 0 ? `in none ${is} ${it}` : `in the ${suffered} below ${it} ${is}`} acted upon.`
}

function speech(answer: ActorAnswer, page: PageContext): Html {
  const { actor, speech: spoken, statements, against } = answer
  const { it, its } = pronounOf(actor.kind)
  if (spoken.looked === 0)
    return html`<section><h2>What ${it} said</h2><p class="empty">No statement of ${calledThe(actor.name)} is in the record.</p></section>`
  const known = spoken.channels.filter((c) => c.channel !== 'unknown')
  const unknown = spoken.channels.find((c) => c.channel === 'unknown')?.n ?? 0
  const parts = known.map((c) => `${c.n} ${channelInWords(c.channel)}`)
  const channels =
    parts.length === 0
      ? 'The texts tell of no channel.'
      : `By the texts ${parts.join(', ')}${unknown > 0 ? `; of ${unknown} the channel is not told` : ''}.`
  return html`<section><h2>What ${it} said</h2><p>${counted(spoken.looked, 'statement')}. ${channels}</p>
${against.length === 0 ? '' : html`<p>${its === 'its' ? 'Its' : 'Their'} words of conflict go against ${pairList(against, answer, page)}.</p>`}
${statements.map((s) => statementLine(s, page))}
<p class="pager"><a href="${page.href('/statements', { saidBy: keyOf(actor) })}">All ${it} said</a></p></section>`
}

/** Where it is least sure who is meant, and how a person says that two are one or one is two; a state goes by its name. */
function sureness({ evidence, actor }: ActorAnswer, page: PageContext): Html {
  if (evidence.length === 0 || actor.kind === 'state') return html``
  return html`<section id="same"><h2>Is this one actor?</h2>
<p>Where the record is wrong on who this is, a person’s judgement sets it right: <a href="${page.href(`/same/${actor.id}`)}">those who go by a like name</a>, to put together with ${calledThe(actor.name)}, or another whom you look for here. All that both did and said then counts as one actor’s; it can be undone.</p>
${lookForm(actor.id, page, `Who else is ${calledThe(actor.name)}`)}
<h3>Where it is least sure</h3>${splitForm(actor, evidence, [], page)}
<p class="pager"><a href="${page.href(`/same/${actor.id}`)}">All its articles and names, to split some off</a></p></section>`
}
