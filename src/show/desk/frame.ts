import { html } from 'hono/html'
import { commandOf } from './command-line.ts'
import { filterBar } from './filter-bar.ts'
import type { Html, PageContext, View } from './view.ts'

/** The pages of the masthead, in order: path, name, the letter that `g` takes you there with. */
const NAV = [
  ['/', 'Now', 'n'],
  ['/events', 'Events', 'e'],
  ['/statements', 'Statements', 's'],
  ['/disputes', 'Disputes', 'd'],
  ['/words-and-deeds', 'Words and deeds', 'w'],
  ['/map', 'Map', 'm'],
  ['/network', 'Network', 'k'],
  ['/sources', 'Sources', 'o'],
  ['/method', 'Method', 'h'],
] as const

export type Frame = {
  /** Address of an asset with its hash, so that it may be kept for ever. */
  readonly asset: (name: string) => string
  /** Whether the modules that make pages lively were built. */
  readonly scripts: readonly string[]
  /** A word on what the last act did. */
  readonly notice?: Html | null
}

/** A whole page: masthead, filter, the view, its JSON and CSV twins. */
export function pageOf(view: View, page: PageContext, frame: Frame): Html {
  const { href, path, question } = page
  const twin = path === '/' ? '/now' : path
  return html`<!doctype html>
<html lang="en"${page.theme ? html` data-theme="${page.theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${view.title} · Rubicon</title>
<link rel="icon" href="${frame.asset('mark.svg')}">
<link rel="stylesheet" href="${frame.asset('desk.css')}">
${view.answers === false ? '' : html`<link rel="alternate" type="application/json" href="${href(`${twin}.json`, inputOf(page))}">`}
${frame.scripts.map((name) => html`<script type="module" src="${frame.asset(name)}"></script>`)}
</head>
<body data-page="${question.name}">
<a class="skip-link" href="#main">To the content</a>
<header class="masthead"><div class="sheet">
<a class="name" href="${href('/')}">Rubicon</a>
<nav aria-label="Pages"><ul>${NAV.map(([to, name, key]) => html`<li><a href="${href(to)}" data-key="${key}"${to === path ? html` aria-current="page"` : ''}>${name}</a></li>`)}</ul></nav>
<form role="search" action="/search" method="get"><input type="search" name="words" aria-label="Search the record" placeholder="Search  /" value="${String(page.input.words ?? '')}"></form>
</div></header>
${view.answers === false ? '' : filterBar(page)}
<main id="main" class="sheet" tabindex="-1">
${frame.notice ? html`<div class="notice" role="status">${frame.notice}</div>` : ''}
<div class="head-of-page"><h1>${view.heading ?? view.title}</h1>${view.lede ? html`<p class="lede">${view.lede}</p>` : ''}</div>
${view.body}
${view.answers === false ? '' : html`<p class="doors">This page as data: <a href="${href(`${twin}.json`, inputOf(page))}">JSON</a>, <a href="${href(`${twin}.csv`, inputOf(page))}">CSV</a>. On the command line: <code class="code">${commandOf(page)}</code></p>`}
</main>
<footer><div class="sheet">Every finding points at the letters it comes from; a claim is kept a claim. <a href="${href('/method')}">What Rubicon can and cannot do</a> · <a href="/api/openapi.json">API</a> · <kbd>?</kbd> keys</div></footer>
</body>
</html>`
}

/** The question's own fields that stand in the query, not in the path. */
function inputOf({ input, question, path }: PageContext): Record<string, string | undefined> {
  const inPath = question.args.slice(0, path.split('/').length - 2)
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) =>
      value === undefined || inPath.includes(name) ? [] : [[name, String(value)]],
    ),
  )
}
