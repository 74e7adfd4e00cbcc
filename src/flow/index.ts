// Moves articles from intake through the reader: in this process, or over worker threads, in order and with bounded memory.
// May import base, codebook, intake, read, record and watch.
// Start reading at read-items.ts.

export { type Added, addArticles } from './add-articles.ts'
export { type Outcome, type ReadOptions, readItems } from './read-items.ts'
export { rereadArticles } from './reread-articles.ts'
