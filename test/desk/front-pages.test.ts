import { expect, test } from 'vitest'
import type { NowAnswer } from '../../src/show/questions/now.ts'
import type { Story } from '../record/reading-of.ts'
import { answer, daily, reprint, wire } from '../record/stories.ts'
import { deskOver, wordsOf } from './small-record.ts'

const stories = [wire, daily, reprint]
const page = async (
  desk: { request: (path: string, init?: RequestInit) => Response | Promise<Response> },
  path: string,
  cookie = '',
) => (await desk.request(path, { headers: { cookie } })).text()

test('Now tells what the record holds, what led each day, and what came of a threat', async () => {
  const { desk } = await deskOver([...stories, answer])
  const words = wordsOf(await page(desk, '/'))
  expect(words).toContain('The record holds 3 events that 4 articles of 3 outlets tell of')
  expect(words).toContain('All that has a day lies between Friday 3 January 2020 and Wednesday 8 January 2020.')
  expect(words).toMatch(/Friday 3 January 2020 United States attacked Farid Rahmani in Baghdad ASSAULT/)
  expect(words).toContain('1 new threat')
  expect(words).toContain('Carried out 5 days later, it seems: Iran attacked the United States in Iraq')
  expect(words).toMatch(/On how many were killed .* 5 killed Meridian Wire 7 killed The Capital Daily/)
})

test('who has looked is told only what came after, and only a form says that one has looked', async () => {
  const { desk, add } = await deskOver(stories)
  const first = await page(desk, '/')
  expect(wordsOf(first)).toContain('New with what was added on Saturday 1 February 2020, 00:00 UTC')
  const until = /name="until" value="([^"]+)"/.exec(first)?.[1] ?? ''
  expect(until).toBe('2020-02-01T00:02:00.000Z')

  const seen = await desk.request('/seen', {
    method: 'POST',
    body: new URLSearchParams({ until, back: '/?country=IRQ' }),
    headers: { origin: 'http://localhost' },
  })
  expect([seen.status, seen.headers.get('location')]).toEqual([303, '/?country=IRQ'])
  const cookie = seen.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(wordsOf(await page(desk, '/', cookie))).toContain(
    'Since Saturday 1 February 2020, 00:02 UTC Nothing has been added',
  )

  await add(answer, '2020-02-02T09:30:00.000Z')
  expect(wordsOf(await page(desk, '/', cookie))).toContain('1 article brought 1 new event.')
  expect((await desk.request('/seen')).status).toBe(404)
})

test('a moment that is none, or a way back to another site, is refused', async () => {
  const { desk } = await deskOver([wire])
  const post = async (form: Record<string, string>) =>
    (
      await desk.request('/seen', {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { origin: 'http://localhost' },
      })
    ).status
  expect(await post({ until: 'yesterday' })).toBe(400)
  expect(await post({ until: '2020-02-01T00:00:00.000Z', back: '//elsewhere.example/' })).toBe(400)
  expect(await post({ until: '2020-02-01T00:00:00.000Z', back: '/\\elsewhere.example/' })).toBe(400)
})

test('a known event that stands differently is told with how', async () => {
  const { desk, add } = await deskOver([wire])
  await add(daily, '2020-02-02T09:30:00.000Z')
  const words = wordsOf(await page(desk, '/?since=2020-02-01T00:00:00.000Z'))
  expect(words).toContain('1 article brought no new event and changed what is held of 1 known event')
  expect(words).toMatch(/killed: 5 → 7; origins: 1 → 2/)
})

test('the page of now and its JSON agree on what is new', async () => {
  const { desk } = await deskOver([...stories, answer])
  const since = '2020-02-01T00:02:30Z'
  const json = (await (await desk.request(`/now.json?since=${since}`)).json()) as NowAnswer
  expect([json.news.newEvents, json.news.newThreats, json.news.newArticles]).toEqual([1, 0, 1])
  expect(wordsOf(await page(desk, `/?since=${since}`))).toContain('1 article brought 1 new event')
})

test('events are a reading list by day, under the filter as a sentence', async () => {
  const { desk } = await deskOver([...stories, answer])
  const html = await page(desk, '/events?type=ASSAULT')
  expect(html).toContain('<h1>Attack (ASSAULT)</h1>')
  const days = [...html.matchAll(/<h2><time[^>]*>([^<]*)<\/time> <span class="quiet">([^<]*)/g)].map(
    (m) => `${m[1]}: ${m[2]}`,
  )
  expect(days).toEqual(['Friday 3 January 2020: 1 event', 'Wednesday 8 January 2020: 1 event'])
  expect(wordsOf(await page(desk, '/events?place=Baghdad'))).toContain('What happened, in Baghdad')
})

test('the map has a dot for a named point, hatches a country, and lists what is nowhere', async () => {
  const { desk } = await deskOver([...stories, answer])
  const html = await page(desk, '/map')
  expect(html).toMatch(
    /<a href="\/events\?country=IRQ&amp;place=Baghdad" aria-label="Baghdad, Iraq: 1 event: 1 of material conflict"/,
  )
  expect(html.match(/class="hatched" d=/g)).toHaveLength(2) // Iraq, at two widths
  expect(wordsOf(html)).toContain('Nowhere in particular 1 event: 1 of verbal conflict.')
  expect(wordsOf(await page(desk, '/map?from=2020-01-08&until=2020-01-09'))).toContain(
    'Of 1 event, 0 are placed nearer than a country',
  )
})

test('an empty record says what would stand here and how to fill it', async () => {
  const { desk } = await deskOver([])
  for (const path of ['/', '/events', '/map']) expect(wordsOf(await page(desk, path))).toContain('rubicon add FOLDER')
})

test('a filter that nothing fits is told so', async () => {
  const { desk } = await deskOver([wire satisfies Story])
  expect(wordsOf(await page(desk, '/?type=AID'))).toContain('No event of the record fits the filter')
})
