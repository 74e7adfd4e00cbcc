// Moves articles from intake through the reader: in this process, or over worker threads, in order and with bounded memory.
// May import base, codebook, intake, read, record and watch.
// Start reading at read-items.ts.
import type * as adding from './add-articles.ts'
import type * as rereading from './reread-articles.ts'

export type { Added } from './add-articles.ts'
export { type Outcome, type ReadOptions, readItems } from './read-items.ts'

// What has to do with the record is loaded when it is used: a lone reading is over sooner than the database is open.

/** Add articles to the record; see add-articles.ts. */
export const addArticles: typeof adding.addArticles = async function* (...args) {
  yield* (await import('./add-articles.ts')).addArticles(...args)
}

/** Read articles of the record again; see reread-articles.ts. */
export const rereadArticles: typeof rereading.rereadArticles = async function* (...args) {
  yield* (await import('./reread-articles.ts')).rereadArticles(...args)
}
