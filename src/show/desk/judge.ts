import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { z } from 'zod'
import { AppError } from '../../base/index.ts'
import {
  Coding,
  codeFinding,
  type Db,
  type Done,
  getArticle,
  type Judge,
  merge,
  noteMissing,
  openRecord,
  rejectFinding,
  split,
  undo,
} from '../../record/index.ts'
import { undoButton } from './parts/judge-forms.ts'
import type { Html, PageContext, View } from './view.ts'
import { findWords } from './words-in-text.ts'

const short = z.string().trim().max(200).default('')
const Form = z.object({
  action: z.enum(['reject', 'code', 'missing', 'merge', 'split', 'undo']),
  id: z.string().trim().min(1).max(80),
  by: z.string().trim().max(80).default(''),
  note: z.string().trim().max(500).default(''),
  back: z.string().max(2000).default('/'),
  type: short,
  mode: short,
  status: short,
  day: short,
  place: short,
  country: short,
  kind: short,
  words: z.string().max(1000).default(''),
  near: z.string().max(12).default(''),
  into: short,
  parts: z.string().max(20_000).default(''),
})
type Form = z.infer<typeof Form>

const YEAR = 365 * 86_400

/** `POST /judge`: a person's judgement from a form, signed, and back to the page it was made on. */
export function addJudging(
  app: Hono,
  options: {
    readonly record: string
    readonly show: (c: Context, view: View) => Response | Promise<Response>
  },
): void {
  app.post('/judge', async (c) => {
    const parsed = Form.safeParse(await c.req.parseBody())
    if (!parsed.success)
      throw new AppError('desk.bad-judgement', `this is no judgement: ${z.prettifyError(parsed.error)}`)
    const form = parsed.data
    const by = form.by || (getCookie(c, 'judge') ?? '').slice(0, 80)
    if (by === '') return options.show(c, askName(form))
    setCookie(c, 'judge', by, { path: '/', maxAge: YEAR, httpOnly: true, sameSite: 'Lax' })
    const who = { by, at: new Date().toISOString(), ...(form.note && { note: form.note }) }
    const db = await openRecord(options.record)
    try {
      const done = await judged(db, form, who)
      return c.redirect(backWith(form, done), 303)
    } finally {
      await db.destroy()
    }
  })
}

async function judged(db: Db, form: Form, who: Judge): Promise<Done> {
  const { action, id } = form
  if (action === 'reject') return rejectFinding(db, id, who)
  if (action === 'undo') return undo(db, id, who)
  if (action === 'merge') return merge(db, id, form.into, who)
  if (action === 'split') return split(db, id, form.parts.split(/\s+/).filter(Boolean), who)
  if (action === 'missing') return missing(db, form, who)
  const set = (['type', 'mode', 'status', 'day', 'place', 'country'] as const).flatMap((name) =>
    form[name] === '' ? [] : [[name, name === 'type' || name === 'country' ? form[name].toUpperCase() : form[name]]],
  )
  const coding = Coding.safeParse(Object.fromEntries(set))
  if (!coding.success)
    throw new AppError('desk.bad-judgement', `it cannot be coded so: ${z.prettifyError(coding.error)}`)
  return codeFinding(db, id, coding.data, who)
}

async function missing(db: Db, { id, kind, words, near }: Form, who: Judge): Promise<Done> {
  const { text } = (await getArticle(db, { article: id })).reading.article
  const found = findWords(text, words, Number(near) || 0)
  if (!found)
    throw new AppError('desk.bad-judgement', `the article has no such words: “${words}”. Copy them from its text`)
  return noteMissing(db, id, { ...found, kind }, who)
}

const DONE: Readonly<Record<Form['action'], string>> = {
  reject: 'This finding is rejected: it no longer counts.',
  code: 'Coded anew.',
  missing: 'Noted as missing.',
  merge: 'Put together.',
  split: 'Taken apart.',
  undo: 'Taken back: what was there before holds again.',
}

/** The address to go back to, on this desk alone, with a word on what was done and what undoes it. */
function backWith({ back, action }: Form, { judgement }: Done): string {
  const base = 'http://desk.invalid'
  const url = URL.canParse(back, base) ? new URL(back, base) : new URL(base)
  const here = url.origin === base ? url : new URL(base)
  here.searchParams.set('done', DONE[action])
  if (action === 'undo') here.searchParams.delete('undo')
  else here.searchParams.set('undo', judgement)
  return here.pathname.replace(/^\/+/, '/') + here.search + here.hash
}

/** What the last judgement did, with the button that takes it back. */
export function noticeOf(params: URLSearchParams, page: PageContext): Html | null {
  const done = params.get('done')?.slice(0, 300)
  const made = params.get('undo')
  if (!done) return null
  return html`${done}${made && /^j[0-9a-f]{12}$/.test(made) ? html` ${undoButton(made, done, page)}` : ''}`
}

/** The page that asks who judges, with the judgement carried along. */
function askName(form: Form): View {
  const carried = Object.entries(form).filter(([name, value]) => name !== 'by' && value !== '')
  return {
    title: 'Who judges?',
    lede: 'A judgement is signed. The desk remembers the name on this machine.',
    body: html`<form class="sign" method="post" action="/judge">${carried.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label>Your name <input name="by" required maxlength="80" autocomplete="name" autofocus></label> <button>Sign and file it</button></form>`,
  }
}
