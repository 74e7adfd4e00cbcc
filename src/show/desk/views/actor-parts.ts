import { html } from 'hono/html'
import type { ActorAnswer, DyadCount, NetworkTie } from '../../../record/index.ts'
import { actorLink } from '../parts/lines.ts'
import { quadMark } from '../parts/marks.ts'
import { stretchOf, TIE_WORDS } from '../parts/tie-line.ts'
import { dayInWords, QUAD_NAMES } from '../parts/words.ts'
import type { Html, PageContext } from '../view.ts'

const HOW: Readonly<Record<string, string>> = {
  alias: 'in passing',
  code: 'by its country’s name',
  acronym: 'in short, or by a name spelt out beside it',
}

/** Names, offices and descriptions: what the texts call an actor, each with its first day or its place in a text. */
export function whoItIs({ actor, names, descriptions, relations }: ActorAnswer, page: PageContext): Html {
  const posts = relations.filter((t) => t.head.id === actor.id && ['leads', 'speaks_for', 'member_of'].includes(t.type))
  const heads = relations.filter((t) => t.tail.id === actor.id && ['leads', 'speaks_for'].includes(t.type))
  const rows: [string, Html][] = []
  if (names.length > 0)
    rows.push([
      'Called',
      list(
        names.map(
          ({ name, how, since }) =>
            html`${name} <span class="quiet">${[HOW[how], since ? `since ${dayInWords(since)}` : ''].filter(Boolean).join(', ')}</span>`,
        ),
      ),
    ])
  if (posts.length > 0) rows.push(['Posts and places', list(posts.map((t) => place(t, t.tail, page)))])
  if (heads.length > 0)
    rows.push([
      'Led and spoken for by',
      list(heads.map((t) => html`${actorLink(t.head, page)} <span class="quiet">${since(t)}</span>`)),
    ])
  if (descriptions.length > 0)
    rows.push([
      'Described as',
      list(
        descriptions.map(
          ({ text, times, first }) =>
            html`<a href="${page.href(`/article/${first.article}`, { at: first.start })}#at">${text}</a> <span class="quiet">${[times > 1 ? `${times} times, first in ${first.outlet ?? 'an article'}` : (first.outlet ?? ''), first.published ? shortDay(first.published) : ''].filter(Boolean).join(', ')}</span>`,
        ),
      ),
    ])
  if (rows.length === 0) return html``
  return html`<section><h2>Who this is</h2><dl class="facts-list">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></section>`
}

const FEW = 8

function list(items: readonly Html[]): Html {
  const all = (some: readonly Html[]): Html => html`<ul>${some.map((item) => html`<li>${item}</li>`)}</ul>`
  if (items.length <= FEW) return all(items)
  return html`${all(items.slice(0, FEW))}<details><summary>${items.length - FEW} more</summary>${all(items.slice(FEW))}</details>`
}

function place(tie: NetworkTie, other: NetworkTie['tail'], page: PageContext): Html {
  return html`${TIE_WORDS[tie.type] ?? tie.type} ${actorLink(other, page)} <span class="quiet">${since(tie)}</span>`
}

function since({ first, last, hedged, times }: NetworkTie): string {
  return `${first !== null && first === last ? 'stated' : 'stated from'} ${stretchOf(first, last)}${hedged >= times ? ', hedged' : ''}`
}

type Whose = Pick<ActorAnswer, 'actor'>

/** How an address names an actor: a state by its country, so that all who act for it are meant. */
export function keyOf({ id, country, kind }: ActorAnswer['actor']): string {
  return kind === 'state' ? (country ?? id) : id
}

/** With whom an actor has most events: each a link to the two facing each other. */
export function pairTable(pairs: readonly DyadCount[], { actor }: Whose, page: PageContext): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="With whom it has most events"><table class="by-row">
<thead><tr><th scope="col">with</th>${[1, 2, 3, 4].map((q) => html`<th scope="col" class="n">${quadMark(q)} <span class="class-name">${QUAD_NAMES[q]}</span></th>`)}<th scope="col" class="n">all</th><th scope="col">first</th><th scope="col">last</th></tr></thead>
<tbody>${pairs.map((p) => html`<tr><th scope="row">${dyadLink(p, actor, page)}</th>${([1, 2, 3, 4] as const).map((q) => html`<td class="n">${p.counts[q]}</td>`)}<td class="n">${p.events}</td><td>${shortDay(p.first)}</td><td>${shortDay(p.last)}</td></tr>`)}</tbody></table></div>`
}

/** "the United States (5), the United Kingdom (1)", each a link to the two facing each other. */
export function pairList(pairs: readonly DyadCount[], { actor }: Whose, page: PageContext): Html {
  return html`${pairs.map((p, i) => html`${i > 0 ? ', ' : ''}${dyadLink(p, actor, page)} (${p.events})`)}`
}

function dyadLink({ actor: one, recipient }: DyadCount, actor: ActorAnswer['actor'], page: PageContext): Html {
  const own = [actor.id, keyOf(actor)]
  const other = own.includes(one.id) ? recipient : one
  const path = `/dyad/${encodeURIComponent(keyOf(actor))}/${encodeURIComponent(other.id)}`
  return html`<a href="${page.href(path)}">${own.includes(other.id) ? 'its own side' : other.name}</a>`
}

/** "1 May 2018": no weekday, for a table. */
function shortDay(day: string | null): string {
  return day === null ? 'no date' : dayInWords(day).replace(/^\S+ /, '')
}
