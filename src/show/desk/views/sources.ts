import { html } from 'hono/html'
import type { Page, SourceSummary } from '../../../record/index.ts'
import { pager } from '../parts/tables.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

type Column = {
  readonly name: string
  readonly value: (source: SourceSummary) => number
  readonly words?: (n: number) => string
  /** Where the rows that are counted stand. */
  readonly at?: (source: SourceSummary) => Parameters<PageContext['href']> | null
  /** What a whole bar stands for; the largest of the column where none is given. */
  readonly whole?: number
}

const OUTLET: readonly Column[] = [
  { name: 'articles', value: (s) => s.articles },
  { name: 'statements it carries', value: (s) => s.statements, at: (s) => ['/statements', { outlet: s.name }] },
  { name: 'of unnamed people', value: (s) => s.anonymousShare, words: percent, whole: 1 },
  { name: 'reports of events', value: (s) => s.reports },
  { name: 'events it tells alone', value: (s) => s.alone },
  { name: 'events in dispute', value: (s) => s.contradicted },
]
const SPEAKER: readonly Column[] = [
  { name: 'statements', value: (s) => s.statements, at: (s) => (s.id ? ['/statements', { saidBy: s.id }] : null) },
  { name: 'reports of events', value: (s) => s.reports },
  { name: 'events known from them alone', value: (s) => s.alone },
  { name: 'events in dispute', value: (s) => s.contradicted },
]
const TABS = [
  ['', 'Both'],
  ['outlet', 'Outlets'],
  ['speaker', 'People quoted'],
] as const

/** Outlets and the people they quote, apart: how often, how often alone, how often unnamed, how often contradicted. */
export const sourcesView = viewOf<Page<SourceSummary>>(({ rows }, page) => {
  const kind = page.input.kind === undefined ? '' : String(page.input.kind)
  const outlets = rows.filter((s) => s.kind === 'outlet')
  const speakers = rows.filter((s) => s.kind === 'speaker')
  return {
    title: kind === 'outlet' ? 'Outlets' : kind === 'speaker' ? 'People quoted' : 'Who the record rests on',
    lede: 'Outlets, and the people they quote. A source that tells much alone is not wrong, yet nobody checks it; a source in dispute is not wrong either: somebody else says otherwise.',
    body: html`<nav class="tabs" aria-label="Kinds of sources"><ul>${TABS.map(([tab, name]) => html`<li><a href="${page.href('/sources', { kind: tab || undefined })}"${tab === kind ? html` aria-current="page"` : ''}>${name}</a></li>`)}</ul></nav>
${kind === 'speaker' ? '' : table('Outlets', outlets, OUTLET, page)}
${kind === 'outlet' ? '' : table('People quoted', speakers, SPEAKER, page)}
${pager(page)}`,
  }
})

function table(title: string, sources: readonly SourceSummary[], columns: readonly Column[], page: PageContext): Html {
  if (sources.length === 0)
    return page.input.cursor
      ? html``
      : html`<section><h2>${title}</h2><p class="empty">Here would stand ${title.toLowerCase()}. The record holds none yet. Articles are added with <code class="code">rubicon add FOLDER</code>.</p></section>`
  const wholes = columns.map(({ value, whole }) => whole ?? Math.max(1, ...sources.map(value)))
  return html`<section><h2>${title}</h2><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="bars">
<thead><tr><th scope="col">${title === 'Outlets' ? 'outlet' : 'who'}</th>${columns.map((c) => html`<th scope="col">${c.name}</th>`)}</tr></thead>
<tbody>${sources.map((source) => html`<tr><th scope="row">${nameOf(source, page)}</th>${columns.map((column, i) => cell(column, source, wholes[i] ?? 1, page))}</tr>`)}</tbody></table></div></section>`
}

function nameOf({ kind, name, id }: SourceSummary, { href }: PageContext): Html {
  if (kind === 'outlet') return html`<a href="${href('/events', { outlet: name })}">${name}</a>`
  return id ? html`<a href="${href(`/actor/${id}`)}">${name}</a>` : html`${name}`
}

/** A number with a bar under it; the bar says nothing that the number does not. */
function cell({ value, words, at }: Column, source: SourceSummary, whole: number, page: PageContext): Html {
  const n = value(source)
  const told = words ? words(n) : n.toLocaleString('en-US')
  const where = n > 0 ? at?.(source) : null
  const part = Math.round((100 * n) / whole)
  return html`<td><span class="n">${where ? html`<a href="${page.href(...where)}">${told}</a>` : told}</span><svg class="cellbar" viewBox="0 0 100 6" preserveAspectRatio="none" width="100%" height="6" aria-hidden="true" focusable="false"><rect class="bar" width="${part}" height="6"/></svg></td>`
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}
