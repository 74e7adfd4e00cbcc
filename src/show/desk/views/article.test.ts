import { expect, test } from 'vitest'
import { lettersOf, pageAt, smallDesk } from '../../../../test/desk/small-desk.ts'
import type { Story } from '../../../../test/record/reading-of.ts'
import { wire } from '../../../../test/record/stories.ts'

const idIn = async (desk: Awaited<ReturnType<typeof smallDesk>>): Promise<string> =>
  (await desk.db.selectFrom('article').select('public_id').executeTakeFirstOrThrow()).public_id

const nested: Story = {
  outlet: 'Harbour Post',
  published: '2020-01-05',
  text: 'The report\nOkafor said that Lind had vowed to burn <b>the</b> port & "sink it all" on Friday.',
  who: {
    okafor: { name: 'Okafor' },
    lind: { name: 'Lind' },
    port: { name: 'port', kind: 'place', words: ['the</b> port'] },
  },
  said: [
    {
      id: 'a0',
      speaker: 'okafor',
      source: 'Okafor',
      cue: 'said',
      content: 'Lind had vowed to burn <b>the</b> port & "sink it all" on Friday',
    },
    {
      id: 'a1',
      speaker: 'lind',
      source: 'Lind',
      cue: 'vowed',
      content: 'to burn <b>the</b> port & "sink it all"',
      within: 'a0',
    },
  ],
  did: [{ type: 'THREATEN', trigger: 'vowed', actors: ['lind'], recipients: [], day: '2020-01-03', saidBy: ['a0'] }],
}

test('the text stands letter for letter, whatever lies over it, and nothing of it is markup', async () => {
  const desk = await smallDesk(nested)
  const page = await pageAt(desk.app, `/article/${await idIn(desk)}`)
  expect(page).not.toContain('<b>')
  const text = (/<div class="text"[^>]*>(.*?)<\/div>/s.exec(page)?.[1] ?? '').replace(
    /<span class="note.*?<\/span>/gs,
    '',
  )
  expect(lettersOf(text).trim()).toBe(nested.text.split('\n')[1])
})

test('a speaker stands in the margin, with whose words his are told in; the card tells source, cue and content', async () => {
  const desk = await smallDesk(nested)
  const page = await pageAt(desk.app, `/article/${await idIn(desk)}`)
  const notes = [...page.matchAll(/<span class="note [^"]*">(.*?)<\/span>/gs)].map((m) => lettersOf(m[1] ?? '').trim())
  expect(notes).toEqual(['Okafor', 'vowed: Friday 3 January 2020', 'Lind as told by Okafor'])
  const card = lettersOf(/<li class="card" id="c-a1".*?<\/li>/s.exec(page)?.[0] ?? '')
  expect(card).toContain('Lind vowed')
  expect(card).toContain('to burn <b>the</b> port & "sink it all"')
  expect(card).toContain('as told by Okafor')
})

test('an event is a link to its card by class and status, the card tells who, what, whom, when, where and how many', async () => {
  const desk = await smallDesk(wire)
  const page = await pageAt(desk.app, `/article/${await idIn(desk)}`)
  expect(page).toMatch(/<a class="[^"]*ev q4 st-happened[^"]*" id="f-v1" href="#c-v1"/)
  const card = lettersOf(/<li class="card status-happened" id="c-v1".*?<\/li>/s.exec(page)?.[0] ?? '')
  expect(card.replace(/\s+/g, ' ')).toContain('United States USA GOV attacked Farid Rahmani IRN MIL ASSAULT aerial')
  expect(card).toContain('Friday 3 January 2020 · Baghdad, Iraq · 5 killed')
})

test('the sentence at a letter is lit and can be gone to', async () => {
  const desk = await smallDesk(wire)
  const at = wire.text.indexOf('Five')
  const page = await pageAt(desk.app, `/article/${await idIn(desk)}?at=${at}`)
  expect(page.match(/id="at"/g)).toHaveLength(1)
  const lit = [...page.matchAll(/<(?:span|a) class="[^"]*\bhere\b[^"]*"[^>]*>(.*?)<\/(?:span|a)>/gs)].map((m) => m[1])
  expect(lettersOf(lit.join('')).trim()).toBe('Five people died, an Iraqi official said.')
})

test('the page and its JSON twin tell the same findings', async () => {
  const desk = await smallDesk(wire)
  const id = await idIn(desk)
  const page = await pageAt(desk.app, `/article/${id}`)
  const { findings } = (await (await desk.app.request(`/article/${id}.json`)).json()) as {
    findings: Record<string, unknown>
  }
  const cards = [...page.matchAll(/id="c-([av]\d+)"/g)].map((m) => m[1])
  expect(cards.toSorted()).toEqual(Object.keys(findings).toSorted())
  await pageAt(desk.app, '/article/a000000000000', 404)
})
