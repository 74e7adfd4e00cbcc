import { expect, test } from 'vitest'
import { answer, daily, wire } from '../record/stories.ts'
import { deskOver, wordsOf } from './small-record.ts'

const PAGES = ['/', '/events', '/statements', '/disputes', '/words-and-deeds', '/map', '/network', '/sources', '/search?words=strike', '/changes', '/relations', '/method'] // biome-ignore format: one line

test('every page of a record that holds nothing says what would stand there and how to fill it', async () => {
  const { desk } = await deskOver([])
  for (const path of PAGES) {
    const response = await desk.request(path)
    const words = wordsOf(await response.text())
    expect([path, response.status]).toEqual([path, 200])
    expect(words, path).toMatch(/rubicon add FOLDER|Nothing in the record holds these words/)
    const json = await desk.request(path === '/' ? '/now.json' : path.replace(/(?=\?|$)/, '.json'))
    expect([path, json.status]).toEqual([path, 200])
  }
})

test('what is not in the record is 404 and what cannot be asked 400, in words, without twins that lead nowhere', async () => {
  const { desk } = await deskOver([wire])
  const cases: [path: string, status: number, words: string][] = [
    ['/event/v000000000000', 404, 'No event v000000000000 is in the record. Try: rubicon ask events.'],
    ['/actor/Nobody', 404, 'Nobody called "Nobody" is in the record.'],
    ['/nowhere', 404, 'There is no page /nowhere on this desk.'],
    ['/dyad/IRN', 400, 'recipient is missing: the other: a country code such as IRN'],
    ['/events?from=yesterday', 400, 'from is a day such as 2020-01-08, not "yesterday".'],
    ['/events?limit=0', 400, 'limit is at least 1, not "0".'],
    ['/events?limit=some', 400, 'limit is a number, not "some".'],
    ['/disputes?about=luck', 400, 'about is one of status, killed, injured, day, place, actor, not "luck".'],
    ['/events?colour=red', 400, 'Events takes no colour. It takes: actor, recipient'],
    ['/events?cursor=luck', 400, '"luck" is not a cursor that an answer gave.'],
  ]
  for (const [path, status, words] of cases) {
    const response = await desk.request(path)
    const html = await response.text()
    expect([path, response.status]).toEqual([path, status])
    expect(wordsOf(html)).toContain(words)
    expect(html).not.toContain('rel="alternate"')
    expect(html).not.toContain('This page as data')
  }
})

test('errors of the API, of data and of exports have one shape', async () => {
  const { desk } = await deskOver([wire])
  for (const [path, status, code] of [
    ['/api/nothing', 404, 'desk.no-such-question'],
    ['/api/event?event=v000000000000', 404, 'ask.no-such-event'],
    ['/api/events?colour=red', 400, 'desk.no-such-field'],
    ['/events.json?from=soon', 400, 'desk.bad-input'],
    ['/events.csv?cursor=luck', 400, 'ask.bad-cursor'],
    ['/export/actors.geojson', 404, 'desk.no-such-export'],
  ] as const) {
    const response = await desk.request(path)
    const problem = (await response.json()) as Record<string, unknown>
    expect([path, response.status]).toEqual([path, status])
    expect(Object.keys(problem)).toEqual(['ok', 'status', 'code', 'message'])
    expect([problem.ok, problem.status, problem.code]).toEqual([false, status, code])
  }
})

test('who holds an answer already is told so: by its tag among others, weak or strong, until the record changes', async () => {
  const { desk, add } = await deskOver([wire])
  const first = await desk.request('/api/events')
  const tag = first.headers.get('etag') ?? ''
  const again = async (held: string) =>
    (await desk.request('/api/events', { headers: { 'if-none-match': held } })).status
  expect(tag).toMatch(/^W\/"/)
  expect(await again(tag)).toBe(304)
  expect(await again(`"other", ${tag}`)).toBe(304)
  expect(await again(tag.replace('W/', ''))).toBe(304)
  expect(await again('*')).toBe(304)
  expect(await again('"other"')).toBe(200)
  await add(daily, '2020-02-01T01:00:00.000Z')
  expect(await again(tag)).toBe(200)
})

test('pages asked while articles come in show what is recorded by then', async () => {
  const { desk, add } = await deskOver([wire])
  const count = async () => ((await (await desk.request('/api/events')).json()) as { rows: unknown[] }).rows.length
  const before = await count()
  const [during] = await Promise.all([
    desk.request('/'),
    add(answer, '2020-02-01T02:00:00.000Z'),
    desk.request('/events'),
  ])
  expect(during.status).toBe(200)
  expect(await count()).toBeGreaterThan(before)
})

test('a slash too many leads to the page, never to another host', async () => {
  const { desk } = await deskOver([wire])
  const led = async (path: string) => {
    const response = await desk.request(path)
    return [response.status, response.headers.get('location')]
  }
  expect(await led('/events/?from=2020-01-03')).toEqual([301, '/events?from=2020-01-03'])
  expect(await led('http://localhost//elsewhere.example/')).toEqual([301, '/elsewhere.example'])
})

test('a search for words to leave out alone, or for no word, says what to type', async () => {
  const { desk } = await deskOver([wire])
  const words = async (path: string) => wordsOf(await (await desk.request(path)).text())
  expect(await words('/search?words=-strike')).toContain('These are words to leave out alone. Add one to look for')
  expect(await words('/search?words=%22')).toContain('There is no word in this.')
  expect(await words('/search?words=missile%20-drone')).toContain('Nothing in the record holds these words.')
})
