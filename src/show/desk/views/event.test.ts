import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskOver, wordsOf } from '../../../../test/desk/small-record.ts'
import type { Story } from '../../../../test/record/reading-of.ts'
import { answer, daily, reprint, wire } from '../../../../test/record/stories.ts'
import { type Db, listEvents, merge } from '../../../record/index.ts'

const usa = {
  name: 'United States',
  kind: 'state',
  country: 'USA',
  sectors: ['GOV'],
  words: ['The United States'],
} as const

/** The one accused says that nobody died. */
const denial: Story = {
  outlet: 'Potomac Gazette',
  published: '2020-01-05',
  text: 'The United States denied that it killed anyone when it struck a convoy of General Farid Rahmani near Baghdad on 3 January.',
  who: {
    usa,
    rahmani: { name: 'Farid Rahmani', country: 'IRN', sectors: ['MIL'], words: ['General Farid Rahmani'] },
  },
  said: [
    {
      id: 'a1',
      speaker: 'usa',
      source: 'The United States',
      cue: 'denied',
      content: 'that it killed anyone when it struck a convoy of General Farid Rahmani near Baghdad on 3 January',
    },
  ],
  did: [
    {
      type: 'ASSAULT',
      mode: 'aerial',
      trigger: 'struck',
      actors: ['usa'],
      recipients: ['rahmani'],
      day: '2020-01-03',
      place: ['Baghdad', 'IRQ', 33.3, 44.4],
      killed: [0, 0],
      status: 'denied',
      saidBy: ['a1'],
    },
  ],
}

let page: (path: string) => Promise<string>
let db: Db
let ids: string[]
beforeAll(async () => {
  const made = await deskOver([wire, daily, reprint, denial, answer])
  db = made.db
  page = async (path) => (await made.desk.request(path)).text()
  ids = (await listEvents(db, {})).rows.map((e) => e.id)
})
afterAll(() => db.destroy())

describe('the page of an event', () => {
  test('says what the record holds, how sure it is and in what its reports differ', async () => {
    const words = wordsOf(await page(`/event/${ids[0]}`))
    expect(words).toContain(
      'The record holds that this happened. 3 independent origins stand behind it, in 6 reports of 4 articles. Of the 3 voices in them, 2 tell it as happened and 1 denies it.',
    )
    expect(words).toMatch(/They differ on [^.]*how many were killed\./)
  })

  test('lights who did what to whom in the sentence, the trigger by its status', async () => {
    const html = await page(`/event/${ids[0]}`)
    expect(html).toContain('<mark class="lit actor" title="who">The United States</mark>')
    expect(html).toContain(
      '<span class="status-denied"><mark class="lit deed q4" title="what: denied">struck</mark></span>',
    )
    expect(html).toContain('<mark class="lit recipient" title="to whom">General Farid Rahmani</mark>')
  })

  test('puts the numbers beside those who give them, the denial at none', async () => {
    const words = wordsOf(await page(`/event/${ids[0]}`))
    expect(words).toContain('Numbers in dispute')
    expect(words).toMatch(/Meridian Wire reported on 3 January, \d reports 5/)
    expect(words).toContain('The Capital Daily reported on 4 January 7')
    expect(words).toContain('United States reported on 5 January none')
    expect(words).toContain('nobody killed says United States · 1 report')
  })

  test('folds the reprint under its original in the tree of origins', async () => {
    expect(wordsOf(await page(`/event/${ids[0]}`))).toContain('and a reprint in The Harbour Post')
  })

  test('tells what followed between the same parties, and claims no cause', async () => {
    const words = wordsOf(await page(`/event/${ids[0]}`))
    expect(words).toMatch(/In the 14 days after: .*Iran .*attacked .*United States .*Wednesday 8 January 2020/)
    expect(words).toContain('the record claims no cause')
    expect(wordsOf(await page(`/event/${ids.at(-1)}`))).toMatch(/In the 14 days before: .*threatened/)
  })

  test('tells what the record held before', async () => {
    expect(wordsOf(await page(`/event/${ids[0]}`))).toMatch(
      /1 February 2020, 00:00 UTC first held: happened, Friday 3 January 2020, 5 killed; 2 reports 1 February 2020, 00:01 UTC killed 5 to 7 \(before: 5\)/,
    )
  })

  test('an id that ended leads to what took its place, and says so', async () => {
    const [strike = '', , later = ''] = ids
    await merge(db, later, strike, { by: 'Ana', at: '2020-02-02T00:00:00.000Z' })
    const words = wordsOf(await page(`/event/${later}`))
    expect(words).toContain(`${later} ended`)
    expect(words).toContain('This page shows the event that took its place.')
  })

  test('an id that nothing has is not in the record', async () => {
    expect(wordsOf(await page('/event/vffffff'))).toContain('Not in the record')
  })
})
