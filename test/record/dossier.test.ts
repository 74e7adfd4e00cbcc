import { beforeAll, expect, test } from 'vitest'
import { type Db, getActor, getArticle, listEvents, openRecord, openRecorder, search } from '../../src/record/index.ts'
import { dossierReadings } from './dossier-readings.ts'

let db: Db
let readings: Awaited<ReturnType<typeof dossierReadings>>['readings']

beforeAll(async () => {
  readings = (await dossierReadings()).readings
  readings.sort((a, b) => ((a.article.published ?? '') < (b.article.published ?? '') ? -1 : 1))
  db = await openRecord(':memory:')
  const recorder = openRecorder(db)
  for (const reading of readings) await recorder.record([reading], { at: `${reading.article.published}T23:59:59.000Z` })
}, 60_000)

test('what was recorded is read back whole', async () => {
  for (const reading of readings) {
    const { rows } = await search(db, {
      words: `"${reading.article.text.split(/\s+/).slice(0, 6).join(' ')}"`,
      kind: 'article',
    })
    const kept = await Promise.all(
      rows.map(async (hit) => (hit.kind === 'article' ? (await getArticle(db, { article: hit.id })).reading : null)),
    )
    expect(kept).toContainEqual(reading)
  }
})

test('the reprint and the shortened copy are tied to the wire', async () => {
  const near = await db
    .selectFrom('article')
    .innerJoin('article as root', 'root.id', 'article.dup_of')
    .select(['article.outlet', 'root.outlet as of'])
    .execute()
  expect(near).toEqual(expect.arrayContaining([{ outlet: 'Scioto Valley Herald', of: 'Meridian Wire' }]))
  expect(near.every((pair) => pair.of === 'Meridian Wire' || pair.of === pair.outlet)).toBe(true)
})

test('Soleimani is one man in every spelling, and his daughter is not he', async () => {
  const { actor, names } = await getActor(db, { actor: 'Qassem Soleimani' })
  expect(names.map((n) => n.name)).toEqual(expect.arrayContaining(['Qassem Soleimani', 'Suleimani', 'Qasim Sulaimani']))
  expect((await getActor(db, { actor: 'Zeinab Soleimani' })).actor.id).not.toBe(actor.id)
})

test('the strike at the airport is the first deed of the United States against Iran in January', async () => {
  const { rows } = await listEvents(db, {
    actor: 'USA',
    recipient: 'IRN',
    type: 'ASSAULT',
    status: 'happened',
    from: '2020-01-01',
  })
  expect(rows[0]).toMatchObject({ day: '2020-01-03', status: 'happened' })
  expect(rows[0]?.recipients.map((r) => r.name)).toContain('Qassem Soleimani')
  // These readings name no speakers: what counts are the outlets that told it within two days.
  expect(rows[0]?.origins).toBeGreaterThanOrEqual(3)
})

test('as of 5 January nothing later is known', async () => {
  const { rows } = await listEvents(db, { asOf: '2020-01-05', limit: 500 })
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.filter((e) => (e.evidence?.published ?? '') > '2020-01-05')).toEqual([])
})
