import { html } from 'hono/html'
import type { SameActorAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import type { Html, PageContext } from '../view.ts'
import { calledThe } from './names.ts'
import { dateInWords } from './words.ts'

/** The field that looks for another actor or event that is the same as this one. */
export function lookForm(id: string, page: PageContext, label: string, words = ''): Html {
  return html`<form class="narrow look" action="/same/${id}" method="get" aria-label="${label}">${Object.entries(page.filter).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label>${label} <input type="search" name="words" value="${words}" maxlength="200"></label><div class="acts"><button>Look</button></div></form>`
}

/** The button that puts one into another; `to` is the page to come back to. */
export function mergeButton(
  {
    from,
    into,
    words,
    hint,
  }: { readonly from: string; readonly into: string; readonly words: string; readonly hint: string },
  page: PageContext,
): Html {
  return html`<form class="judge" method="post" action="/judge"><input type="hidden" name="id" value="${from}"><input type="hidden" name="into" value="${into}"><input type="hidden" name="back" value="${pageOf(into, page)}"><button name="action" value="merge" aria-label="${hint}">${words}</button></form>`
}

/** The button that takes one report out of an event. */
export function takeOutButton(event: string, report: string, what: string, page: PageContext): Html {
  return html`<form class="judge" method="post" action="/judge"><input type="hidden" name="id" value="${event}"><input type="hidden" name="part" value="${report}"><input type="hidden" name="back" value="${pageOf(event, page)}"><button name="action" value="split" title="The report becomes an event of its own, or part of none of the others; what it says stays as it is" aria-label="Not this event: ${what}">Not this event</button></form>`
}

type Part = SameActorAnswer['parts'][number]

/** Articles to choose from, and what is done with those chosen: what they call by this name becomes somebody else. */
export function splitForm(
  { id, name }: { readonly id: string; readonly name: string },
  parts: readonly Part[],
  names: SameActorAnswer['names'],
  page: PageContext,
): Html {
  if (parts.length < 2)
    return html`<p class="empty">${calledThe(name)} is in one article alone: there is nothing to split off.</p>`
  return html`<form class="parts" method="post" action="/judge"><input type="hidden" name="id" value="${id}"><input type="hidden" name="back" value="${pageOf(id, page)}">
<p>Mark where ${calledThe(name)} is not meant. What is marked becomes an actor of its own, with all that it did and said there; the rest stays. Nothing is lost, and the next page has a button that undoes it.</p>
${names.length < 2 ? '' : html`<fieldset><legend>By name</legend>${names.map((n) => choice(n.name, html`all that is called <strong>${n.name}</strong> <span class="facts">in ${counted(n.articles, 'article')}</span>`))}</fieldset>`}
<fieldset><legend>By article, the least sure first</legend>${parts.map((p) => choice(p.article, partLine(p)))}</fieldset>
<button name="action" value="split">Split off what is marked</button></form>`
}

function choice(value: string, words: Html): Html {
  return html`<div class="choice"><label><input type="checkbox" name="part" value="${value}"> <span>${words}</span></label></div>`
}

function partLine({ outlet, published, title, name, confidence, why }: Part): Html {
  const from = [outlet ?? 'no outlet given', published ? dateInWords(published) : ''].filter(Boolean).join(', ')
  return html`${title ?? 'Without a title'} <span class="facts">${from} · called ${name} · ${sureInWords(confidence, why)}</span>`
}

function pageOf(id: string, { href }: PageContext): string {
  return href(`/${id.startsWith('v') ? 'event' : 'actor'}/${id}`)
}

/** "the first of that name", "certain: same country code", "how sure: 0.62, by surname as …". */
function sureInWords(confidence: number, why: string): string {
  if (why === 'nobody of that name before') return 'the first of that name'
  return confidence >= 0.995 ? `certain: ${why}` : `how sure: ${confidence.toFixed(2)}, by ${why}`
}
