import type { PageDocument } from './page-body.ts'

/** What a page says about itself, outside its body. */
export type PageFacts = {
  readonly title: string | null
  readonly body: string | null
  readonly author: string | null
  readonly outlet: string | null
  readonly url: string | null
  /** Every date of publication the page gives, the most trusted first. */
  readonly published: readonly string[]
}

type Json = Readonly<Record<string, unknown>>

/** JSON-LD before OpenGraph and the other meta tags, and those before the marks in the body. */
export function factsOf(document: PageDocument): PageFacts {
  const ld = articleNode(document)
  const meta = metaOf(document)
  const from = (...names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value) ?? null
  return {
    title: words(ld?.headline) ?? from('og:title', 'twitter:title', 'dc.title', 'title'),
    body: words(ld?.articleBody, false),
    author: names(ld?.author) ?? notAddress(from('author', 'article:author', 'parsely-author', 'dc.creator', 'byl')),
    outlet: names(ld?.publisher) ?? from('og:site_name', 'application-name', 'dc.publisher'),
    url: address(attribute(document, 'link[rel="canonical"]', 'href'), words(ld?.url), pageOf(ld), from('og:url')),
    published: [
      words(ld?.datePublished),
      from('article:published_time', 'og:published_time', 'og:article:published_time'),
      from(
        'parsely-pub-date',
        'sailthru.date',
        'pubdate',
        'publishdate',
        'publish-date',
        'date',
        'dc.date.issued',
        'dc.date',
        'dcterms.created',
      ),
      attribute(document, '[itemprop="datePublished"]', 'datetime'),
      attribute(document, '[itemprop="datePublished"]', 'content'),
      attribute(document, 'article time[datetime], header time[datetime], time[pubdate]', 'datetime'),
    ].filter((date) => date !== null),
  }
}

/** The node of the page's JSON-LD that is an article: alone, in a list, or inside @graph. */
function articleNode(document: PageDocument): Json | undefined {
  const nodes: Json[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const queue: unknown[] = [parsedJson(script.textContent ?? '')]
    for (let i = 0; i < queue.length && i < 500; i += 1) {
      const value = queue[i]
      if (Array.isArray(value)) queue.push(...value.slice(0, 500))
      else if (isJson(value)) {
        nodes.push(value)
        queue.push(value['@graph'], value.mainEntity, value.itemListElement)
      }
    }
  }
  const articles = nodes.filter((node) =>
    list(node['@type']).some((type) => /(?:Article|BlogPosting|Report)$/.test(String(type))),
  )
  return (
    articles.find((node) => words(node.articleBody)) ?? articles.find((node) => words(node.headline)) ?? articles[0]
  )
}

function parsedJson(text: string): unknown {
  const bare = text.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, '')
  // Publishers leave raw line breaks inside strings.
  for (const tried of [bare, bare.replace(/[\x00-\x1f]+/g, ' ')]) {
    try {
      return JSON.parse(tried)
    } catch {}
  }
  return undefined
}

function metaOf(document: PageDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop')
    )?.toLowerCase()
    const content = meta.getAttribute('content')?.replace(/\s+/g, ' ').trim()
    if (name && content && !found.has(name)) found.set(name, content)
  }
  return found
}

function attribute(document: PageDocument, selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name)?.trim() || null
}

/** "Jane Doe, John Roe" of a string, an object with a name, or a list of either. */
function names(value: unknown): string | null {
  const found = list(value)
    .slice(0, 20)
    .map((one) => words(isJson(one) ? one.name : one))
    .filter((name) => name !== null)
  return found.length > 0 ? notAddress([...new Set(found)].join(', ')) : null
}

function pageOf(ld: Json | undefined): string | null {
  const page = ld?.mainEntityOfPage
  return words(isJson(page) ? page['@id'] : page)
}

function address(...candidates: readonly (string | null)[]): string | null {
  return candidates.find((url) => url !== null && /^https?:\/\/[^\s"<>]+$/i.test(url)) ?? null
}

function notAddress(text: string | null): string | null {
  return text !== null && /^https?:/i.test(text) ? null : text
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  mdash: '—',
  ndash: '–',
  hellip: '…',
}

/** A string with something in it, the entities that publishers escape twice undone; else null. */
function words(value: unknown, oneLine = true): string | null {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'string') return null
  const plain = first.replace(
    /&(?:#(\d{2,6})|([a-z]{2,6}));/gi,
    (whole, code: string | undefined, name: string | undefined) =>
      code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (ENTITIES[(name ?? '').toLowerCase()] ?? whole),
  )
  const tidy = oneLine ? plain.replace(/\s+/g, ' ').trim() : plain.trim()
  return tidy === '' ? null : tidy
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
