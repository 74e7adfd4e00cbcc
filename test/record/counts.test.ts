import { afterAll, beforeAll, expect, test } from 'vitest'
import { syntheticReadings } from '../../bench/record-readings.ts'
import {
  countDays,
  countDyads,
  countPlaces,
  type Db,
  type EventsQuery,
  listEvents,
  listNetwork,
  listStatements,
  openRecord,
  openRecorder,
  type QuadCounts,
  recordSpan,
  type StatementsQuery,
} from '../../src/record/index.ts'
import { readingOf, type Story } from './reading-of.ts'
import { answer, daily, reprint, wire } from './stories.ts'

const at = '2020-02-01T12:00:00.000Z'

/** A summit without a day, in a country no nearer than that, with a tie somebody claims. */
const summit: Story = {
  outlet: 'The Harbour Post',
  text: 'Iran met the United States in Oman. Iran backs the Northern Front, the United States said.',
  who: {
    usa: { name: 'United States', kind: 'state', country: 'USA', words: ['the United States'] },
    iran: { name: 'Iran', kind: 'state', country: 'IRN', words: ['Iran'] },
    front: { name: 'Northern Front', kind: 'organisation', words: ['the Northern Front'] },
  },
  said: [{ id: 'a1', speaker: 'usa', cue: 'said', content: 'Iran backs the Northern Front' }],
  did: [{ type: 'CONSULT', trigger: 'met', actors: ['iran'], recipients: ['usa'], place: ['Oman', 'OMN'] }],
  ties: [{ type: 'backs', head: 'iran', tail: 'front', evidence: 'backs', hedged: true, saidBy: ['a1'] }],
}

let db: Db
beforeAll(async () => {
  db = await openRecord(':memory:')
  const recorder = openRecorder(db)
  await recorder.record([wire, daily, reprint].map(readingOf), { at, dossier: 'January' })
  await recorder.record([answer, summit].map(readingOf), { at })
})
afterAll(() => db.destroy())

const told = (counts: QuadCounts) => `${counts[1]} ${counts[2]} ${counts[3]} ${counts[4]}`

test('each day has its events by quad class and its leading event; what nothing dates is apart', async () => {
  const { days, noDay, events } = await countDays(db, {})
  expect(days.map((d) => `${d.day}: ${told(d.counts)}, ${d.lead?.type} ${d.lead?.place}`)).toEqual([
    '2020-01-03: 0 0 1 1, ASSAULT Baghdad',
    '2020-01-08: 0 0 0 1, ASSAULT Iraq',
  ])
  expect(told(noDay)).toBe('1 0 0 0')
  expect(events).toBe(4)
})

test('days are counted under every filter of events, who says so among them', async () => {
  const count = async (query: EventsQuery) => (await countDays(db, query)).events
  expect(await count({ dossier: 'January' })).toBe(2)
  expect(await count({ dossier: 'Nowhere' })).toBe(0)
  expect(await count({ actor: 'USA' })).toBe(1)
  expect(await count({ party: 'USA', quadClass: 4 })).toBe(2)
  expect(await count({ outlet: 'the capital daily' })).toBe(1)
  expect(await count({ from: '2020-01-04', until: '2020-02-01' })).toBe(1)
  expect(await count({ country: 'OMN' })).toBe(1)
  expect(await count({ origins: 2 })).toBe(1)
})

test('a dossier that holds every article narrows nothing, and one that has lost its all does', async () => {
  const own = await openRecord(':memory:')
  await openRecorder(own).record([wire, daily].map(readingOf), { at, dossier: 'All' })
  expect((await countDays(own, { dossier: 'All' })).events).toBe(2)
  await openRecorder(own).record([answer].map(readingOf), { at })
  expect((await countDays(own, { dossier: 'All' })).events).toBe(2)
  expect((await countDays(own, {})).events).toBe(3)
  await own.destroy()
})

test('pairs of countries come with their days, and with the window before', async () => {
  const { dyads } = await countDyads(db, {})
  expect(dyads.map((d) => `${d.actor.name}, ${d.recipient.name}: ${told(d.counts)}, ${d.first} to ${d.last}`)).toEqual([
    'Iran, United States: 1 0 1 2, 2020-01-03 to 2020-01-08',
  ])
  const to = await countDyads(db, { ordered: true, from: '2020-01-06', until: '2020-01-10' })
  expect(to.dyads.map((d) => `${d.actor.id} to ${d.recipient.id}: ${d.events}, before ${d.before}`)).toEqual([
    'IRN to USA: 1, before 1',
  ])
  expect(to.before).toEqual({ from: '2020-01-02', until: '2020-01-06' })
})

