import { check } from '@placemarkio/check-geojson'
import { parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { readingOf } from '../../../test/record/reading-of.ts'
import { answer, wire } from '../../../test/record/stories.ts'
import { openRecord, openRecorder } from '../../record/index.ts'
import { dictionaryOf, EXPORT_FORMATS } from './formats.ts'
import { EXPORT_TABLES } from './tables.ts'

async function exported(table: string, format: string): Promise<Buffer> {
  const db = await openRecord(':memory:')
  await openRecorder(db).record([wire, answer].map(readingOf), { at: '2020-02-01T00:00:00.000Z' })
  const [what, how] = [EXPORT_TABLES.find((t) => t.name === table), EXPORT_FORMATS.find((f) => f.name === format)]
  if (!what || !how) throw new Error(`${table} as ${format}`)
  const pieces: Buffer[] = []
  for await (const piece of how.write(what, db)) pieces.push(Buffer.from(piece))
  await db.destroy()
  return Buffer.concat(pieces)
}

test('CSV has a head, and a row holds the span it stands in', async () => {
  const [head = '', first = ''] = (await exported('reports', 'csv')).toString().split('\r\n')
  expect(head.split(',').slice(0, 5)).toEqual(['id', 'event', 'reader', 'type', 'mode'])
  expect(first).toContain('by-hand/1.0.0,ASSAULT,aerial,happened,killed,1')
  expect(first).toContain('General Rahmani killed in strike')
})

test('every column of every table is explained, and every row has just these columns', async () => {
  for (const table of EXPORT_TABLES) {
    const rows = (await exported(table.name, 'jsonl')).toString().split('\n').filter(Boolean)
    expect(dictionaryOf(table)).toContain(table.columns.at(-1)?.meaning ?? 'nothing')
    for (const row of rows) expect(Object.keys(JSON.parse(row)).sort()).toEqual(table.columns.map((c) => c.name).sort())
  }
})

test('Parquet is read by another library', async () => {
  const bytes = await exported('events', 'parquet')
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
  const rows = await parquetReadObjects({ file })
  expect(rows.map((r) => [r.day, r.type, r.killed_best])).toEqual([
    ['2020-01-03', 'ASSAULT', 5],
    ['2020-01-03', 'THREATEN', null],
    ['2020-01-08', 'ASSAULT', null],
  ])
})

test('GeoJSON draws a city as a point and a country not at all', async () => {
  const text = (await exported('events', 'geojson')).toString()
  // A validator of RFC 7946: it throws where anything is wrong.
  check(text)
  const { type, features } = JSON.parse(text) as {
    type: string
    features: { geometry: unknown; properties: { place: string } }[]
  }
  expect(type).toBe('FeatureCollection')
  expect(features.map((f) => [f.properties.place, f.geometry])).toEqual([
    ['Baghdad', { type: 'Point', coordinates: [44.4, 33.3] }],
    [null, null],
    ['Iraq', null],
  ])
})
