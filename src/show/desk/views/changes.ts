import { html } from 'hono/html'
import type { Change, Page } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { briefEvent } from '../parts/brief.ts'
import { undoButton } from '../parts/judge-forms.ts'
import { eventLine } from '../parts/lines.ts'
import { pager } from '../parts/tables.ts'
import { aboutInWords, dayInWords } from '../parts/words.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

/** What the record has come to hold differently, the latest first: a heading for each moment, under it what changed. */
export const changesView = viewOf<Page<Change>>(({ rows }, page) => {
  const since = page.input.since === undefined ? '' : String(page.input.since)
  return {
    title: since ? `What changed since ${dayInWords(since)}` : 'What changed in the record',
    lede: 'The latest first. The record forgets nothing: what it held before can be asked for with “as the record stood on” in the filter.',
    body: html`<form class="narrow" action="/changes" method="get" aria-label="Since when"><label>Since the day <input type="date" name="since" value="${since.slice(0, 10)}"></label><div class="acts"><button>Show</button> <a href="${page.href('/changes')}">From the beginning</a></div></form>
${rows.length === 0 ? html`<p class="empty">Here would stand new events, events that changed or ended, and judgements. Nothing changed${since ? ' since then' : ''}. Articles are added with <code class="code">rubicon add FOLDER</code>.</p>` : moments(rows).map(([at, own]) => html`<section class="day"><h2><time datetime="${at}">${dayInWords(at)}, ${at.slice(11, 16)} UTC</time> <span class="quiet">${sumOf(own)}</span></h2>${own.map((change, i) => changeLine(change, own[i - 1]?.what, page))}</section>`)}
${pager(page)}`,
  }
})

/** The changes of each minute together. */
function moments(rows: readonly Change[]): [string, Change[]][] {
  const found: [string, Change[]][] = []
  for (const change of rows) {
    const minute = change.at.slice(0, 16)
    const last = found.at(-1)
    if (last && last[0].slice(0, 16) === minute) last[1].push(change)
    else found.push([change.at, [change]])
  }
  return found
}

function sumOf(changes: readonly Change[]): string {
  const count = (what: Change['what']) => changes.filter((c) => c.what === what).length
  return [
    [count('new event'), 'new event'] as const,
    [count('event changed'), 'change'] as const,
    [count('event ended'), 'ended event'] as const,
    [count('judgement'), 'judgement'] as const,
  ]
    .filter(([n]) => n > 0)
    .map(([n, what]) => counted(n, what))
    .join(', ')
}

function changeLine(change: Change, before: Change['what'] | undefined, page: PageContext): Html {
  const { what, event, differences } = change
  if (what === 'judgement') return judgementLine(change, page)
  if (!event)
    return html`<p class="change"><span class="what">Ended</span> <span class="code">${change.id}</span>: ${change.how.split('; ')[0]}.${change.heir ? html` <a href="${page.href(`/event/${change.heir}`)}">The event that took its place</a>.` : ''}</p>`
  if (what === 'new event')
    return html`<div class="change">${before === what ? '' : html`<p class="what">New</p>`}${eventLine(event, page)}</div>`
  const told = differences.map(differenceInWords).filter(Boolean)
  return html`<div class="change"><p class="what">Now differently: <strong>${told.length > 0 ? told.join('; ') : 'its parties'}</strong></p>${briefEvent(event, page)}</div>`
}

/** "7 killed (before: 5)", "alleged (before: denied)", "4 origins (before: 3)". */
function differenceInWords({ about, was, now }: Change['differences'][number]): string {
  const value = (v: string | null): string =>
    about === 'day'
      ? v === null
        ? 'no date'
        : dayInWords(v)
      : about === 'disputed'
        ? v === null
          ? 'nothing in dispute'
          : `in dispute ${v.split(' ').map(aboutInWords).join(', ')}`
        : (v ?? 'none')
  const named = about === 'status' || about === 'day' || about === 'disputed' ? '' : ` ${about}`
  return about === 'type' || about === 'place'
    ? `${about} ${value(now)} (before: ${value(was)})`
    : `${value(now)}${named} (before: ${value(was)})`
}

const DONE: Readonly<Record<string, string>> = {
  reject: 'took out a finding',
  code: 'coded a finding anew',
  merge: 'put two into one',
  split: 'took one apart',
  undo: 'took a judgement back',
  missing: 'noted something missing',
}

function judgementLine({ id, judgement, how }: Change, page: PageContext): Html {
  if (!judgement) return html`<p class="change">${how}</p>`
  const { kind, subject, by, note, undone } = judgement
  const path = subject.startsWith('v')
    ? 'event'
    : subject.startsWith('x')
      ? 'actor'
      : subject.startsWith('a')
        ? 'article'
        : null
  const link = path
    ? html`<a class="code" href="${page.href(`/${path}/${subject}`)}">${subject}</a>`
    : html`<span class="code">${subject}</span>`
  const done = DONE[kind] ?? kind
  const after = kind === 'undo' ? '' : undone ? ' · taken back since' : undoButton(id, `${by} ${done}`, page)
  return html`<div class="change"><p><span class="what">Judgement:</span> ${by} ${done} ${link}${note ? html` · “${note}”` : ''}${typeof after === 'string' ? after : ''}</p>${typeof after === 'string' ? '' : after}</div>`
}
