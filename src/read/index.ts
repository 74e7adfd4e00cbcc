// Reads one article: text in, a Reading out. Pure but for the model, which is opened once and handed in.
// May import base and codebook.
// Start reading at read-article.ts: it names the steps in their order.
export { type Explanation, openReader, type Reader } from './reader.ts'
