import { AppError, SETTINGS } from '../base/index.ts'
import type { Article } from '../codebook/index.ts'
import { type ArticleInput, articleOf } from './article-of.ts'
import { decode } from './decode.ts'
import type { Item } from './items-in.ts'
import type { Known } from './known.ts'
import { readPage } from './page.ts'

/** The article of an item; an AppError in words that complete "FROM: …" where there is none. */
export function articleFrom(item: Item, options: Known & { readonly maxChars?: number }): Article {
  const known: Known = { ...item.known, ...options }
  if (item.refused) throw new AppError(item.refused.code, item.refused.message)
  const maxChars = options.maxChars ?? SETTINGS.maxChars.default
  const text = typeof item.content === 'string' ? item.content : decode(item.content)
  if (item.form === 'json') return articleOf(jsonInput(text, known), { maxChars })
  if (item.form === 'page' || looksLikePage(text)) {
    const { input, skipped, dated } = readPage(text, maxChars)
    const publishedBy = known.published === undefined && dated ? 'page' : 'given'
    return articleOf({ ...input, ...given(known) }, { skipped, publishedBy, maxChars })
  }
  return articleOf({ text: withoutMark(text), ...given(known) }, { maxChars })
}

function given({ published, outlet, title, author, url }: Known): Known {
  return Object.fromEntries(Object.entries({ published, outlet, title, author, url }).filter(([, value]) => value))
}

function jsonInput(text: string, known: Known): ArticleInput {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new AppError('intake.not-json', 'not JSON: the line is broken or not one JSON object')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AppError('intake.not-an-article', 'not an article: a JSON object with "text" is needed')
  const has = Object.fromEntries(Object.entries(value).filter(([key, v]) => key === 'text' || (v !== null && v !== '')))
  return { ...given(known), ...(has as ArticleInput) }
}

function looksLikePage(text: string): boolean {
  return /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(
    text.slice(0, 5000),
  )
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
