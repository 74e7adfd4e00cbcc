import { expect, test } from 'vitest'
import type { Story } from '../record/reading-of.ts'
import { daily, wire } from '../record/stories.ts'
import { lettersOf, pageAt, smallDesk } from './small-desk.ts'

const harbour: Story = {
  outlet: 'The Harbour Post',
  published: '2020-01-05',
  text: 'Anders Lind said that the port was closed.',
  who: { lind: { name: 'Anders Lind', country: 'NOR' } },
  said: [{ id: 'a1', speaker: 'lind', source: 'Anders Lind', cue: 'said', content: 'that the port was closed' }],
}

type Desk = Awaited<ReturnType<typeof smallDesk>>
const json = async <T>({ app }: Desk, path: string): Promise<T> => (await app.request(path)).json() as Promise<T>
const words = (page: string): string => lettersOf(page).replace(/\s+/g, ' ')

/** Send the form of a page that holds these words, as a browser would; back comes where it leads. */
async function send({ app }: Desk, page: string, button: string, marked: readonly string[] = []): Promise<string> {
  const form = [...page.matchAll(/<form[^>]*action="\/judge".*?<\/form>/gs)]
    .map((m) => m[0])
    .find((f) => f.includes(button))
  if (!form) throw new Error(`no form says "${button}"`)
  const fields = new URLSearchParams({ by: 'Ana' })
  for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    fields.append(name, value.replaceAll('&amp;', '&'))
  for (const part of marked) {
    expect(form).toContain(`<input type="checkbox" name="part" value="${part}"`)
    fields.append('part', part)
  }
  fields.append('action', /<button name="action" value="([^"]*)"/.exec(form)?.[1] ?? '')
  const done = await app.request('/judge', { method: 'POST', body: fields, headers: { origin: 'http://localhost' } })
  expect(done.status).toBe(303)
  return done.headers.get('location') ?? ''
}

type Event = {
  id: string
  actors: { id: string; name: string }[]
  recipients: { id: string; name: string }[]
  reports: number
}
const eventsOf = async (desk: Desk) => (await json<{ rows: Event[] }>(desk, '/events.json')).rows
const rahmaniOf = async (desk: Desk): Promise<string> => (await eventsOf(desk))[0]?.recipients[0]?.id ?? ''

test('what an actor is called by can be split off by its name, put together again by the page, and each is explained first', async () => {
  const desk = await smallDesk(wire, daily)
  const rahmani = await rahmaniOf(desk)
  const before = await pageAt(desk.app, `/same/${rahmani}`)
  expect(words(before)).toContain('What is marked becomes an actor of its own, with all that it did and said there')
  expect(words(before)).toContain('all that is called Fareed Rahmany in 1 article')
  const after = await send(desk, before, 'Split off what is marked', ['Fareed Rahmany'])
  expect(after).toMatch(/^\/actor\/x[0-9a-f]{12}\?done=split&undo=j[0-9a-f]{12}&made=x[0-9a-f]{12}$/)
  const page = await pageAt(desk.app, after)
  expect(words(page)).toContain('Taken out: it stands by itself now. See it Undo')
  expect(words(page)).toContain('CalledFarid Rahmani since Friday 3 January 2020General Rahmani')
  expect(words(page)).not.toContain('Fareed Rahmany since')

  const made = /made=(x\w+)/.exec(after)?.[1] ?? ''
  expect(words(await pageAt(desk.app, `/actor/${made}`))).toContain('CalledFareed Rahmany')
  expect(words(await pageAt(desk.app, '/search?words=Rahmany'))).toContain('Fareed Rahmany')
  const two = await pageAt(desk.app, `/same/${made}`)
  expect(words(two)).toContain('Called by a like nameFarid Rahmani IRN MIL person · also called General Rahmani')
  const together = await send(desk, two, 'call it Farid Rahmani')
  expect(together).toMatch(new RegExp(`^/actor/${rahmani}\\?done=merge`))
  expect(words(await pageAt(desk.app, together))).toContain('A person judged Fareed Rahmany to be the same.')
})

test('a split is undone by the button of the page after it, and leaves no empty actor behind', async () => {
  const desk = await smallDesk(wire, daily)
  const before = await eventsOf(desk)
  const rahmani = await rahmaniOf(desk)
  const parts = (await json<{ parts: { article: string; name: string }[] }>(desk, `/same/${rahmani}.json`)).parts
  const article = parts.find((p) => p.name === 'Fareed Rahmany')?.article ?? ''
  const after = await send(desk, await pageAt(desk.app, `/same/${rahmani}`), 'Split off what is marked', [article])
  expect(await eventsOf(desk)).not.toEqual(before)
  await send(desk, await pageAt(desk.app, after), '>Undo<')
  expect(await eventsOf(desk)).toEqual(before)
  expect(words(await pageAt(desk.app, '/search?words=Rahmany&kind=actor'))).not.toContain('Fareed Rahmany IRN')
})

test('another actor is found by words without a script; a country is no actor to be judged', async () => {
  const desk = await smallDesk(wire, harbour)
  const rahmani = await rahmaniOf(desk)
  const look = async (asked: string) => words(await pageAt(desk.app, `/same/${rahmani}?words=${asked}`))
  expect(await look('lind')).toContain('Called “lind”Anders Lind NOR person · in 1 article')
  expect(await look('united')).toContain('Nobody in the record goes by “united”.')
  expect(words(await pageAt(desk.app, '/same/IRN', 404))).toContain('is a country, not an actor of its own')
})

test('two events are put together from the page of what is like one, and taken apart again', async () => {
  const desk = await smallDesk(wire, daily)
  const [strike] = await eventsOf(desk)
  const { reports } = await json<{ reports: { id: string; trigger: string }[] }>(desk, `/event/${strike?.id}.json`)
  expect(reports).toHaveLength(3)
  const after = await send(desk, await pageAt(desk.app, `/event/${strike?.id}`), 'Not this event: “attack”')
  expect(after).toMatch(new RegExp(`^/event/${strike?.id}\\?done=split&undo=j\\w+&made=v\\w+$`))
  expect((await eventsOf(desk)).map((e) => e.reports)).toEqual([2, 1, 1])

  const same = await pageAt(desk.app, `/same/${strike?.id}`)
  expect(words(same)).toContain('Of the same kind, near in time, with a party in common')
  const together = await send(desk, same, 'The same event')
  expect((await eventsOf(desk)).map((e) => e.reports)).toEqual([3, 1])
  expect(words(await pageAt(desk.app, together))).toContain('The two are one now. Undo')
  await send(desk, await pageAt(desk.app, together), '>Undo<')
  expect((await eventsOf(desk)).map((e) => e.reports)).toEqual([2, 1, 1])
})

test('the list of changes takes a judgement back as well, once', async () => {
  const desk = await smallDesk(wire, daily)
  const [strike] = await eventsOf(desk)
  await send(desk, await pageAt(desk.app, `/event/${strike?.id}`), 'Not this event')
  await send(desk, await pageAt(desk.app, '/changes'), 'Undo: Ana took one apart')
  expect((await eventsOf(desk)).map((e) => e.reports)).toEqual([3, 1])
  expect(words(await pageAt(desk.app, '/changes'))).toContain('Ana took one apart')
  expect(words(await pageAt(desk.app, '/changes'))).toContain('taken back since')
})
