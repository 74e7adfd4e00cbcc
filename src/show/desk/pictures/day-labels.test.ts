import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Flag, placeFlags } from './day-labels.ts'

const room = { lanes: 2, left: 0, right: 600 }
/** Each placed flag: where its words are. */
const told = (flags: readonly Flag[]) =>
  placeFlags(flags, room).map(({ flag, lane, side }) => `${flag.x} ${side}, lane ${lane}`)

test('of close days the heavier is placed, others only where they touch nothing', () => {
  const close = [
    { x: 300, width: 120, weight: 9 },
    { x: 350, width: 120, weight: 5 },
    { x: 320, width: 120, weight: 4 },
  ]
  expect(told(close)).toEqual(['300 right, lane 0'])
  expect(
    told([
      { x: 300, width: 120, weight: 9 },
      { x: 290, width: 120, weight: 5 },
    ]),
  ).toEqual(['300 right, lane 0', '290 left, lane 0'])
})

test('near the right edge words run to the left', () => {
  expect(told([{ x: 560, width: 120, weight: 1 }])).toEqual(['560 left, lane 0'])
})

test('no two labels touch, and no pole runs through words', () => {
  const flag = fc.record({
    x: fc.integer({ min: 0, max: 600 }),
    width: fc.integer({ min: 40, max: 180 }),
    weight: fc.integer({ min: 1, max: 30 }),
  })
  fc.assert(
    fc.property(fc.array(flag, { maxLength: 20 }), (flags) => {
      const placed = placeFlags(flags, room)
      const spans = placed.map(({ flag: { x, width }, side, lane }) => ({
        x,
        lane,
        from: side === 'right' ? x : x - width,
        to: side === 'right' ? x + width : x,
      }))
      for (const [i, a] of spans.entries()) {
        expect(a.from >= 0 && a.to <= 600).toBe(true)
        for (const b of spans.slice(i + 1)) {
          if (a.lane === b.lane) expect(a.to <= b.from || b.to <= a.from).toBe(true)
          const [high, low] = a.lane > b.lane ? [a, b] : [b, a]
          if (a.lane !== b.lane) expect(high.x <= low.from || high.x >= low.to).toBe(true)
        }
      }
    }),
  )
})
