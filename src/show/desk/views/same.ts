import { html } from 'hono/html'
import type { SameActorAnswer, SameEventAnswer } from '../../../record/index.ts'
import type { SameAnswer } from '../../questions/same.ts'
import { counted } from '../../questions/words.ts'
import { actorLink, eventLine, sentence } from '../parts/lines.ts'
import { calledThe } from '../parts/names.ts'
import { lookForm, mergeButton, splitForm, takeOutButton } from '../parts/same-forms.ts'
import { pager } from '../parts/tables.ts'
import { toldInWords } from '../parts/told.ts'
import { type Html, type PageContext, type View, viewOf } from '../view.ts'

/** What may be the same as an actor or an event, and what it is made of: two put into one, or one taken apart. */
export const sameView = viewOf<SameAnswer>((answer, page) =>
  answer.kind === 'actor' ? actorPage(answer, page) : eventPage(answer, page),
)

const words = ({ input }: PageContext): string => (input.words === undefined ? '' : String(input.words))

function actorPage(answer: SameActorAnswer, page: PageContext): View {
  const { actor, merged, candidates, names, parts, onlyFirst } = answer
  const name = calledThe(actor.name)
  return {
    title: `Is ${actor.name} one actor?`,
    lede: html`A person’s judgement on <a href="${page.href(`/actor/${actor.id}`)}">${name}</a>: put another actor and this one together where both are the same, or split off what is somebody else.`,
    body: html`<section><h2>Put together</h2>
<p>All that the two did, said and suffered counts as one actor’s from then on, under the name you choose. Both stay in the history, and the next page has a button that undoes it.${merged.length > 0 ? ` A person judged ${merged.map((m) => m.name).join(', ')} to be the same already.` : ''}</p>
${lookForm(actor.id, page, 'The name of the other', words(page))}
${candidates.length === 0 ? html`<p class="empty">${words(page) ? `Nobody in the record goes by “${words(page)}”.` : `Nobody else goes by a name like ${name}. Look for the other by its name.`}</p>` : html`<h3>${words(page) ? `Called “${words(page)}”` : 'Called by a like name'}</h3><ul class="candidates">${candidates.map((c) => candidate(c, actor, page))}</ul>`}</section>
<section><h2>Split off</h2>${splitForm(actor, parts, names, page)}${onlyFirst ? html`<p class="facts">It is in very many articles; the first thousand that the record has of them are looked at here.</p>` : ''}${pager(page)}</section>`,
  }
}

function candidate(
  one: SameActorAnswer['candidates'][number],
  actor: SameActorAnswer['actor'],
  page: PageContext,
): Html {
  const others = one.names.filter((n) => n !== one.name)
  const facts = [
    one.kind,
    others.length > 0 ? `also called ${others.join(', ')}` : '',
    `in ${counted(one.articles, 'article')}`,
  ]
  const button = (from: string, into: string, called: string): Html =>
    mergeButton(
      {
        from,
        into,
        words: `Same: call it ${called}`,
        hint: `${actor.name} and ${one.name} are the same: call it ${called}`,
      },
      page,
    )
  return html`<li data-line><p>${actorLink(one, page)} <span class="facts">${facts.filter(Boolean).join(' · ')}</span></p>
<div class="judging">${button(one.id, actor.id, actor.name)}${one.name === actor.name ? '' : button(actor.id, one.id, one.name)}</div></li>`
}

function eventPage(answer: SameEventAnswer, page: PageContext): View {
  const { event, candidates, reports } = answer
  return {
    title: 'Is this one event?',
    lede: html`A person’s judgement on <a href="${page.href(`/event/${event.id}`)}">${toldInWords(event)}</a>: put another event into it where both are the same, or take a report out that tells of something else.`,
    body: html`<section><h2>Put together</h2>
<p>The reports of the other event count for this one from then on: its day, place, numbers and status are worked out anew from all of them. The address of the other leads here. Nothing is lost, and the next page has a button that undoes it.</p>
${lookForm(event.id, page, 'Words of the other event', words(page))}
${candidates.length === 0 ? html`<p class="empty">${words(page) ? `No event in the record holds “${words(page)}”.` : 'No event of the same kind between these parties lies within three days. Look for the other by its words.'}</p>` : html`<h3>${words(page) ? `With the words “${words(page)}”` : 'Of the same kind, near in time, with a party in common'}</h3>${candidates.map((c) => html`<div class="candidate">${eventLine(c, page)}<div class="judging">${mergeButton({ from: c.id, into: event.id, words: 'The same event', hint: `The same event: ${toldInWords(c)}` }, page)}</div></div>`)}`}</section>
<section><h2>Take a report out</h2>
<p>The report becomes an event of its own; what it says stays as it is. Nothing is lost, and the next page has a button that undoes it.</p>
${event.reports < 2 ? html`<p class="empty">This event has one report: there is nothing to take out.</p>` : reports.map((r) => html`<div class="candidate">${sentence(r.evidence, page)}<div class="judging">${takeOutButton(event.id, r.id, `“${r.trigger}” of ${r.evidence?.outlet ?? 'no outlet'}`, page)}</div></div>`)}${pager(page)}</section>`,
  }
}
