import { expect, test } from 'vitest'
import type { Filter } from '../filter.ts'
import { askedInWords } from './asked.ts'

const told = (filter: Filter, place?: string) => askedInWords(filter, 'What happened', place)

test('a filter is the title of a page, and nothing is said of what it does not ask', () => {
  expect(told({})).toBe('What happened')
  expect(told({ country: 'IRQ' })).toBe('What happened, in Iraq')
  expect(told({ country: 'IRQ' }, 'Baghdad')).toBe('What happened, in Baghdad, Iraq')
  expect(told({ actor: 'IRN', recipient: 'USA', quadClass: '4' })).toBe('Material conflict, Iran → the United States')
  expect(told({ recipient: 'Farid Rahmani', status: 'alleged' })).toBe('Anybody → Farid Rahmani, alleged')
})

test('days are told as the last one included', () => {
  expect(told({ from: '2020-01-03', until: '2020-01-04' })).toBe('What happened, on Friday 3 January 2020')
  expect(told({ type: 'THREATEN', from: '2020-01-03', until: '2020-01-06' })).toBe(
    'Threat (THREATEN), from Friday 3 January 2020 to Sunday 5 January 2020',
  )
})
