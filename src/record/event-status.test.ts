import { expect, test } from 'vitest'
import type { Status } from '../codebook/index.ts'
import { statusOf, tollOf } from './event-status.ts'
import { emptyProfile } from './join/profile.ts'

/** `own`: an outlet in its own words; `said`: a speaker. */
function status(given: Partial<Record<Status, { own?: string[]; said?: string[] }>>): Status {
  const statuses = Object.fromEntries(
    Object.entries(given).map(([name, { own = [], said = [] }]) => [name, { own, said }]),
  )
  return statusOf({ ...emptyProfile(), statuses })
}

test('one outlet in its own words makes it happened, one speaker only alleged, two speakers happened', () => {
  expect(status({ happened: { own: ['o:wire'] } })).toBe('happened')
  expect(status({ happened: { said: ['s:1'] } })).toBe('alleged')
  expect(status({ happened: { said: ['s:1', 's:2'] } })).toBe('happened')
})

test('as many who deny it as say it leave it alleged; nobody else leaves it denied', () => {
  expect(status({ happened: { own: ['o:wire'] }, denied: { said: ['s:1'] } })).toBe('alleged')
  expect(status({ denied: { said: ['s:1'] } })).toBe('denied')
})

test('a thing not done yet is what most origins call it', () => {
  expect(status({ hypothetical: { own: ['o:a', 'o:b'] }, intended: { said: ['s:1'] } })).toBe('hypothetical')
  expect(status({ 'called-for': { said: ['s:1'] }, intended: { said: ['s:2'] } })).toBe('intended')
})

test('the toll is lowest, highest and what most independent origins say', () => {
  expect(tollOf({ '5-5': ['o:wire'], '7-7': ['o:daily', 's:1'], '2-3': ['u:g1'] })).toEqual({
    low: 2,
    high: 7,
    best: 7,
  })
})