test('places, countries and nowhere are counted apart', async () => {
  const { places, countries, nowhere } = await countPlaces(db, {})
  const { rows } = await listEvents(db, { type: 'ASSAULT' })
  expect(places).toMatchObject([
    {
      place: 'Baghdad',
      country: 'IRQ',
      lat: 33.3,
      lon: 44.4,
      placePrecision: 'city',
      events: 1,
      strongest: rows[0]?.id,
    },
  ])
  expect(countries.map((c) => `${c.country} ${told(c.counts)}`)).toEqual(['IRQ 0 0 0 1', 'OMN 1 0 0 0'])
  expect(told(nowhere.counts)).toBe('0 0 1 0')
})

test('a tie says how often it was stated, hedged and claimed, and by whom', async () => {
  const { ties } = await listNetwork(db, {})
  expect(ties).toMatchObject([
    {
      type: 'backs',
      head: { name: 'Iran' },
      tail: { name: 'Northern Front' },
      times: 1,
      outlets: 1,
      hedged: 1,
      claimed: 1,
    },
  ])
  expect(ties[0]?.claimedBy.map((a) => a.name)).toEqual(['United States'])
  expect((await listNetwork(db, { actor: 'USA' })).ties).toEqual([])
})

test('the span of the record, and of a dossier', async () => {
  expect(await recordSpan(db)).toMatchObject({
    first: '2020-01-03',
    last: '2020-01-08',
    articles: 5,
    reports: 9,
    events: 4,
    statements: 3,
    outlets: 3,
    readers: [{ reader: 'by-hand/1.0.0', articles: 5 }],
    dossiers: [{ name: 'January', articles: 3 }],
  })
  const january = await recordSpan(db, { dossier: 'January' })
  expect(january).toMatchObject({ articles: 3, reports: 7, events: 2, last: '2020-01-03' })
  expect(january.outletList.map((o) => `${o.name} ${o.articles}`)).toEqual([
    'The Capital Daily 1',
    'The Harbour Post 1',
    'Meridian Wire 1',
  ])
})

test('running counts and counting row by row give the same answer under any filter', { timeout: 60_000 }, async () => {
  const big = await openRecord(':memory:')
  const recorder = openRecorder(big)
  const readings = syntheticReadings(5)
  for (const dossier of ['North', 'South', 'North', undefined])
    await recorder.record(
      Array.from({ length: 6 }, () => (readings.next() as IteratorYieldResult<ReturnType<typeof readingOf>>).value),
      { at, dossier },
    )
  const filters: EventsQuery[] = [
    {},
    { dossier: 'North' },
    { dossier: 'South', party: 'USA' },
    { actor: 'USA' },
    { actor: 'USA', recipient: 'IRN' },
    { party: 'IRN', status: 'happened' },
    { actor: 'USA', party: 'IRN' },
    { type: 'ASSAULT', from: '2016-01-01' },
    { quadClass: 3, until: '2016-03-01' },
    { from: '2015-12-20', until: '2016-02-11' },
    { dossier: 'North', from: '2015-11-30', until: '2016-01-03' },
    { country: 'IRQ', from: '2015-12-20', until: '2016-02-11' },
    { outlet: 'Outlet 0', saidBy: 'USA' },
  ]
  // `asOf` a later day: nothing has changed since, but only the rows themselves can tell.
  const asOf = '2020-03-01'
  for (const filter of filters) {
    expect(await countDays(big, filter), JSON.stringify(filter)).toEqual(await countDays(big, { ...filter, asOf }))
    expect(await countPlaces(big, filter), JSON.stringify(filter)).toEqual(await countPlaces(big, { ...filter, asOf }))
    for (const ordered of [true, false])
      expect(await countDyads(big, { ...filter, ordered }), JSON.stringify(filter)).toEqual(
        await countDyads(big, { ...filter, ordered, asOf }),
      )
    const { events } = await countDays(big, filter)
    expect((await listEvents(big, { ...filter, limit: 500 })).rows.length, JSON.stringify(filter)).toBe(events)
  }
  const said = async (query: StatementsQuery) => (await listStatements(big, { ...query, limit: 500 })).rows
  const everything = await said({})
  expect(await said({ outlet: 'Outlet 0' })).toEqual(everything.filter((s) => s.evidence?.outlet === 'Outlet 0'))
  const about = await big
    .selectFrom('statement_about')
    .innerJoin('statement', 'key', 'statement')
    .select('id')
    .where('party', '=', 'USA')
    .execute()
  const ids = new Set(about.map((row) => row.id))
  expect(await said({ about: 'USA' })).toEqual(everything.filter((s) => ids.has(s.id)))
  expect(await listNetwork(big, { limit: 500 })).toEqual(await listNetwork(big, { limit: 500, asOf }))
  await big.destroy()
})
