import { html } from 'hono/html'
import { wordsIn } from '../../../record/index.ts'
import type { Html } from '../view.ts'

/** A text with the words of a search lit. */
export function litWords(text: string, words: string): Html {
  let at = 0
  const parts: (string | Html)[] = []
  for (const { start, end } of wordsIn(text, words)) {
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  return html`${parts}${text.slice(at)}`
}
