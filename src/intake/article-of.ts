import { z } from 'zod'
import { AppError, SETTINGS, sha256 } from '../base/index.ts'
import type { Article } from '../codebook/index.ts'
import { checkText } from './check-text.ts'
import { dayOf } from './day.ts'
import { findFurniture } from './furniture.ts'
import { checkLanguage } from './language.ts'

const words = z.string().nullish()

/** What a line of JSON or a caller of the library gives. Other keys are let be. */
export const ArticleInput = z.object({
  text: z.string().describe('The article. It is kept as it is given; every offset counts from its first letter.'),
  id: z
    .union([z.string().min(1), z.int().transform(String)])
    .nullish()
    .describe('Default: sha256: of the text.'),
  title: words.describe('Put in front of the text, with an empty line between, where the text does not begin with it.'),
  published: words.describe('Day of publication, 2020-01-17. None is invented.'),
  outlet: words,
  author: words,
  url: words,
  kind: z.enum(['article', 'post']).nullish().describe('A post is the statement of its author as a whole.'),
  replyTo: words,
})
export type ArticleInput = z.input<typeof ArticleInput>

/** What only a page or a file knows beside the input. */
type Found = {
  /** Stretches of `text` that the page's markup says are furniture. */
  readonly skipped?: Article['skipped']
  /** Who gave the day of publication. */
  readonly publishedBy?: 'given' | 'page'
  readonly maxChars?: number
}

/**
 * The article an input stands for. An input that is no English text of bearable length, or whose day of publication is
 * no day, is an AppError in words that complete "FILE: …".
 *
 *     { title: 'Talks end', text: 'Both sides left.' }  →  text "Talks end\n\nBoth sides left."
 */
export function articleOf(input: ArticleInput, found: Found = {}): Article {
  const checked = ArticleInput.safeParse(input)
  if (!checked.success) throw new AppError('intake.not-an-article', `not an article: ${issuesOf(checked.error)}`)
  const given = checked.data

  const title = tidy(given.title)
  const headed = title !== null && !startsWith(given.text, title)
  const text = headed ? `${title}\n\n${given.text}` : given.text
  checkText(text, found.maxChars ?? SETTINGS.maxChars.default)
  checkLanguage(text)

  const kind = given.kind ?? 'article'
  const moved = headed ? title.length + 2 : 0
  const marked = (found.skipped ?? []).map((s) => ({ ...s, start: s.start + moved, end: s.end + moved }))
  const furniture = kind === 'post' ? { skipped: [], day: null } : findFurniture(text, marked)

  const day = givenDay(given.published)
  const published = day ?? furniture.day
  return {
    id: given.id ?? sha256(text),
    text,
    title: title ?? firstLineTitle(text, furniture.skipped),
    outlet: tidy(given.outlet),
    author: tidy(given.author),
    url: tidy(given.url),
    published,
    publishedBy: published === null ? 'unknown' : day === null ? 'page' : (found.publishedBy ?? 'given'),
    language: 'en',
    kind,
    replyTo: tidy(given.replyTo),
    skipped: furniture.skipped,
  }
}

function issuesOf(error: z.ZodError): string {
  return error.issues.map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': ')).join('; ')
}

function givenDay(published: string | null | undefined): string | null {
  if (published === null || published === undefined || published.trim() === '') return null
  const day = dayOf(published)
  if (day === null)
    throw new AppError(
      'intake.published',
      `published "${published.slice(0, 40).replace(/[\s\p{C}]+/gu, ' ')}" is no day such as 2020-01-17`,
    )
  return day
}

/** A first line that stands alone above the text, or above its byline or dateline, and does not run on like a sentence. */
function firstLineTitle(text: string, skipped: Article['skipped']): string | null {
  const found = /^\s*([^\r\n]{3,250}?)[ \t]*(\r?\n\s*)(?=\S)/.exec(text)
  if (!found) return null
  const [whole, line = '', gap = ''] = found
  if (/[,:]$/.test(line) || skipped.some((s) => s.start < line.length)) return null
  const alone = /\n[ \t]*\r?\n/.test(gap) || skipped.some((s) => s.start === whole.length)
  return alone ? line : null
}

function tidy(value: string | null | undefined): string | null {
  const tidied = value?.replace(/\s+/g, ' ').trim()
  return tidied ? tidied : null
}

function startsWith(text: string, title: string): boolean {
  return text
    .slice(0, title.length * 2 + 100)
    .replace(/\s+/g, ' ')
    .trimStart()
    .startsWith(title)
}
