import { html } from 'hono/html'
import type { Page, TieSummary } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { actorLink, sentence } from '../parts/lines.ts'
import { calledThe } from '../parts/names.ts'
import { pager } from '../parts/tables.ts'
import { stretchOf, TIE_WORDS } from '../parts/tie-line.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

/** Ties with every sentence that states them, by whom and how surely. */
export const relationsView = viewOf<Page<TieSummary>>(({ rows }, page) => {
  const whose = page.input.actor ? ' of one actor' : ''
  return {
    title: 'Relations',
    lede: `Who stands with, behind and against whom${whose}: each tie with the sentences that state it, who says them and what does not go with it.`,
    body: html`<p class="actor-ways"><a href="${page.href('/network', { actor: text(page.input.actor), tie: text(page.input.tie) })}">As a picture, on any day</a></p>
${rows.length === 0 ? html`<p class="empty">Here would stand who backs, leads, opposes, speaks for or is part of whom. No such tie is in the record${whose}. Articles are added with <code class="code">rubicon add FOLDER</code>.</p>` : html`<section><h2>${counted(rows.length, 'tie')}${page.next || page.input.cursor ? ' on this page' : ''}</h2>${rows.map((t) => line(t, page))}${pager(page)}</section>`}`,
  }
})

function line(tie: TieSummary, page: PageContext): Html {
  const { type, head, tail, times, outlets, hedged, confidence, conflicts, stated } = tie
  const facts = [
    stretchOf(tie.first, tie.last),
    counted(times, 'sentence'),
    counted(outlets, 'outlet'),
    hedged === 0 ? '' : hedged >= times ? 'hedged' : `hedged ${hedged} of ${times} times`,
    `${Math.round(100 * confidence)} % sure of the reading`,
    ...conflicts,
  ]
  return html`<article class="event${hedged >= times ? ' status-alleged' : ''}"><h3>${actorLink(head, page)} <span class="deed">${TIE_WORDS[type] ?? type}</span> ${actorLink(tail, page)} <span class="code">${type}</span></h3>
<p class="facts">${facts.filter(Boolean).join(' · ')}</p>
${stated.map((s) => html`${s.by || s.hedged ? html`<p class="facts">${[s.by ? `claimed by ${calledThe(s.by.name)}` : '', s.hedged ? 'hedged' : ''].filter(Boolean).join(', ')}:</p>` : ''}${sentence(s.evidence, page)}`)}</article>`
}

function text(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value)
}
