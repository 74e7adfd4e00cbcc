import { expect, test } from 'vitest'
import { syntheticReadings } from '../../bench/record-readings.ts'
import { checkRecord } from './doctor.ts'
import { openRecord } from './open.ts'
import { openRecorder } from './recorder.ts'

test('counts that are not what their rows give are named, and put right only when asked', async () => {
  const db = await openRecord(':memory:')
  const readings = syntheticReadings(3)
  const some = Array.from({ length: 6 }, () => readings.next().value)
  await openRecorder(db).record(some, { at: '2020-02-01T12:00:00.000Z', dossier: 'North' })
  expect(await checkRecord(db)).toMatchObject({ faults: [], mended: 0 })

  await db.updateTable('scope_total').set({ n: 7 }).where('scope', '=', '').where('what', '=', 'articles').execute()
  const { tie } = await db.selectFrom('tie_voice').select('tie').limit(1).executeTakeFirstOrThrow()
  await db.deleteFrom('tie_voice').where('tie', '=', tie).where('voice', 'like', 'o:%').execute()
  await db
    .insertInto('day_total')
    .values({ scope: 'd:9', day: '2020-01-03', type: 'AID', status: 'happened', quad: 2, n: 4 })
    .execute()
  await db.deleteFrom('event_facet').where('event', '=', 1).where('facet', 'like', 'd:%').execute()
  const named = [
    'day_total scope="d:9" day="2020-01-03" type="AID" status="happened": the record holds 4, counting its rows gives 0',
    'scope_total scope="" what="articles": the record holds 7, counting its rows gives 6',
    expect.stringMatching(/^tie_voice tie="\d+" voice="o:outlet \d+": the record holds 0, counting its rows gives 1$/),
    expect.stringMatching(/^event_facet event=1: the record holds \d+, counting its rows gives \d+$/),
  ]
  const faults = [...(await checkRecord(db)).faults]
  expect(faults).toEqual(expect.arrayContaining(named))
  expect(faults).toHaveLength(named.length)
  expect((await checkRecord(db)).faults).toEqual(faults)

  expect(await checkRecord(db, { repair: true })).toMatchObject({ faults: [], mended: 4 })
  expect(await checkRecord(db)).toMatchObject({ faults: [], mended: 0 })
  await db.destroy()
})
