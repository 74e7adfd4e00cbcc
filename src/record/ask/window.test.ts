import { expect, test } from 'vitest'
import { syntheticReadings } from '../../../bench/record-readings.ts'
import type { Reading } from '../../codebook/index.ts'
import { openRecord } from '../open.ts'
import { openRecorder } from '../recorder.ts'
import { countDyads } from './count-dyads.ts'
import { countPlaces } from './count-places.ts'

test('places and pairs of a window are as many as counting every event gives', async () => {
  const db = await openRecord(':memory:')
  const at = '2020-02-01T12:00:00.000Z'
  const readings: Reading[] = []
  for (const reading of syntheticReadings(3)) {
    // One day in the next month for each article.
    const day = (n: number) => new Date(Date.UTC(2016, readings.length, 10 + n)).toISOString().slice(0, 10)
    readings.push(
      JSON.parse(JSON.stringify(reading).replaceAll('2016-01-01', day(0)).replaceAll('2016-01-02', day(1))) as Reading,
    )
    if (readings.length === 9) break
  }
  await openRecorder(db).record(readings, { at })
  for (const window of [
    { from: '2016-02-05' },
    { from: '2016-07-11' },
    { until: '2016-08-11' },
    { until: '2016-03-01' },
    { from: '2016-02-05', until: '2016-09-20' },
    { from: '2016-03-01', until: '2016-05-01' },
    { until: '2001-01-01' },
  ]) {
    // Of the past the events themselves are counted.
    const past = { ...window, asOf: at }
    expect(await countPlaces(db, window)).toEqual(await countPlaces(db, past))
    const { dyads } = await countDyads(db, window)
    expect(dyads.length > 0).toBe(window.until !== '2001-01-01')
    expect(dyads).toEqual((await countDyads(db, past)).dyads)
  }
  await db.destroy()
})
