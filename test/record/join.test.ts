import { expect, test } from 'vitest'
import type { Db } from '../../src/record/index.ts'
import { merge, openRecord, openRecorder, undo } from '../../src/record/index.ts'
import { readingOf, type Story } from './reading-of.ts'

const at = '2020-02-01T12:00:00.000Z'
const town = ['Marwan', 'IRQ', 34, 43] as const

async function recordOf(...stories: readonly Story[]): Promise<Db> {
  const db = await openRecord(':memory:')
  const recorder = openRecorder(db)
  for (const story of stories) await recorder.record([readingOf(story)], { at })
  return db
}

/** The triggers of each event that holds now: "arrested + arrest". */
async function eventsIn(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('report_event')
    .innerJoin('report', 'report.key', 'report_event.report')
    .select(['report_event.event', 'report.trigger'])
    .where('report_event.rev_until', 'is', null)
    .where('report.rev_until', 'is', null)
    .orderBy('report.key')
    .execute()
  const events = new Map<number, string[]>()
  for (const { event, trigger } of rows) events.set(event, [...(events.get(event) ?? []), trigger])
  return [...events.values()].map((triggers) => triggers.join(' + ')).sort()
}

test('a bare "the strike" is the bombing its article tells of', async () => {
  const db = await recordOf({
    published: '2020-01-03',
    text: 'Jets bombed the depot of the Sons of Dawn at Marwan on Friday. The strike lit up the sky. The Sons of Dawn arrested a farmer.',
    who: { dawn: { name: 'Sons of Dawn', kind: 'group', country: 'IRQ' }, farmer: { name: 'a farmer', named: false } },
    did: [
      { type: 'ASSAULT', trigger: 'bombed', recipients: ['dawn'], day: '2020-01-03', place: town },
      { type: 'ASSAULT', trigger: 'strike' },
      { type: 'COERCE', trigger: 'arrested', actors: ['dawn'], recipients: ['farmer'] },
    ],
  })
  expect(await eventsIn(db)).toEqual(['arrested', 'bombed + strike'])
})

const arrestOf = (name: string, first: string): Story => ({
  text: `Police arrested ${first} ${name}, the winger of Harbour United, for drunken driving. ${name} was held overnight. ${name} did not train.`,
  who: { man: { name: `${first} ${name}`, words: [`${first} ${name}`, `${name}@2`, `${name}@3`] } },
  did: [{ type: 'COERCE', trigger: 'arrested', recipients: ['man'] }],
})

test('two men arrested for one thing in the same words are two arrests', async () => {
  const db = await recordOf(arrestOf('Okoro', 'Daniel'), arrestOf('Lindqvist', 'Emil'))
  expect(await eventsIn(db)).toEqual(['arrested', 'arrested'])
})

test('of the same man it is one', async () => {
  const again = { ...arrestOf('Okoro', 'Daniel'), outlet: 'The Other Paper' }
  const db = await recordOf(arrestOf('Okoro', 'Daniel'), { ...again, text: `${again.text} He is 24.` })
  expect(await eventsIn(db)).toEqual(['arrested + arrested'])
})

const shelling = (outlet: string, text: string, trigger: string, told: { where: boolean; who: boolean }): Story => ({
  outlet,
  published: '2020-01-03',
  text,
  ...(told.who && { who: { dawn: { name: 'Sons of Dawn', kind: 'group', country: 'IRQ' } } }),
  did: [
    {
      type: 'ASSAULT',
      trigger,
      ...(told.who && { actors: ['dawn'] }),
      ...(told.where && { day: '2020-01-03', place: town }),
    },
  ],
})
const whereOnly = shelling('A', 'Shells struck the market of Marwan on Friday, a doctor said.', 'struck', {
  where: true,
  who: false,
})
const whoOnly = shelling(
  'B',
  'The Sons of Dawn bombarded traders and their stalls, witnesses told reporters.',
  'bombarded',
  { where: false, who: true },
)
const both = shelling(
  'C',
  'The Sons of Dawn struck the market of Marwan on Friday; they bombarded traders and their stalls, witnesses and a doctor said.',
  'struck',
  { where: true, who: true },
)

test('an article that tells both halves makes one event of two; the later id is followed to the earlier', async () => {
  const db = await recordOf(whereOnly, whoOnly)
  expect(await eventsIn(db)).toEqual(['bombarded', 'struck'])
  await openRecorder(db).record([readingOf(both)], { at })
  expect(await eventsIn(db)).toEqual(['struck + bombarded + struck'])
  const ends = await db.selectFrom('event_end').select(['event', 'successor', 'why']).execute()
  expect(ends).toEqual([{ event: 2, successor: 1, why: 'found to be one with an earlier event' }])
})

