import { createHash } from 'node:crypto'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { AppError, programVersion } from '../../base/index.ts'
import { type Db, lastRevision } from '../../record/index.ts'
import { csvOf } from '../export/csv.ts'
import { QUESTIONS } from '../questions/questions.ts'
import { narrowed, type Request, readInput, readRequest } from './ask.ts'
import type { Asset } from './assets.ts'
import { problemOf } from './errors.ts'
import { exportFile } from './export-route.ts'
import { addressOf, readFilter } from './filter.ts'
import { type Frame, pageOf } from './frame.ts'
import { addJudging, noticeOf } from './judge.ts'
import { openApi } from './openapi.ts'
import { problemView } from './problem-view.ts'
import { recordDays } from './record-days.ts'
import { addSeen, seenIn } from './seen.ts'
import type { PageContext, View } from './view.ts'
import { tablesView, VIEWS } from './views.ts'

export type DeskOptions = {
  /** The record, opened for reading alone. */
  readonly db: Db
  /** Its file: opened for writing while a judgement is made. */
  readonly record: string
  readonly assets: ReadonlyMap<string, Asset>
  /** Hosts by which the desk may be called, with their port: `localhost:4600`. Any where undefined. */
  readonly hosts?: readonly string[] | undefined
  /** Where failures that nobody foresaw are told. */
  readonly log: (line: string) => void
}

const LARGEST_BODY = 64 * 1024
const LONGEST_ADDRESS = 4096

/** The desk over one record: pages, their JSON and CSV, the API, assets. */
export function makeDesk(options: DeskOptions): Hono {
  const { db, assets } = options
  const app = new Hono()
  const frame = frameOf(assets)
  const days = recordDays(db)

  app.use(compress())
  app.use(onlyKnownHosts(options.hosts))
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: false,
    }),
  )
  app.use(csrf())
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (c) => fail(c, new AppError('desk.too-large', `more than ${LARGEST_BODY} bytes`)),
    }),
  )

  const fail = (c: Context, thrown: unknown): Response | Promise<Response> => {
    const problem = problemOf(thrown)
    if (problem.status === 500)
      options.log(
        `${c.req.method} ${c.req.path}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`,
      )
    c.status(problem.status)
    if (/^\/(?:api|export)\/|\.(?:json|csv)$/.test(c.req.path)) return c.json(problem)
    return show(c, problemView(problem))
  }
  /** A page that answers no question. */
  const show = (c: Context, view: View): Response | Promise<Response> => {
    const page = contextOf(c, {
      question: QUESTIONS[0] as Request['question'],
      input: {},
      form: 'page',
      path: c.req.path,
      fields: undefined,
    })
    return c.html(pageOf(view, page, frame) as Promise<string>)
  }
  app.onError((thrown, c) => fail(c, thrown))
  app.notFound((c) => fail(c, new AppError('desk.no-such-page', `there is no page ${c.req.path} on this desk`)))

  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'))
    if (!asset) throw new AppError('desk.no-such-asset', `the desk has no file ${c.req.param('name')}`)
    const tag = `"${asset.hash}"`
    c.header('etag', tag)
    c.header('content-type', asset.type)
    c.header('cache-control', c.req.query('v') ? 'public, max-age=31536000, immutable' : 'no-cache')
    return holds(c, tag) ? c.body(null, 304) : c.body(asset.body)
  })
  addSeen(app)
  addJudging(app, { record: options.record, show })
  app.get('/favicon.ico', (c) => c.redirect('/assets/mark.svg'))

  app.get('/api/openapi.json', (c) => c.json(openApi(programVersion())))
  app.get('/export/:file', (c) => exportFile(c, db, c.req.param('file')))

  app.get('/api/:name', async (c) => {
    const question = QUESTIONS.find((q) => q.name === c.req.param('name'))
    if (!question)
      throw new AppError(
        'desk.no-such-question',
        `the API has no question ${c.req.param('name')}. It has: ${QUESTIONS.map((q) => q.name).join(', ')}`,
      )
    const { input, fields } = readInput(question, new URL(c.req.url).searchParams)
    return (await unchanged(c, db, frame)) ?? c.json(narrowed((await question.answer(db, input)).value, fields))
  })

  app.get('*', async (c) => {
    if (c.req.url.length > LONGEST_ADDRESS)
      throw new AppError('desk.too-large', `the address is longer than ${LONGEST_ADDRESS} signs`)
    const url = new URL(c.req.url)
    // Nothing on this desk ends in a slash, yet people type one; `//` would lead to another host.
    const whole = url.pathname.replace(/^\/+/, '/').replace(/(?<=.)\/+$/, '')
    if (whole !== url.pathname) return c.redirect(whole + url.search, 301)
    const request = sinceSeen(c, readRequest(url.pathname, url.searchParams))
    const same = await unchanged(c, db, frame)
    if (same) return same
    const answer = await request.question.answer(db, request.input)
    if (request.form === 'json') return c.json(narrowed(answer.value, request.fields))
    if (request.form === 'csv') {
      const rows = answer.rows()
      const columns = Object.keys(rows[0] ?? {}).filter((name) => !request.fields || request.fields.includes(name))
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `inline; filename="${request.question.name}.csv"`)
      return c.body(csvOf(columns, rows, { head: true }))
    }
    const page = { ...contextOf(c, request), next: answer.next, days: await days() }
    const render = VIEWS[request.question.name]
    const view: View = render ? await render(answer.value, page) : tablesView(answer.sections(), page)
    return c.html(pageOf(view, page, { ...frame, notice: noticeOf(url.searchParams, page) }) as Promise<string>)
  })
  return app
}

