import { expect, test } from 'vitest'
import { listEvents, openRecord, openRecorder } from '../../src/record/index.ts'
import { readingOf, type Story } from './reading-of.ts'

const town = ['Marwan', 'IRQ', 34, 43] as const

/** How many reports and origins the bombing at Marwan has by these articles: "3 reports, 1 origin(s)". */
async function origins(...stories: readonly Story[]): Promise<string> {
  const db = await openRecord(':memory:')
  const recorder = openRecorder(db)
  for (const story of stories) await recorder.record([readingOf(story)], { at: '2020-02-01T12:00:00.000Z' })
  const { rows } = await listEvents(db, { type: 'ASSAULT' })
  return rows.map((r) => `${r.reports} reports, ${r.origins} origin(s)`).join('; ')
}

const bombing = (outlet: string, published: string, text: string, more: Partial<Story> = {}): Story => ({
  outlet,
  published,
  text,
  did: [{ type: 'ASSAULT', trigger: 'bombed', day: '2020-01-03', place: town }],
  ...more,
})
const own = (outlet: string, published: string): Story =>
  bombing(outlet, published, `Jets bombed the mill at Marwan on 3 January. ${outlet} has seen the ruins of it.`)

test('each outlet that tells it in its own words is an origin; one that looks back days later is none', async () => {
  expect(await origins(own('A', '2020-01-03'), own('B', '2020-01-04'))).toBe('2 reports, 2 origin(s)')
  expect(await origins(own('A', '2020-01-03'), own('B', '2020-01-09'))).toBe('2 reports, 1 origin(s)')
})

const general = { name: 'Hadi Noor', country: 'IRQ', sectors: ['MIL'] } as const
const minister = { name: 'Samir Aziz', country: 'IRQ', sectors: ['GOV'] } as const
const sourced = (outlet: string, who: 'general' | 'minister'): Story => {
  const { name } = who === 'general' ? general : minister
  return bombing(
    outlet,
    '2020-01-03',
    `Mill at Marwan bombed\nJets bombed the mill at Marwan on Friday, ${name} said.`,
    {
      who: who === 'general' ? { general } : { minister },
      said: [
        { id: 'a1', speaker: who, source: name, cue: 'said', content: 'Jets bombed the mill at Marwan on Friday' },
      ],
      did: [
        { type: 'ASSAULT', trigger: 'bombed', day: '2020-01-03', place: town },
        { type: 'ASSAULT', trigger: 'bombed@2', day: '2020-01-03', place: town, saidBy: ['a1'] },
      ],
    },
  )
}

test('an outlet that gives its source is no origin besides it', async () => {
  expect(await origins(sourced('A', 'general'))).toBe('2 reports, 1 origin(s)')
})

test('a general and a minister of one government are one origin', async () => {
  expect(await origins(sourced('A', 'general'), sourced('B', 'minister'))).toBe('4 reports, 1 origin(s)')
})

test('who condemns "the bombing" days later is no origin of it', async () => {
  const content = 'the bombing of the mill at Marwan on 3 January a crime'
  const condemned = bombing('B', '2020-01-08', `Rosa Lind called ${content}.`, {
    who: { lind: { name: 'Rosa Lind', country: 'SWE' } },
    said: [{ id: 'a1', speaker: 'lind', source: 'Rosa Lind', cue: 'called', content }],
    did: [{ type: 'ASSAULT', trigger: 'bombing', day: '2020-01-03', place: town, saidBy: ['a1'] }],
  })
  expect(await origins(own('A', '2020-01-03'), condemned)).toBe('2 reports, 1 origin(s)')
})