test('what a person took apart is not put together again', async () => {
  const db = await recordOf(whereOnly, whoOnly)
  const ids = await db.selectFrom('event').select('id').orderBy('key').execute()
  const [first = '', second = ''] = ids.map((e) => e.id)
  const who = { by: 'A person', at }
  await undo(db, (await merge(db, second, first, who)).judgement, who)
  await openRecorder(db).record([readingOf(both)], { at })
  expect((await eventsIn(db)).length).toBe(2)
})

const dawn = { dawn: { name: 'Sons of Dawn', kind: 'group', country: 'IRQ' } } as const

test('a strike and the attack that it answers are two, though one sentence tells both', async () => {
  const db = await recordOf({
    published: '2020-01-03',
    text: 'Jets bombed the Sons of Dawn on Thursday in response to the killing of a cook. The killing shocked the town.',
    who: { ...dawn, cook: { name: 'a cook', named: false } },
    did: [
      { type: 'ASSAULT', trigger: 'bombed', recipients: ['dawn'], day: '2020-01-02' },
      { type: 'ASSAULT', trigger: 'killing', recipients: ['cook'] },
      { type: 'ASSAULT', trigger: 'killing@2' },
    ],
  })
  expect(await eventsIn(db)).toEqual(['bombed', 'killing + killing'])
})

const raid = (outlet: string, text: string, trigger: string): Story => ({
  outlet,
  published: '2020-01-03',
  text,
  did: [{ type: 'ASSAULT', trigger, day: '2020-01-03', place: town }],
})

test('rockets and an air strike on one place on one day are two attacks', async () => {
  const db = await recordOf(
    raid('A', 'Rockets struck the base of Marwan on Friday.', 'struck'),
    raid('B', 'An air strike hit the base of Marwan on Friday.', 'hit'),
    raid('C', 'Four rockets hit the base of Marwan on Friday.', 'hit'),
  )
  expect(await eventsIn(db)).toEqual(['hit', 'struck + hit'])
})

test('"A bombed B" is not "B bombed A", and earlier attacks are not this one', async () => {
  const sides = { north: { name: 'Northland', kind: 'state', country: 'NOR' }, south: { name: 'Southland', kind: 'state', country: 'SWE' } } as const // biome-ignore format: one line
  const bombing = (outlet: string, actor: 'north' | 'south', text: string): Story => ({
    outlet,
    published: '2020-01-03',
    text,
    who: sides,
    did: [{ type: 'ASSAULT', trigger: 'attack', actors: [actor], recipients: [actor === 'north' ? 'south' : 'north'], day: '2020-01-03' }], // biome-ignore format: one line
  })
  const db = await recordOf(
    bombing('A', 'north', 'The attack of Northland on Southland began on Friday.'),
    bombing('B', 'south', 'The attack of Southland on Northland began on Friday.'),
    bombing('C', 'north', 'An earlier attack of Northland on Southland had failed.'),
  )
  expect(await eventsIn(db)).toEqual(['attack', 'attack', 'attack'])
})

test('what a reader fills in from another sentence does not tie "the attack" to it', async () => {
  const db = await recordOf(
    {
      outlet: 'A',
      published: '2020-01-03',
      text: 'Gunmen shot Hadi Noor, a judge, at Marwan on Friday.',
      who: { noor: { name: 'Hadi Noor' } },
      did: [{ type: 'ASSAULT', trigger: 'shot', recipients: ['noor'], day: '2020-01-03', place: town }],
    },
    {
      outlet: 'B',
      published: '2020-01-04',
      text: 'Hadi Noor was a judge at Marwan. An attack burnt down a mill.',
      who: { noor: { name: 'Hadi Noor' } },
      did: [{ type: 'ASSAULT', trigger: 'attack', recipients: ['noor'] }],
    },
  )
  expect(await eventsIn(db)).toEqual(['attack', 'shot'])
})

test('a named man is killed once, whenever it is told', async () => {
  const noor = { noor: { name: 'Hadi Noor' } }
  const killed = (outlet: string, published: string, text: string, trigger: string): Story => ({
    outlet,
    published,
    text,
    who: noor,
    did: [{ type: 'ASSAULT', trigger, recipients: ['noor'] }],
  })
  const db = await recordOf(
    killed('A', '2020-01-03', 'A sniper killed Hadi Noor on the bridge of Marwan.', 'killed'),
    killed(
      'B',
      '2020-03-09',
      'Snow fell on the hills. Two months after the murder of Hadi Noor his seat is filled.',
      'murder',
    ),
  )
  expect(await eventsIn(db)).toEqual(['killed + murder'])
})
