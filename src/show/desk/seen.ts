import type { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { AppError } from '../../base/index.ts'

const Form = z.object({
  /** The moment of the last change that the page told of. */
  until: z.iso.datetime(),
  back: z
    .string()
    .max(2000)
    .regex(/^\/(?![/\\])/)
    .default('/'),
})
const YEAR = 365 * 86_400

/** `POST /seen`: the reader has looked until a moment, so that the next look tells only what is newer. */
export function addSeen(app: Hono): void {
  app.post('/seen', async (c) => {
    const parsed = Form.safeParse(await c.req.parseBody())
    if (!parsed.success) throw new AppError('desk.bad-moment', 'the form names no moment until which you have looked')
    const { until, back } = parsed.data
    setCookie(c, 'seen', until, { path: '/', maxAge: YEAR, httpOnly: true, sameSite: 'Lax' })
    return c.redirect(back, 303)
  })
}

/** The moment in the cookie; what is no moment counts as never having looked. */
export function seenIn(cookie: string | undefined): string | null {
  return cookie !== undefined && z.iso.datetime().safeParse(cookie).success ? cookie : null
}
