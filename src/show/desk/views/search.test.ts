import { expect, test } from 'vitest'
import { lettersOf, pageAt, smallDesk } from '../../../../test/desk/small-desk.ts'
import { answer, daily, wire } from '../../../../test/record/stories.ts'

test('hits stand under their kinds with the words lit in the sentences', async () => {
  const { app } = await smallDesk(wire, daily, answer)
  const page = await pageAt(app, '/search?words=strike')
  const kinds = [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map((m) => m[1])
  expect(kinds).toEqual(['Events', 'Articles'])
  expect(page).toContain('General Rahmani killed in <mark>strike</mark>')
  expect(lettersOf(page)).toContain('“The United States killed General Farid Rahmani in an air strike near Baghdad')
  expect(page.match(/<mark>[^<]*<\/mark>/g)?.every((m) => m === '<mark>strike</mark>')).toBe(true)
})

test('one kind alone, by its tab, in the page as in its JSON twin', async () => {
  const { app } = await smallDesk(wire, daily, answer)
  const page = await pageAt(app, '/search?words=iran*&kind=actor')
  expect(page).toMatch(/aria-current="page">Actors</)
  expect([...page.matchAll(/class="actor" href="[^"]*">(.*?)</g)].map((m) => m[1])).toEqual(['Iran'])
  const { rows } = (await (await app.request('/search.json?words=iran*&kind=actor')).json()) as {
    rows: { kind: string }[]
  }
  expect(rows.map((r) => r.kind)).toEqual(['actor'])
})

test('no words, and words that nothing holds, say what to do', async () => {
  const { app } = await smallDesk(answer)
  expect(lettersOf(await pageAt(app, '/search'))).toContain('Here stand the hits.')
  const none = await pageAt(app, '/search?words=zeppelin')
  expect(lettersOf(none)).toContain('Nothing in the record holds these words.')
  expect(none).toContain('href="/search?words=zeppe*"')
})
