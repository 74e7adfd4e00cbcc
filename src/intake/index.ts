// Outside world to Article: text, pages and JSON lines, whatever their encoding; anything else is refused in one clear line.
// May import base and codebook.
// Start reading at article-of.ts, then articles-in.ts.

export { ArticleInput, articleOf } from './article-of.ts'
export { articlesIn, type Taken, type TakeOptions, take } from './articles-in.ts'
export { dayOf } from './day.ts'
export { countItems, type Item, itemsIn } from './items-in.ts'
export type { Known } from './known.ts'
