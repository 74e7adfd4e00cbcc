import { expect, test } from 'vitest'
import { addressOn, dayInWords, dayOf } from './days.ts'

test('the handle of the slider stands for a day', () => {
  expect(dayOf('2019-12-30', 0)).toBe('2019-12-30')
  expect(dayOf('2019-12-30', 9)).toBe('2020-01-08')
  expect(dayInWords('2020-01-08')).toBe('Wednesday 8 January 2020')
})

test('an address for another day keeps the filter and drops what belongs to the old one', () => {
  const network = 'http://localhost:4600/network?tie=backs&day=2020-01-03&done=undo'
  expect(addressOn(network, 'day', '2020-01-08')).toBe('http://localhost:4600/network?tie=backs&day=2020-01-08')
  const map = 'http://localhost:4600/map?country=IRQ&cursor=1.2'
  expect(addressOn(map, 'from until', '2020-01-31')).toBe(
    'http://localhost:4600/map?country=IRQ&from=2020-01-31&until=2020-02-01',
  )
})
