import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenDesk, openSampleDesk } from './open-desk.ts'
import { samplePages } from './pages.ts'

let desk: OpenDesk
let pages: Readonly<Record<string, string>>
beforeAll(async () => {
  desk = await openSampleDesk()
  pages = await samplePages(desk)
}, 180_000)
afterAll(() => desk?.close())

test('each page and its JSON twin tell of the same events, actors and articles', async () => {
  const missing: string[] = []
  for (const [name, address] of Object.entries(pages)) {
    const html = await (await fetch(desk.url + address)).text()
    const twin = /<link rel="alternate" type="application\/json" href="([^"]+)"/
      .exec(html)?.[1]
      ?.replaceAll('&amp;', '&')
    expect(twin, name).toBeDefined()
    const response = await fetch(desk.url + twin)
    expect(response.status, `${name}: ${twin}`).toBe(200)
    const json = await response.text()
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    for (const [, id = ''] of main.matchAll(/href="\/(?:event|actor|article)\/([vxa][0-9a-f]{12})/g))
      if (!json.includes(id)) missing.push(`${name}: ${id} is on the page, not in its JSON`)
  }
  expect(missing).toEqual([])
})

test('each page has its CSV, with a head where it has rows', async () => {
  for (const [name, address] of Object.entries(pages)) {
    const [path = '', query = ''] = (address === '/' ? '/now' : address).split('?')
    const response = await fetch(`${desk.url}${path}.csv?${query}`)
    expect([name, response.status, response.headers.get('content-type')]).toEqual([
      name,
      200,
      'text/csv; charset=utf-8',
    ])
  }
})
