import { expect, test } from 'vitest'
import {
  codeFinding,
  type Db,
  getArticle,
  getEvent,
  listChanges,
  listEvents,
  merge,
  noteMissing,
  openRecord,
  openRecorder,
  recordReading,
  rejectFinding,
  split,
  undo,
} from '../../src/record/index.ts'
import { readingOf, type Story } from './reading-of.ts'
import { answer, daily, wire } from './stories.ts'

const at = '2020-02-01T12:00:00.000Z'
const me = { by: 'Ana', at: '2020-02-02T12:00:00.000Z' }

async function recordOf(...stories: readonly Story[]): Promise<Db> {
  const db = await openRecord(':memory:')
  await openRecorder(db).record(stories.map(readingOf), { at })
  return db
}

/** All that holds now, as a person would compare it before and after. */
async function stateOf(db: Db): Promise<string[]> {
  const { rows } = await listEvents(db, {})
  return rows.map((e) => {
    const who = (list: typeof e.actors) => list.map((a) => a.name).join(', ') || 'nobody named'
    return `${e.id} ${e.day} ${e.status} ${e.type} ${who(e.actors)} → ${who(e.recipients)}; ${e.reports} reports of ${e.origins} origins`
  })
}

const idOf = (line: string | undefined) => line?.split(' ')[0] ?? ''

async function reportsOf(db: Db, event: string) {
  return (await getEvent(db, { event })).reports
}

test('a rejected report leaves its event, and undo brings it back', async () => {
  const db = await recordOf(wire, daily)
  const before = await stateOf(db)
  const [, , third] = await reportsOf(db, idOf(before[0]))
  const { judgement } = await rejectFinding(db, third?.id ?? '', me)
  expect((await stateOf(db))[0]).toContain('2 reports of 1 origins')
  await undo(db, judgement, me)
  expect(await stateOf(db)).toEqual(before)
})

test('a coding changes the report, and undo restores it', async () => {
  const db = await recordOf(answer)
  const before = await stateOf(db)
  const [report] = await reportsOf(db, idOf(before[0]))
  const { judgement } = await codeFinding(db, report?.id ?? '', { type: 'MOBILIZE', status: 'alleged' }, me)
  expect((await stateOf(db))[0]).toContain('2020-01-08 alleged MOBILIZE Iran → United States')
  await undo(db, judgement, me)
  expect(await stateOf(db)).toEqual(before)
})

test('two events merged are one, the ended id leads to it, and undo takes them apart', async () => {
  const db = await recordOf(wire, answer)
  const before = await stateOf(db)
  const [strike, , later] = before
  const { judgement } = await merge(db, idOf(later), idOf(strike), me)
  expect(await stateOf(db)).toHaveLength(2)
  expect((await getEvent(db, { event: idOf(later) })).ended).toContain(`${idOf(strike)} took its place`)
  await undo(db, judgement, me)
  expect(await stateOf(db)).toEqual(before)
})

test('one event split in two is two, and undo makes it one', async () => {
  const db = await recordOf(wire, daily)
  const before = await stateOf(db)
  const [, , third] = await reportsOf(db, idOf(before[0]))
  const { judgement } = await split(db, idOf(before[0]), [third?.id ?? ''], me)
  expect(await stateOf(db)).toHaveLength(3)
  await undo(db, judgement, me)
  expect(await stateOf(db)).toEqual(before)
})

test('two actors merged count as one everywhere, and undo makes them two', async () => {
  const db = await recordOf(wire, answer)
  const before = await stateOf(db)
  const { rows } = await listEvents(db, {})
  const [iran, usa] = [rows[2]?.actors[0]?.id ?? '', rows[2]?.recipients[0]?.id ?? '']
  const { judgement } = await merge(db, iran, usa, me)
  expect((await stateOf(db)).at(-1)).toContain('ASSAULT United States → United States')
  await undo(db, judgement, me)
  expect(await stateOf(db)).toEqual(before)
})

test('an actor split off by article is another actor, and undo makes it one', async () => {
  const db = await recordOf(wire, daily)
  const before = await stateOf(db)
  const rahmani = (await listEvents(db, {})).rows[0]?.recipients[0]?.id ?? ''
  const [, , third] = await reportsOf(db, idOf(before[0]))
  const { judgement } = await split(db, rahmani, [third?.evidence?.article ?? ''], me)
  expect((await stateOf(db))[0]).toContain('→ Farid Rahmani, Fareed Rahmany')
  await undo(db, judgement, me)
  expect(await stateOf(db)).toEqual(before)
})

