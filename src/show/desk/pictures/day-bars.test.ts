import { expect, test } from 'vitest'
import { barsOf, type DayCounts, mainStretch } from './day-bars.ts'

const day = (name: string, deeds: number, words = 0): DayCounts => ({
  day: name,
  counts: { 1: 0, 2: 0, 3: words, 4: deeds },
  lead: null,
})

test('a mention of 1979 is left out, a quiet first week is not', () => {
  const days = [day('1979-11-04', 1), day('2020-01-01', 1), day('2020-01-03', 20), day('2020-01-09', 20)]
  expect(mainStretch(days)).toEqual({ from: '2020-01-01', until: '2020-01-10', before: 1 })
  expect(mainStretch(days.slice(1))).toEqual({ from: '2020-01-01', until: '2020-01-10', before: 0 })
})

test('what is no small part is never left out, however early', () => {
  expect(mainStretch([day('1979-11-04', 5), day('2020-01-03', 20)])?.from).toBe('1979-11-04')
})

test('days without events have their place', () => {
  const { unit, bars } = barsOf([day('2020-01-01', 2, 1), day('2020-01-03', 1)], {
    from: '2020-01-01',
    until: '2020-01-04',
    most: 10,
  })
  expect(unit).toBe('day')
  expect(bars.map((b) => `${b.from} ${b.events}`)).toEqual(['2020-01-01 3', '2020-01-02 0', '2020-01-03 1'])
})

test('where there are too many days a bar is a week from Monday, or a month, or a year', () => {
  const days = [day('2020-01-01', 1), day('2020-02-10', 1)]
  const at = (until: string, most: number) => {
    const { unit, bars } = barsOf(days, { from: '2020-01-01', until, most })
    return `${unit}: ${bars[0]?.from} to ${bars.at(-1)?.until}`
  }
  expect(at('2020-02-11', 20)).toBe('week: 2019-12-30 to 2020-02-17')
  expect(at('2020-02-11', 3)).toBe('month: 2020-01-01 to 2020-03-01')
  expect(at('2024-02-11', 12)).toBe('year: 2020-01-01 to 2025-01-01')
})
