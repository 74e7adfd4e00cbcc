import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { z } from 'zod'
import { AppError } from '../../base/index.ts'
import { ACT_NAMES, type ActName, type Db, type Done, getArticle, judgeBy, openRecord } from '../../record/index.ts'
import { undoButton } from './parts/judge-forms.ts'
import type { Html, PageContext, View } from './view.ts'
import { findWords } from './words-in-text.ts'

const short = z.string().trim().max(200).default('')
const Form = z.object({
  action: z.enum(ACT_NAMES),
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
  /** What to take out; a form may name many. */
  part: z
    .union([z.string().max(200), z.array(z.string().max(200)).max(1000)])
    .default([])
    .transform((given) => [given].flat()),
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
    const parsed = Form.safeParse(await c.req.parseBody({ all: true }))
    if (!parsed.success)
      throw new AppError('desk.bad-judgement', `this is no judgement: ${z.prettifyError(parsed.error)}`)
    const form = parsed.data
    const by = form.by || (getCookie(c, 'judge') ?? '').slice(0, 80)
    if (by === '') return options.show(c, askName(form))
    setCookie(c, 'judge', by, { path: '/', maxAge: YEAR, httpOnly: true, sameSite: 'Lax' })
    const who = { by, at: new Date().toISOString(), ...(form.note && { note: form.note }) }
    const db = await openRecord(options.record)
    try {
      const done = await judgeBy(db, form.action, await givenIn(db, form), who)
      return c.redirect(backWith(form, done), 303)
    } finally {
      await db.destroy()
    }
  })
}

/** What a form gives the way of judging that it names: an id, and what else that way takes. */
async function givenIn(db: Db, form: Form): Promise<string[]> {
  const { action, id } = form
  if (action === 'merge') return [id, form.into]
  if (action === 'split') return [id, ...form.part]
  if (action === 'code') return [id, ...setIn(form)]
  return action === 'missing' ? [id, ...(await wordsIn(db, form))] : [id]
}

function setIn(form: Form): string[] {
  return (['type', 'mode', 'status', 'day', 'place', 'country'] as const).flatMap((name) =>
    form[name] === ''
      ? []
      : [`${name}=${name === 'type' || name === 'country' ? form[name].toUpperCase() : form[name]}`],
  )
}

async function wordsIn(db: Db, { id, kind, words, near }: Form): Promise<string[]> {
  const { text } = (await getArticle(db, { article: id })).reading.article
  const found = findWords(text, words, Number(near) || 0)
  if (!found)
    throw new AppError('desk.bad-judgement', `the article has no such words: “${words}”. Copy them from its text`)
  return [String(found.start), String(found.end), kind]
}

const DONE: Readonly<Record<ActName, string>> = {
  reject: 'This finding is rejected: it no longer counts.',
  code: 'Coded anew.',
  missing: 'Noted as missing.',
  merge: 'The two are one now.',
  split: 'Taken out: it stands by itself now.',
  undo: 'Taken back: what was there before holds again.',
}

/** The address to go back to, on this desk alone, with what was done, what undoes it, and what it brought about. */
function backWith({ back, action }: Form, { judgement, made }: Done): string {
  const base = 'http://desk.invalid'
  const url = URL.canParse(back, base) ? new URL(back, base) : new URL(base)
  const here = url.origin === base ? url : new URL(base)
  here.searchParams.set('done', action)
  for (const [name, value] of [
    ['undo', action === 'undo' ? null : judgement],
    ['made', made],
  ] as const)
    if (value === null) here.searchParams.delete(name)
    else here.searchParams.set(name, value)
  return here.pathname.replace(/^\/+/, '/') + here.search + here.hash
}

/** What the last judgement did, with the way to what it brought about and the button that takes it back. */
export function noticeOf(params: URLSearchParams, page: PageContext): Html | null {
  const name = params.get('done') ?? ''
  if (!Object.hasOwn(DONE, name)) return null
  const done = DONE[name as ActName]
  const [judgement, made] = ['undo', 'made'].map((field) => /^[jvx][0-9a-f]{12}$/.exec(params.get(field) ?? '')?.[0])
  const path = made ? `/${made.startsWith('v') ? 'event' : 'actor'}/${made}` : ''
  return html`${done}${path ? html` <a href="${page.href(path)}">See it</a>` : ''}${judgement ? html` ${undoButton(judgement, done, page)}` : ''}`
}

/** The page that asks who judges, with the judgement carried along. */
function askName(form: Form): View {
  const carried = Object.entries(form)
    .filter(([name]) => name !== 'by')
    .flatMap(([name, given]) => [given].flat().map((value) => [name, value] as const))
    .filter(([, value]) => value !== '')
  return {
    title: 'Who judges?',
    answers: false,
    lede: 'A judgement is signed. The desk remembers the name on this machine.',
    body: html`<form class="sign" method="post" action="/judge">${carried.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label>Your name <input name="by" required maxlength="80" autocomplete="name" autofocus></label> <button>Sign and file it</button></form>`,
  }
}