test('a newer reader takes over, the event keeps its id, the older reading stays, and a rejection still holds', async () => {
  const db = await recordOf(wire, daily)
  const before = await stateOf(db)
  const [first] = await reportsOf(db, idOf(before[0]))
  await rejectFinding(db, first?.id ?? '', me)
  const newer = { ...wire, reader: 'by-hand/1.1.0', did: wire.did?.slice(0, 2) ?? [] }
  expect((await recordReading(db, readingOf(newer), { at })).outcome).toBe('reread')
  const after = await stateOf(db)
  expect(after).toHaveLength(1)
  expect(after[0]).toBe(before[0]?.replace('3 reports', '2 reports'))
  expect((await db.selectFrom('reading').select('reader').orderBy('id').execute()).map((r) => r.reader)).toEqual([
    'by-hand/1.0.0',
    'by-hand/1.0.0',
    'by-hand/1.1.0',
  ])
  expect((await recordReading(db, readingOf({ ...wire, reader: 'by-hand/0.9.0' }), { at })).outcome).toBe('older')
  await expect(getEvent(db, { event: idOf(before[1]) })).rejects.toThrow('no report left after reading again')
})

test('as of an earlier day the record answers as it did then', async () => {
  const db = await openRecord(':memory:')
  const recorder = openRecorder(db)
  await recorder.record([readingOf(wire)], { at: '2020-01-03T20:00:00.000Z' })
  const then = await stateOf(db)
  await recorder.record([readingOf(daily)], { at: '2020-01-04T20:00:00.000Z' })
  const asOf = async (day: string) =>
    (await listEvents(db, { asOf: day })).rows.map(
      (e) => `${e.id} ${e.reports} reports, killed ${e.killed?.best ?? 'nobody'}`,
    )
  expect(await asOf('2020-01-02')).toEqual([])
  expect(await asOf('2020-01-03')).toEqual([
    `${idOf(then[0])} 2 reports, killed 5`,
    `${idOf(then[1])} 1 reports, killed nobody`,
  ])
  expect(await asOf('2020-01-04')).toEqual([
    `${idOf(then[0])} 3 reports, killed 7`,
    `${idOf(then[1])} 1 reports, killed nobody`,
  ])
})

test('what is missing is noted on the article and in the changes, touches no finding, and undo takes the note away', async () => {
  const db = await recordOf(answer)
  const before = await stateOf(db)
  const [report] = await reportsOf(db, idOf(before[0]))
  const article = report?.evidence?.article ?? ''
  const start = answer.text.indexOf('houses troops')
  const { judgement, what } = await noteMissing(
    db,
    article,
    { start, end: start + 13, kind: 'event' },
    { ...me, note: 'a deployment' },
  )
  expect(what).toBe(`noted that ${article} lacks an event at letters ${start} to ${start + 13}`)
  expect(await stateOf(db)).toEqual(before)
  expect((await getArticle(db, { article })).judgements).toMatchObject([
    { id: judgement, kind: 'missing', by: 'Ana', note: 'a deployment', detail: { start, kind: 'event' } },
  ])
  expect((await listChanges(db, { since: '2020-02-02' })).rows.map((c) => c.how)).toContain(
    `missing ${article}, by Ana`,
  )
  await undo(db, judgement, me)
  expect((await getArticle(db, { article })).judgements).toEqual([])
  await expect(noteMissing(db, article, { start: 5, end: 9000, kind: 'event' }, me)).rejects.toThrow('is no part of it')
})

test('an article tells which of its findings hold, how a person coded them, and for whom it takes its actors', async () => {
  const db = await recordOf(answer)
  const [report] = await reportsOf(db, idOf((await stateOf(db))[0]))
  const article = report?.evidence?.article ?? ''
  const asked = async () => getArticle(db, { article })
  expect(Object.values((await asked()).actors).map((a) => a.name)).toEqual(['United States', 'Iran'])
  expect((await asked()).findings.v0).toEqual({ id: report?.id, holds: true, coded: null })
  const coding = await codeFinding(db, report?.id ?? '', { status: 'alleged' }, me)
  expect((await asked()).findings.v0?.coded).toMatchObject({ type: 'ASSAULT', status: 'alleged' })
  await undo(db, coding.judgement, me)
  await rejectFinding(db, report?.id ?? '', me)
  expect((await asked()).findings.v0).toEqual({ id: report?.id, holds: false, coded: null })
  expect((await asked()).judgements.map((j) => j.kind)).toEqual(['reject'])
})
