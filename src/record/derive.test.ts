import { expect, test } from 'vitest'
import { syntheticReadings } from '../../bench/record-readings.ts'
import { merge, split } from './correct/correct.ts'
import { codeFinding, rejectFinding } from './correct/findings.ts'
import { undo } from './correct/undo.ts'
import { deriveAll } from './derive.ts'
import { openRecord } from './open.ts'
import { openRecorder } from './recorder.ts'
import type { Db } from './schema.ts'

const at = '2020-02-01T12:00:00.000Z'
const me = { by: 'Ana', at: '2020-02-02T12:00:00.000Z' }
const TABLES = [
  'event_facet',
  'day_total',
  'place_total',
  'dyad_total',
  'scope_total',
  'tie_party',
  'tie_voice',
] as const

/** What the running counts hold, one line a row, without those that have come to nothing. */
async function counted(db: Db): Promise<string[]> {
  const lines: string[] = []
  for (const table of TABLES) {
    const rows = await db
      .selectFrom(table as 'event_facet')
      .selectAll()
      .execute()
    for (const { rev_from: _, rev_until, ...row } of rows as ((typeof rows)[number] & { n?: number })[])
      if (row.n !== 0 && (rev_until ?? null) === null) lines.push(`${table} ${JSON.stringify(row)}`)
  }
  return lines.sort()
}

async function countedAnew(db: Db): Promise<string[]> {
  await db.transaction().execute((tx) => deriveAll(tx))
  return counted(db)
}

test('the running counts are what counting all rows anew gives, after readings, dossiers, judgements and undoing', async () => {
  const db = await openRecord(':memory:')
  const recorder = openRecorder(db)
  const readings = [...take(syntheticReadings(3), 20)]
  await recorder.record(readings.slice(0, 10), { at, dossier: 'North' })
  await recorder.record(readings.slice(7, 16), { at, dossier: 'South' })
  await recorder.record(readings.slice(16), { at })
  // A newer reader that no longer sees the first event of each article.
  const newer = readings.slice(0, 3).map((r) => ({ ...r, reader: 'synthetic/2.0.0', events: r.events.slice(1) }))
  await recorder.record(newer, { at, dossier: 'South' })
  expect(await counted(db)).toEqual(await countedAnew(db))

  const reports = await db.selectFrom('report').select('id').where('rev_until', 'is', null).limit(9).execute()
  const [a, b, c] = reports.map((r) => r.id) as [string, string, string]
  const rejected = await rejectFinding(db, a, me)
  await codeFinding(db, b, { type: 'AID', day: '2020-01-05' }, me)
  const event = await eventOf(db, c)
  await split(db, event, [c], me)
  const merged = await merge(db, event, await eventOf(db, c), me)
  const tie = await db.selectFrom('relation').select('id').where('rev_until', 'is', null).executeTakeFirstOrThrow()
  const untied = await rejectFinding(db, tie.id, me)
  const said = await db.selectFrom('statement').select('id').where('rev_until', 'is', null).executeTakeFirstOrThrow()
  await rejectFinding(db, said.id, me)
  expect(await counted(db)).toEqual(await countedAnew(db))
  for (const done of [rejected, merged, untied]) await undo(db, done.judgement, me)
  expect(await counted(db)).toEqual(await countedAnew(db))
  await db.destroy()
})

async function eventOf(db: Db, report: string): Promise<string> {
  const row = await db
    .selectFrom('report')
    .innerJoin('report_event', 'report_event.report', 'report.key')
    .innerJoin('event', 'event.key', 'report_event.event')
    .select('event.id')
    .where('report.id', '=', report)
    .where('report_event.rev_until', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id
}

function* take<T>(source: Iterable<T>, n: number): Generator<T> {
  let left = n
  for (const value of source) {
    if (left-- <= 0) return
    yield value
  }
}
