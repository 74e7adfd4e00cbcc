import { html } from 'hono/html'
import type { Page, ToldStatement } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { channelInWords } from '../parts/channels.ts'
import { statementLine } from '../parts/statement-line.ts'
import { pager } from '../parts/tables.ts'
import { dayInWords } from '../parts/words.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

const TABS = [
  ['', 'Everything said'],
  ['THREATEN', 'Threats'],
  ['AGREE', 'Promises'],
  ['REQUEST', 'Demands'],
  ['REJECT', 'Denials and refusals'],
  ['ACCUSE', 'Accusations'],
] as const
const CHANNELS = ['press', 'broadcast', 'social', 'speech', 'document', 'interview', 'outlet', 'unknown'] as const

/** Who said what: a form to narrow it, tabs by what is said, then the statements day by day. */
export const statementsView = viewOf<Page<ToldStatement>>(({ rows }, page) => {
  const type = page.filter.type ?? ''
  const words = given(page, 'words')
  return {
    title: titleOf(page),
    lede: ledeOf(rows, page),
    body: html`${searchForm(page)}
<nav class="tabs" aria-label="What is said"><ul>${TABS.map(([tab, name]) => html`<li><a href="${page.href('/statements', { ...ownOf(page), type: tab || undefined })}"${tab === type ? html` aria-current="page"` : ''}>${name}</a></li>`)}</ul></nav>
${rows.length === 0 ? empty(page) : byDay(rows).map(([day, own]) => html`<section class="day"><h2>${day === null ? 'No date given' : html`<time datetime="${day}">${dayInWords(day)}</time>`} <span class="quiet">${counted(own.length, 'statement')}</span></h2>${own.map((s) => statementLine(s, page, { withDay: false, words }))}</section>`)}
${pager(page)}`,
  }
})

function searchForm(page: PageContext): Html {
  const kept = Object.entries(page.filter)
  const field = (name: string, label: string, hint: string): Html =>
    html`<label>${label} <input name="${name}" value="${given(page, name)}" placeholder="${hint}" maxlength="200"></label>`
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]): Html =>
    html`<label>${label} <select name="${name}"><option value="">any</option>${options.map(([value, said]) => html`<option value="${value}"${given(page, name) === value ? html` selected` : ''}>${said}</option>`)}</select></label>`
  return html`<form class="narrow" action="/statements" method="get" aria-label="Narrow the statements">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${field('words', 'With the words', '"harsh revenge"')}${field('speaker', 'Said by', 'IRN, or a name')}${field('about', 'About', 'USA, or a name')}
${choice(
  'channel',
  'By which channel',
  CHANNELS.map((c) => [c, channelInWords(c)] as const),
)}
${choice('anonymous', 'The speaker', [
  ['false', 'is named'],
  ['true', 'is not named'],
])}<div class="acts"><button>Show</button> <a href="${page.href('/statements')}">Clear</a></div></form>`
}

function byDay(rows: readonly ToldStatement[]): [string | null, ToldStatement[]][] {
  const days: [string | null, ToldStatement[]][] = []
  for (const statement of rows) {
    const last = days.at(-1)
    if (last && last[0] === statement.day) last[1].push(statement)
    else days.push([statement.day, [statement]])
  }
  return days
}

function titleOf(page: PageContext): string {
  const kind = TABS.find(([tab]) => tab !== '' && tab === page.filter.type)?.[1] ?? 'Statements'
  const [speaker, about, words] = ['speaker', 'about', 'words'].map((name) => given(page, name))
  return [kind, speaker && `of ${speaker}`, about && `about ${about}`, words && `with the words ${words}`]
    .filter(Boolean)
    .join(' ')
}

function ledeOf(rows: readonly ToldStatement[], { next, input }: PageContext): string {
  const [first, last] = [rows[0]?.day, rows.at(-1)?.day]
  if (rows.length === 0) return ''
  const unnamed = rows.filter((s) => s.anonymous).length
  const stretch =
    first && last
      ? first === last
        ? ` reported on ${dayInWords(first)}`
        : ` reported from ${dayInWords(first)} to ${dayInWords(last)}`
      : ''
  const whole = next === null && input.cursor === undefined ? '' : 'This page holds '
  return `${whole}${counted(rows.length, 'statement')}${stretch}; ${unnamed === 0 ? 'every speaker is named' : `in ${unnamed} the speaker is not named`}.`
}

function empty(page: PageContext): Html {
  const narrowed = Object.keys(page.filter).length > 0 || Object.keys(ownOf(page)).length > 0
  return html`<p class="empty">Here would stand who said what, day by day. ${narrowed ? html`No statement in the record fits what is asked. <a href="/statements">Ask for all of them</a>.` : 'The record holds no statement yet. '}Articles are added with <code class="code">rubicon add FOLDER</code>.</p>`
}

function given({ input }: PageContext, name: string): string {
  const value = input[name]
  return value === undefined ? '' : String(value)
}

/** What the form of this page asks, without the filter, which every address keeps. */
function ownOf(page: PageContext): Record<string, string> {
  return Object.fromEntries(
    ['words', 'speaker', 'about', 'channel', 'anonymous'].flatMap((name) =>
      given(page, name) === '' ? [] : [[name, given(page, name)]],
    ),
  )
}
