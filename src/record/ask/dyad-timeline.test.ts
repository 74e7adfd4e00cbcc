import { expect, test } from 'vitest'
import { silencesOf } from './dyad-timeline.ts'

test('a gap is a silence when it is more than three times the usual step', () => {
  const days = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-03', '2020-01-04', '2020-01-10', '2020-01-11']
  expect(silencesOf(days)).toEqual({ usual: 1, silences: [{ from: '2020-01-05', until: '2020-01-10', days: 5 }] })
})

test('where exchanges are rare, a week is no silence', () => {
  const days = ['2020-01-01', '2020-01-06', '2020-01-11', '2020-01-18', '2020-01-23']
  expect(silencesOf(days)).toEqual({ usual: 5, silences: [] })
})

test('of two or three exchanges nothing is usual', () => {
  expect(silencesOf(['2018-05-01', '2020-01-01'])).toEqual({ usual: null, silences: [] })
})
