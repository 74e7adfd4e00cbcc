import type { PublishedBy, Skipped } from './reading.ts'

/** An article as intake hands it on: clean text, what is known about it, and the stretches the reader must leave alone. */
export type Article = {
  /** `sha256:…` of the text, or the id the input line gave. */
  readonly id: string
  /** The text as given, title first where the page or file has one; nothing is normalised after this. */
  readonly text: string
  readonly title: string | null
  readonly outlet: string | null
  readonly author: string | null
  readonly url: string | null
  /** ISO day, `2020-01-17`, or null: none is invented. */
  readonly published: string | null
  readonly publishedBy: PublishedBy
  readonly language: string
  /** A post is its author's statement as a whole. */
  readonly kind: 'article' | 'post'
  readonly replyTo: string | null
  /** Furniture inside `text` (bylines, datelines, captions, "Related Content"): never read, listed in `reading.skipped`. */
  readonly skipped: readonly Skipped[]
}
