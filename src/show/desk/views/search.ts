import { html } from 'hono/html'
import type { Hit, SearchAnswer } from '../../../record/index.ts'
import { actorLink, eventLine, sentence } from '../parts/lines.ts'
import { litWords } from '../parts/lit-words.ts'
import { statementLine } from '../parts/statement-line.ts'
import { pager } from '../parts/tables.ts'
import { dayInWords } from '../parts/words.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

const KINDS = [
  ['actor', 'Actors'],
  ['event', 'Events'],
  ['statement', 'Statements'],
  ['article', 'Articles'],
] as const

/** What holds the words: the first few of each kind, or all of one; the words lit in the sentences. */
export const searchView = viewOf<SearchAnswer>((answer, page) => {
  const { words, rows } = answer
  const kind = page.input.kind === undefined ? null : String(page.input.kind)
  return {
    title: words === '' ? 'Search' : `“${words}”`,
    lede: words === '' ? 'Whatever holds these words: the articles, what was said, what was done, and who is who.' : '',
    body: html`<form class="search" role="search" aria-label="Search" action="/search" method="get" data-live>
<label for="search-words">Words</label> <input id="search-words" type="search" name="words" value="${words}" maxlength="1000" autocomplete="off"${words === '' ? html` autofocus` : ''}>${kind ? html`<input type="hidden" name="kind" value="${kind}">` : ''} <button>Search</button>
<details class="operators"><summary>What is understood</summary><dl>
<dt><kbd>harsh revenge</kbd></dt><dd>both words, anywhere in it</dd>
<dt><kbd>"harsh revenge"</kbd></dt><dd>the words in this order, side by side</dd>
<dt><kbd>miss*</kbd></dt><dd>words that begin so</dd>
<dt><kbd>rocket OR missile</kbd></dt><dd>either of them</dd>
<dt><kbd>missile -drone</kbd></dt><dd>the one and not the other</dd></dl>
<p>Case and accents do not count.</p></details></form>
<nav class="tabs" aria-label="Kinds of hits"><ul>${[['', 'All'] as const, ...KINDS].map(([k, name]) => html`<li><a href="${page.href('/search', { words, kind: k })}"${(kind ?? '') === k ? html` aria-current="page"` : ''}>${name}</a></li>`)}</ul></nav>
<div id="hits" aria-live="polite">${rows.length === 0 ? nothing(words, kind, page) : kind ? html`<section><h2 class="unseen">${KINDS.find(([k]) => k === kind)?.[1] ?? 'Hits'}</h2>${rows.map((hit) => hitLine(hit, words, page))}</section>` : groups(answer, page)}${pager(page)}</div>`,
  }
})

function nothing(words: string, kind: string | null, page: PageContext): Html {
  const begun = `${words.match(/[\p{L}\p{N}]+/u)?.[0].slice(0, 5) ?? ''}*`
  if (words === '')
    return html`<p class="empty">Here stand the hits. On the command line: <code>rubicon ask search "harsh revenge"</code></p>`
  if (!/(?:^|\s)[^\s-]*[\p{L}\p{N}]/u.test(words))
    return html`<p class="empty">${/[\p{L}\p{N}]/u.test(words) ? 'These are words to leave out alone. Add one to look for, such as' : 'There is no word in this. Look for one, such as'} <a href="${page.href('/search', { words: 'missile -drone', kind: kind ?? undefined })}"><kbd>missile -drone</kbd></a></p>`
  return html`<p class="empty">${kind ? `No ${kind} in the record holds` : 'Nothing in the record holds'} these words. Try fewer of them, or the beginning of one with a star: <a href="${page.href('/search', { words: begun, kind: kind ?? undefined })}"><kbd>${begun}</kbd></a></p>`
}

function groups({ rows, words, more }: SearchAnswer, page: PageContext): Html {
  return html`${KINDS.map(([kind, name]) => {
    const own = rows.filter((hit) => hit.kind === kind)
    if (own.length === 0) return ''
    return html`<section><h2>${name}</h2>${own.map((hit) => hitLine(hit, words, page))}${more.includes(kind) ? html`<p class="pager"><a href="${page.href('/search', { words, kind })}">All ${name.toLowerCase()} with these words</a></p>` : ''}</section>`
  })}`
}

function hitLine(hit: Hit, words: string, page: PageContext): Html {
  if (hit.kind === 'actor') return html`<article class="hit"><h3>${actorLink(hit.actor, page)}</h3></article>`
  if (hit.kind === 'statement') return statementLine(hit.statement, page, { words })
  if (hit.kind === 'event') return eventLine(hit.event, page, { words })
  const from = [hit.outlet ?? 'no outlet given', hit.published ? dayInWords(hit.published) : 'no date'].join(', ')
  return html`<article class="hit"><h3><a href="${page.href(`/article/${hit.id}`)}">${litWords(hit.title ?? from, words)}</a></h3>${sentence(hit.evidence, page, words)}</article>`
}
