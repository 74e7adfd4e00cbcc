import type { HtmlEscapedString } from 'hono/utils/html'
import type { Question } from '../questions/question.ts'
import type { Filter } from './filter.ts'

/** Markup that may stand in a page as it is: made with `html` of hono/html, which escapes what is put into it. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a view may know besides its answer. It has no way to the record: all a page shows is in its answer, as in its JSON. */
export type PageContext = {
  readonly question: Question
  /** The path without the query: `/dyad/IRN/USA`. */
  readonly path: string
  readonly filter: Filter
  /** The question's own input, as parsed. */
  readonly input: Readonly<Record<string, unknown>>
  /** First and last day of the record; null where it holds none. */
  readonly days: { readonly first: string; readonly last: string } | null
  /** The cursor of the next page of rows; null at the end. */
  readonly next: string | null
  /** The moment until which the reader has looked, from the desk's cookie. */
  readonly seen: string | null
  /** Light or dark, where the reader chose; from the desk's cookie. */
  readonly theme?: 'light' | 'dark' | undefined
  /** Who signs judgements, from the desk's cookie. */
  readonly judge: string | null
  /** An address on this desk with the filter kept: `href('/events', { type: 'ASSAULT' })`. */
  readonly href: (path: string, changes?: Readonly<Record<string, string | number | undefined>>) => string
}

/** A page's own part: what it is called, a sentence on it, and its body. */
export type View = {
  readonly title: string
  /** The title as it stands on the page, where it holds more than letters. */
  readonly heading?: Html
  /** The sentence under the title: what to see here. */
  readonly lede?: string | Html
  readonly body: Html
  /** Whether the page answers a question, so that its JSON and CSV twins are named. Default: yes. */
  readonly answers?: false
}
export type Render = (answer: unknown, page: PageContext) => View | Promise<View>

/** A view of the answers of one question; their type ends here so that all views can stand in one list. */
export function viewOf<A>(render: (answer: A, page: PageContext) => View | Promise<View>): Render {
  return (answer, page) => render(answer as A, page)
}
