// The library: open a reader once, read many articles with it.
import type { Article, Reading } from './codebook/index.ts'
import { type ArticleInput, articleOf } from './intake/index.ts'
import { type Explanation, openReader as openArticleReader } from './read/index.ts'

export { AppError } from './base/index.ts'
export type { Article, Reading } from './codebook/index.ts'
export { type ArticleInput, articleOf, articlesIn } from './intake/index.ts'
export type { Explanation } from './read/index.ts'

/** Reads articles one after the other. Open one for each thread, and close it at the end. */
export type Reader = {
  /** Program and model, as it stands in every reading. */
  readonly version: string
  /**
   * The reading of an article, given as its text and what is known of it, or as `articlesIn` gives it. Text that cannot be
   * read (empty, binary, too long, not English) is an AppError whose code and message say why.
   */
  read(article: ArticleInput | Article): Promise<Reading>
  /** What was found at a place of the text, by which part, how sure, and what else was considered. */
  explain(article: ArticleInput | Article, at: number): Promise<Explanation>
  close(): Promise<void>
}

/** Open a reader: it loads the model, once. `threads` is how many cores one article may use. */
export async function openReader(
  options: { readonly modelPath?: string; readonly threads?: number } = {},
): Promise<Reader> {
  const reader = await openArticleReader(options)
  return {
    version: reader.version,
    read: async (article) => reader.read(asArticle(article)),
    explain: async (article, at) => reader.explain(asArticle(article), at),
    close: () => reader.close(),
  }
}

function asArticle(article: ArticleInput | Article): Article {
  return 'skipped' in article && 'publishedBy' in article ? article : articleOf(article)
}
