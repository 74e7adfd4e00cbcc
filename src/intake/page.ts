import { AppError } from '../base/index.ts'
import type { Skipped } from '../codebook/index.ts'
import type { ArticleInput } from './article-of.ts'
import { dayOf } from './day.ts'
import { type Block, blocksOf } from './page-blocks.ts'
import { bodyOf, parsePage } from './page-body.ts'
import { factsOf, type PageFacts } from './page-facts.ts'

/** What a page holds: the input of its article, its captions as stretches to skip, and whether it says its day. */
export type Page = {
  readonly input: ArticleInput
  readonly skipped: readonly Skipped[]
  readonly dated: boolean
}

/** A body that Readability cut to less than this share of what the page's own JSON-LD gives is not believed. */
const MUCH_SHORTER = 0.5

/**
 * Read a page: its title, an empty line, and its paragraphs with an empty line between. Readability finds the body; where
 * it finds much less than the page's JSON-LD holds, that stands. Broken markup is read as browsers read it.
 */
export function readPage(html: string, maxChars: number): Page {
  if (html.length > maxChars * 12) throw new AppError('intake.too-long', 'too long: the page is too big')
  const document = parsePage(html)
  const facts = factsOf(document)
  const found = bodyOf(document, html)
  const own = facts.body === null ? [] : blocksOf(parsePage(bodyHtml(facts.body)).body)
  const blocks = lengthOf(found.blocks) < lengthOf(own) * MUCH_SHORTER ? own : found.blocks
  const title = facts.title ?? found.title
  const { text, skipped } = joined(title, withoutHead(blocks, title))
  const published = facts.published.map((date) => dayOf(date)).find((day) => day !== null) ?? null
  return { input: { text, title, published, ...about(facts, found.byline) }, skipped, dated: published !== null }
}

function about(facts: PageFacts, byline: string | null): Partial<ArticleInput> {
  const author = facts.author ?? byline
  return { outlet: facts.outlet, author: author?.replace(/^\s*by\s+/i, '') ?? null, url: facts.url }
}

/** JSON-LD gives the body as HTML or as plain lines. */
function bodyHtml(body: string): string {
  if (/<(?:p|br|div)\b/i.test(body)) return `<body>${body}</body>`
  const lines = body.split(/\s*\n\s*/).map((l) => `<p>${l.replace(/</g, '&lt;')}</p>`)
  return `<body>${lines.join('')}</body>`
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0)
}

/** The title stands above the text already: a first block that repeats it goes. */
function withoutHead(blocks: readonly Block[], title: string | null): readonly Block[] {
  return title !== null && blocks[0] && bare(blocks[0].text) === bare(title) ? blocks.slice(1) : blocks
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function joined(title: string | null, blocks: readonly Block[]): { text: string; skipped: Skipped[] } {
  const skipped: Skipped[] = []
  let text = title ?? ''
  for (const block of blocks) {
    if (text !== '') text += '\n\n'
    if (block.why) skipped.push({ start: text.length, end: text.length + block.text.length, why: block.why })
    text += block.text
  }
  return { text, skipped }
}
