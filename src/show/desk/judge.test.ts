import type { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { lettersOf, pageAt, smallDesk } from '../../../test/desk/small-desk.ts'
import { answer, wire } from '../../../test/record/stories.ts'
import { getArticle } from '../../record/index.ts'

const filed = (app: Hono, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  app.request('/judge', {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

async function deskWith(story: typeof wire) {
  const { app, db } = await smallDesk(story)
  const { public_id: article } = await db.selectFrom('article').select('public_id').executeTakeFirstOrThrow()
  const asked = async () => getArticle(db, { article })
  const report = (await asked()).findings.v0?.id ?? ''
  return { app, article, asked, report, back: `/article/${article}` }
}

describe('POST /judge', () => {
  test('“wrong” takes a finding out, leads back with a button that undoes it, and undo brings it back', async () => {
    const { app, asked, report, back } = await deskWith(answer)
    const done = await filed(app, { action: 'reject', id: report, by: 'Ana', back })
    expect(done.status).toBe(303)
    expect(done.headers.get('set-cookie')).toContain('judge=Ana; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax')
    expect((await asked()).findings.v0?.holds).toBe(false)
    const place = done.headers.get('location') ?? ''
    expect(place).toMatch(/^\/article\/a[0-9a-f]{12}\?done=.*&undo=j[0-9a-f]{12}$/)
    const page = await pageAt(app, place)
    expect(lettersOf(/<div class="notice".*?<\/div>/s.exec(page)?.[0] ?? '')).toBe(
      'This finding is rejected: it no longer counts. Undo',
    )
    expect(page).not.toContain('id="c-v0"')
    const judgement = /undo=(j\w+)/.exec(place)?.[1] ?? ''
    const undone = await filed(app, { action: 'undo', id: judgement, back }, { cookie: 'judge=Ana' })
    expect(undone.headers.get('location')).not.toContain('undo=')
    expect((await asked()).findings.v0?.holds).toBe(true)
  })

  test('who has not said a name is asked for it, and what was judged is carried along', async () => {
    const { app, asked, report, back } = await deskWith(answer)
    const page = await (await filed(app, { action: 'reject', id: report, back, note: 'a "drill"' })).text()
    expect(page).toContain('Who judges?')
    expect(page).toContain('<input type="hidden" name="note" value="a &quot;drill&quot;">')
    expect((await asked()).judgements).toEqual([])
  })

  test('a report is coded by its fields; a field left empty stays; a code that is none is refused', async () => {
    const { app, asked, report, back } = await deskWith(answer)
    await filed(app, { action: 'code', id: report, by: 'Ana', back, type: 'coerce', status: '', country: 'irn' })
    expect((await asked()).findings.v0?.coded).toMatchObject({ type: 'COERCE', status: 'happened', country: 'IRN' })
    const refused = await filed(app, { action: 'code', id: report, by: 'Ana', back, status: 'perhaps' })
    expect(refused.status).toBe(400)
  })

  test('what is missing is found by its words, across a line break too, at the place nearest to where they were marked', async () => {
    const { app, article, asked, back } = await deskWith(wire)
    const file = (words: string, near: string) =>
      filed(app, { action: 'missing', id: article, by: 'Ana', kind: 'event', words, near, back })
    await file('strike The United', '0')
    await file('killed', '60')
    expect((await asked()).judgements.map((j) => j.detail)).toEqual([
      { start: 26, end: 43, kind: 'event' },
      { start: wire.text.indexOf('killed', 30), end: wire.text.indexOf('killed', 30) + 6, kind: 'event' },
    ])
    expect((await file('no such words', '0')).status).toBe(400)
  })

  test('the way back stays on the desk, another site cannot judge, and GET judges nothing', async () => {
    const { app, asked, report } = await deskWith(answer)
    for (const back of [
      'https://elsewhere.example/x',
      '//elsewhere.example/x',
      '/\\elsewhere.example',
      'javascript:alert(1)',
    ]) {
      const done = await filed(app, { action: 'reject', id: report, by: 'Ana', back })
      if (done.status === 303) {
        const place = new URL(done.headers.get('location') ?? '', 'http://localhost')
        expect(place.origin).toBe('http://localhost')
        await filed(app, { action: 'undo', id: place.searchParams.get('undo') ?? '', by: 'Ana' })
      }
    }
    const foreign = await filed(
      app,
      { action: 'reject', id: report, by: 'Eve' },
      { origin: 'https://elsewhere.example' },
    )
    expect(foreign.status).toBe(403)
    expect((await app.request(`/judge?action=reject&id=${report}&by=Eve`)).status).toBe(404)
    expect((await asked()).findings.v0?.holds).toBe(true)
  })

  test('a judgement is bounded', async () => {
    const { app, report } = await deskWith(answer)
    expect((await filed(app, { action: 'reject', id: report, by: 'A'.repeat(81) })).status).toBe(400)
    expect((await filed(app, { action: 'reject', id: report, by: 'Ana', note: 'n'.repeat(70_000) })).status).toBe(413)
    expect((await filed(app, { action: 'burn', id: report, by: 'Ana' })).status).toBe(400)
  })
})