/** The page of what is new begins where its reader last looked, unless the address says another moment. */
function sinceSeen(c: Context, request: Request): Request {
  const since = seenIn(getCookie(c, 'seen'))
  if (request.question.name !== 'now' || request.form !== 'page' || since === null || request.input.since !== undefined)
    return request
  return { ...request, input: { ...request.input, since } }
}

/** The theme the reader chose; the machine's own where undefined. */
function themeIn(cookie: string | undefined): 'light' | 'dark' | undefined {
  return cookie === 'light' || cookie === 'dark' ? cookie : undefined
}

/** What a view may know of the request: its filter, its addresses, its cookies. */
function contextOf(c: Context, request: Request): PageContext {
  const filter = readFilter(new URL(c.req.url).searchParams)
  return {
    question: request.question,
    path: request.path,
    filter,
    input: request.input,
    days: null,
    next: null,
    seen: seenIn(getCookie(c, 'seen')),
    judge: getCookie(c, 'judge') ?? null,
    theme: themeIn(getCookie(c, 'theme')),
    href: (path, changes = {}) =>
      addressOf(
        path.replace(/^(\/[^?]*)$/, (p) => encodeURI(p)),
        filter,
        changes,
      ),
  }
}

/** Answers 304 where the reader holds this answer already: the record, the desk and the address are as they were. */
async function unchanged(c: Context, db: Db, frame: Frame & { readonly build: string }): Promise<Response | null> {
  const key = [await lastRevision(db), frame.build, c.req.url, c.req.header('cookie') ?? ''].join(' ')
  const tag = `W/"${createHash('sha256').update(key).digest('base64url').slice(0, 20)}"`
  c.header('etag', tag)
  c.header('cache-control', 'private, no-cache')
  return holds(c, tag) ? c.body(null, 304) : null
}

/** Whether the asker says that it holds this: by one of the tags it names, weak or strong, or by `*`. */
function holds(c: Context, tag: string): boolean {
  const plain = (one: string): string => one.trim().replace(/^W\//, '')
  return (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim() === '*' || plain(one) === plain(tag))
}

/** A page that another site's name leads to is refused: no name but the desk's own may be in `Host`. */
function onlyKnownHosts(hosts: readonly string[] | undefined): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    if (hosts && !hosts.includes(host.toLowerCase()))
      throw new AppError('desk.forbidden-host', `the desk is not called ${host}. Call it by ${hosts[0]}`)
    await next()
  }
}

function frameOf(assets: ReadonlyMap<string, Asset>): Frame & { readonly build: string } {
  const asset = (name: string): string => `/assets/${name}?v=${assets.get(name)?.hash ?? '0'}`
  return {
    asset,
    scripts: assets.has('desk.js') ? ['desk.js'] : [],
    build: createHash('sha256')
      .update([...assets.values()].map((a) => a.hash).join())
      .digest('hex')
      .slice(0, 8),
  }
}
