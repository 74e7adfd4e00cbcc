import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError } from '../../base/index.ts'

/** An error as every door of the API gives it. */
export type Problem = { readonly ok: false; readonly status: number; readonly code: string; readonly message: string }

// The one table from the codes of errors to the statuses of HTTP; what stands in none is the program's own fault.
const STATUSES: readonly (readonly [RegExp, ContentfulStatusCode])[] = [
  [/^ask\.(?:no-such|event-ended|not-yet)/, 404],
  [/^correct\.no-such/, 404],
  [/^desk\.no-such-field/, 400],
  [/^desk\.no-such/, 404],
  [/^desk\.forbidden/, 403],
  [/^desk\.too-large/, 413],
  [/^(?:ask|correct|desk)\./, 400],
  [/^record\./, 503],
]

/** What went wrong, with its status; the inside of an unforeseen error is not told. */
export function problemOf(thrown: unknown): Problem & { readonly status: ContentfulStatusCode } {
  if (thrown instanceof HTTPException && thrown.status === 403)
    return {
      ok: false,
      status: 403,
      code: 'desk.forbidden-origin',
      message: 'the desk takes no form from another site',
    }
  if (!(thrown instanceof AppError))
    return { ok: false, status: 500, code: 'desk.unforeseen', message: 'the desk failed on this; its log says more' }
  const status = STATUSES.find(([code]) => code.test(thrown.code))?.[1] ?? 500
  return { ok: false, status, code: thrown.code, message: thrown.message }
}
