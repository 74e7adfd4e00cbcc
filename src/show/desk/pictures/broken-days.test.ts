import { expect, test } from 'vitest'
import { brokenDays, stretchInWords } from './broken-days.ts'

const LONG = { from: '2018-05-02', until: '2019-12-27', days: 604 }

test('a day of years ago does not press three weeks into a line: its silence is broken off', () => {
  const axis = brokenDays(
    { first: '2018-05-01', last: '2020-01-17', silences: [LONG] },
    { left: 0, right: 1060, breakWidth: 60 },
  )
  // One day before the break and 22 after it share what the break leaves.
  expect(Math.round(axis.dayWidth)).toBe(43)
  expect(axis.gaps).toEqual([expect.objectContaining({ days: 604, broken: true })])
  expect(Math.round(axis.start('2019-12-27') - axis.start('2018-05-02'))).toBe(60)
})

test('a short silence keeps its true length', () => {
  const six = { from: '2020-01-11', until: '2020-01-12', days: 1 }
  const axis = brokenDays(
    { first: '2020-01-01', last: '2020-01-20', silences: [six] },
    { left: 0, right: 1000, breakWidth: 60 },
  )
  expect(axis.gaps[0]?.broken).toBe(false)
  expect(axis.start('2020-01-12') - axis.start('2020-01-11')).toBeCloseTo(50)
})

test('days are named so far apart that their words have room, and a year is told once', () => {
  const axis = brokenDays(
    { first: '2019-12-27', last: '2020-01-17', silences: [] },
    { left: 0, right: 350, breakWidth: 44 },
  )
  const gaps = axis.ticks.slice(1).map((t, i) => t.x - (axis.ticks[i]?.x ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(46)
  expect(axis.ticks.flatMap((t) => t.year ?? [])).toEqual(['2019', '2020'])
})

test('a silence is told in the unit a person would use', () => {
  expect([1, 6, 90, 604, 1200].map(stretchInWords)).toEqual(['1 day', '6 days', '3 months', '20 months', '3 years'])
})
