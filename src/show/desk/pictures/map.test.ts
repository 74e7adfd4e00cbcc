import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlaceCount } from '../../../record/index.ts'
import { outlines } from './atlas.ts'
import { mapPicture } from './map.ts'
import { frameOf } from './map-frame.ts'
import { labelKeeper } from './map-labels.ts'

const place = (
  name: string,
  country: string | null,
  at: readonly [number, number] | null,
  placePrecision: string,
  events = 1,
): PlaceCount => ({
  place: name,
  country,
  lat: at?.[0] ?? null,
  lon: at?.[1] ?? null,
  placePrecision,
  counts: { 1: 0, 2: 0, 3: 0, 4: events },
  events,
  strongest: null,
})
const counted = (events: number) => ({ counts: { 1: 0, 2: 0, 3: 0, 4: events }, events })
const tehran = place('Tehran', 'IRN', [35.7, 51.4], 'city', 6)
const baghdad = place('Baghdad', 'IRQ', [33.3, 44.4], 'city', 5)
const utah = place('Utah', 'USA', [39.5, -111.6], 'province')
const drawing = {
  places: [tehran, baghdad, utah],
  countries: [{ country: 'IRQ', ...counted(2) }],
  nowhere: counted(14),
}

test('the map is where most events were; what is far away is told in words', async () => {
  const [west, south, east, north] = frameOf(
    [tehran, baghdad, utah].map((p) => ({ lat: p.lat ?? 0, lon: p.lon ?? 0, weight: p.events })),
    1.85,
  )
  expect([west > 30, south > 20, east < 65, north < 48]).toEqual([true, true, true, true])
  const svg = String(await mapPicture(drawing, 1160))
  expect(svg).toContain('Nowhere in particular: 14 events. Off this map: Utah 1.')
})

test('a point is a dot where it is; a province is hatched and said to be somewhere', async () => {
  const svg = String(await mapPicture({ ...drawing, places: [tehran, utah] }, 1160))
  expect(svg).toMatch(/<title>Tehran, Iran: 6 events: 6 of material conflict<\/title><circle class="under"/)
  const both = String(
    await mapPicture({ ...drawing, places: [place('Utah', 'USA', [39.5, -111.6], 'province', 3)] }, 1160),
  )
  expect(both).toMatch(
    /<title>somewhere in Utah, United States: 3 events: 3 of material conflict<\/title><path class="hatched" d="M/,
  )
})

test('a place is never moved: the same point is drawn at the same spot', async () => {
  const spots = async (places: readonly PlaceCount[]) =>
    [
      ...String(await mapPicture({ ...drawing, places }, 1160)).matchAll(/class="under" cx="([\d.]+)" cy="([\d.]+)"/g),
    ].map((m) => `${m[1]},${m[2]}`)
  const twice = await spots([tehran, { ...tehran, place: 'Teheran' }, baghdad])
  expect(twice[0]).toBe(twice[1])
  expect(new Set(twice).size).toBe(2)
})

test('a country with no nearer place is hatched; borders in dispute are dashed', async () => {
  const svg = String(await mapPicture(drawing, 1160))
  expect(svg.match(/class="hatched" d="M/g)).toHaveLength(1)
  expect(svg).toContain('class="border disputed" d="M')
})

test('the outlines know the countries by their codes', () => {
  for (const scale of ['110m', '50m'] as const) {
    const codes = new Set(outlines(scale).lands.map((land) => land.code))
    expect(['IRN', 'IRQ', 'USA', 'XKX', 'PSE'].filter((code) => !codes.has(code))).toEqual([])
  }
})

test('no label covers another', () => {
  const at = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }), r: fc.constant(5) })
  fc.assert(
    fc.property(fc.array(at, { maxLength: 15 }), (points) => {
      const keeper = labelKeeper(400, 300)
      const rows = points.flatMap((p) => keeper.beside('A town', p) ?? [])
      const left = ({ x, anchor }: (typeof rows)[number]) =>
        anchor === 'start' ? x : anchor === 'end' ? x - 36 : x - 18
      for (const [i, a] of rows.entries())
        for (const b of rows.slice(i + 1))
          expect(Math.abs(left(a) - left(b)) >= 36 || Math.abs(a.y - b.y) >= 14).toBe(true)
    }),
  )
})
