import { createRequire } from 'node:module'
import { type Block, blocksOf, type PageNode } from './page-blocks.ts'

/** As much of a document as is needed here; linkedom's own types want the browser's library. */
export type PageDocument = PageNode & {
  readonly body: PageNode | null
  readonly title: string
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}
type PageElement = PageNode & {
  readonly textContent: string | null
  getAttribute(name: string): string | null
}

// Loaded with the first page: they take a fifth of a second, which a text or a line of JSON need not wait for.
const require = createRequire(import.meta.url)
type ParseHtml = typeof import('linkedom').parseHTML
type ReadabilityOf = typeof import('@mozilla/readability').Readability

/** Pages with more elements than this are lists, not articles; Readability would take seconds over them. */
const MOST_ELEMENTS = 20_000
/** Deeper nesting than any page has; recursion inside the libraries would end in a full stack. */
const DEEPEST = 400
/** More tags open at once than this, and parsing alone would take seconds. */
const MOST_OPEN = 3000

/** The document of a page. Markup that nests beyond reason is parsed as its bare text. */
export function parsePage(html: string): PageDocument {
  const document = openTags(html) > MOST_OPEN ? null : parsed(html)
  if (document && !tooDeep(document)) return document
  return parsed(
    `<body>${html
      .replace(/<\/(?:p|h\d|div)>/gi, '\n\n')
      .replace(/<[^>]*>?/g, ' ')
      .split('\n\n')
      .map((p) => `<p>${p}</p>`)
      .join('')}</body>`,
  )!
}

/** What Readability finds, or, where it finds nothing, everything the page's `article`, `main` or body says. */
export function bodyOf(
  document: PageDocument,
  html: string,
): { readonly blocks: readonly Block[]; readonly title: string | null; readonly byline: string | null } {
  const title = ownTitle(document)
  const whole = () => blocksOf(document.querySelector('article') ?? document.querySelector('main') ?? document.body)
  if (count(html, '<') > MOST_ELEMENTS * 2) return { blocks: whole(), title, byline: null }
  const all = whole()
  const article = readable(document)
  const blocks = article?.content ? blocksOf(parsePage(`<body>${article.content}</body>`).body) : []
  return {
    blocks: blocks.length > 0 ? blocks : all,
    title: title ?? article?.title ?? null,
    byline: article?.byline ?? null,
  }
}

function readable(document: PageDocument): {
  content?: string | null | undefined
  title?: string | null | undefined
  byline?: string | null | undefined
} | null {
  try {
    const { Readability } = require('@mozilla/readability') as { Readability: ReadabilityOf }
    return new Readability(document as never, { maxElemsToParse: MOST_ELEMENTS, charThreshold: 250 }).parse()
  } catch {
    return null
  }
}

function parsed(html: string): PageDocument | null {
  try {
    // A page without html or body would leave linkedom's document without them.
    const whole = /<html[\s>]/i.test(html)
      ? html
      : `<!doctype html><html>${/<body[\s>]/i.test(html) ? html : `<body>${html}</body>`}</html>`
    const { parseHTML } = require('linkedom') as { parseHTML: ParseHtml }
    const { document } = parseHTML(whole)
    // A tag that is never closed may leave nothing at all.
    return document.documentElement && document.body ? (document as unknown as PageDocument) : null
  } catch {
    return null
  }
}

/** Looks for a chain of nested elements that is too long, in one walk without recursion. */
function tooDeep(document: PageDocument): boolean {
  let depth = 0
  let node: PageNode | null = document
  while (node) {
    if (node.firstChild) {
      node = node.firstChild
      depth += 1
      if (depth > DEEPEST) return true
      continue
    }
    while (node && !node.nextSibling) {
      node = node.parentNode
      depth -= 1
    }
    node = node?.nextSibling ?? null
  }
  return false
}

const CLOSES_ITSELF = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th option'.split(' '),
)

/** The most tags that are open at once, by a count of the letters alone. */
function openTags(html: string): number {
  let open = 0
  let most = 0
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})/gi)) {
    if (CLOSES_ITSELF.has(name.toLowerCase())) continue
    open = slash ? Math.max(0, open - 1) : open + 1
    most = Math.max(most, open)
  }
  return most
}

function ownTitle(document: PageDocument): string | null {
  const heads = [...document.querySelectorAll('h1')]
  const alone = heads.length === 1 ? heads[0]?.textContent?.replace(/\s+/g, ' ').trim() : ''
  if (alone) return alone
  // "Talks end without a deal | The Daily Example": the part before the last bar or spaced dash.
  const title = (document.title ?? '').replace(/\s+/g, ' ').trim()
  return title.replace(/ [|–—·-] [^|–—·-]{2,40}$/, '') || null
}

function count(text: string, mark: string): number {
  let n = 0
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) n += 1
  return n
}
