import { expect, test } from 'vitest'
import { brokenDays } from './broken-days.ts'
import { layLanes } from './dyad-lanes.ts'

const axis = brokenDays(
  { first: '2020-01-01', last: '2020-01-10', silences: [] },
  { left: 0, right: 500, breakWidth: 60 },
)
const room = { top: 0, axisHeight: 40, laneGap: 6, room: 4, largest: 12 }

type Mark = Parameters<typeof layLanes>[0][number]
const mark = (id: string, direction: Mark['direction'], quadClass: number, origins = 1): Mark => ({
  id, direction, quadClass, origins, day: '2020-01-05', last: '2020-01-05', type: 'ASSAULT', status: 'happened', reports: 1,
}) // biome-ignore format: one line

/** Each mark as "v1 in a-words", from the top of the picture down. */
function lanesOf(...marks: readonly Mark[]): string[] {
  return [...layLanes(marks, axis, room).placed].sort((p, q) => p.y - q.y).map((p) => `${p.mark.id} in ${p.lane}`)
}

test('words stand outside, deeds inside; what came back is below', () => {
  expect(
    lanesOf(mark('threat', 'to', 3), mark('strike', 'to', 4), mark('reply', 'from', 1), mark('raid', 'from', 4)),
  ).toEqual(['threat in a-words', 'strike in a-deeds', 'raid in b-deeds', 'reply in b-words'])
})

test('what went both ways stands in both halves', () => {
  expect(lanesOf(mark('clash', 'both', 4))).toEqual(['clash in a-deeds', 'clash in b-deeds'])
})

test('the more independent origins, the larger and the nearer to the axis; marks of one day never overlap', () => {
  const marks = [1, 2, 3, 4, 9, 16].map((origins) => mark(`o${origins}`, 'to', 4, origins))
  const { placed } = layLanes(marks, axis, room)
  expect([...placed].sort((p, q) => q.r - p.r).map((p) => p.mark.id)).toEqual(['o16', 'o9', 'o4', 'o3', 'o2', 'o1'])
  expect([...placed].sort((p, q) => q.y - p.y)[0]?.mark.id).toBe('o16')
  for (const p of placed)
    for (const q of placed) if (p !== q) expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThanOrEqual(p.r + q.r)
})

test('what a crowded day has no room for is counted', () => {
  const marks = Array.from({ length: 200 }, (_, i) => mark(`v${i}`, 'to', 4))
  const { placed, rest } = layLanes(marks, axis, room)
  expect(rest).toEqual([expect.objectContaining({ lane: 'a-deeds', n: 200 - placed.length })])
})
