import { expect, test } from 'vitest'
import type { Db } from '../../src/record/index.ts'
import { openRecord, openRecorder, recordReading } from '../../src/record/index.ts'
import { readingOf, type Story } from './reading-of.ts'
import { answer, daily, reprint, wire } from './stories.ts'

const at = '2020-02-01T12:00:00.000Z'

async function recordOf(...stories: readonly Story[]): Promise<Db> {
  const db = await openRecord(':memory:')
  await openRecorder(db).record(stories.map(readingOf), { at })
  return db
}

/** Each current event on one line. */
async function eventsIn(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('event_version')
    .selectAll()
    .where('rev_until', 'is', null)
    .orderBy('day')
    .orderBy('event')
    .execute()
  return rows.map((e) => {
    const toll = e.killed_low === null ? '' : `, killed ${e.killed_low} to ${e.killed_high}, most say ${e.killed_best}`
    return `${e.day} ${e.type} ${e.status}: ${e.reports} reports, ${e.origins} origins${toll}${e.disputed ? `, disputed: ${e.disputed}` : ''}`
  })
}

test('two outlets, a headline and another spelling are one event', async () => {
  const db = await recordOf(wire, daily)
  expect(await eventsIn(db)).toEqual([
    '2020-01-03 ASSAULT happened: 3 reports, 2 origins, killed 5 to 7, most say 7, disputed: killed',
    '2020-01-03 THREATEN happened: 1 reports, 1 origins',
  ])
})

test('a reprint is a report more and no origin more', async () => {
  const db = await recordOf(wire, reprint)
  expect(await eventsIn(db)).toEqual([
    '2020-01-03 ASSAULT happened: 4 reports, 1 origins, killed 5 to 5, most say 5',
    '2020-01-03 THREATEN happened: 2 reports, 1 origins',
  ])
})

test('an answer five days later is another event', async () => {
  const db = await recordOf(wire, answer)
  expect((await eventsIn(db)).length).toBe(3)
})

test('a reading recorded twice is there once', async () => {
  const db = await recordOf(wire)
  const again = await recordReading(db, readingOf(wire), { at })
  expect(again.outcome).toBe('again')
  const { n } = await db
    .selectFrom('report')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  expect(n).toBe(3)
})
