import type { Readable } from 'node:stream'
import { AppError, messageOf, SETTINGS } from '../base/index.ts'
import type { Article } from '../codebook/index.ts'
import { articleFrom } from './article-from.ts'
import { type Item, itemsIn } from './items-in.ts'
import type { Known } from './known.ts'

/** What came of one item: its article, or why it was refused. */
export type Taken =
  | { readonly from: string; readonly article: Article; readonly refused: null }
  | { readonly from: string; readonly article: null; readonly refused: AppError }

/** What is known of the articles, and the longest that is taken. */
export type TakeOptions = Known & { readonly maxChars?: number }

/** The article of an item, or why it is refused. Never throws. */
export function take(item: Item, options: TakeOptions = {}): Taken {
  try {
    return { from: item.from, article: articleFrom(item, options), refused: null }
  } catch (thrown) {
    const refused =
      thrown instanceof AppError
        ? thrown
        : new AppError('intake.failed', `cannot be read: ${messageOf(thrown)}`, { cause: thrown })
    return { from: item.from, article: null, refused }
  }
}

/**
 * The articles at the paths (files, folders, `-` for `stdin`), one after the other in order; what cannot be one comes as
 * refused in its place. The next is read only when it is asked for.
 */
export async function* articlesIn(
  paths: readonly string[],
  options: TakeOptions & { readonly stdin?: Readable } = {},
): AsyncGenerator<Taken> {
  const { stdin, ...known } = options
  const maxChars = known.maxChars ?? SETTINGS.maxChars.default
  for await (const item of itemsIn(paths, { maxChars, ...(stdin && { stdin }) })) yield take(item, known)
}
