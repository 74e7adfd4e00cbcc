import { html } from 'hono/html'
import type { Problem } from './errors.ts'
import type { View } from './view.ts'

/** The page that says what went wrong and what to do. */
export function problemView({ status, message, code }: Problem): View {
  const title =
    status === 404 ? 'Not in the record' : status >= 500 ? 'The desk failed on this' : 'This cannot be asked so'
  return {
    title,
    answers: false,
    body: html`<p class="notice bad">${message.charAt(0).toUpperCase()}${message.slice(1)}.</p>
<p class="quiet">Go <a href="/">to what is new</a>, or <a href="/search?words=">search</a>. <span class="code">${code}</span></p>`,
  }
}
