import { expect, test } from 'vitest'
import { disputesOf } from './disputes.ts'
import { emptyProfile, type Profile } from './join/profile.ts'

/** What the reports of an event stand against each other about: "killed: 0-0 / 80-80". */
function told(given: Partial<Profile>): string[] {
  return disputesOf({ ...emptyProfile(), ...given }).map(
    (d) => `${d.about}: ${d.claims.map((c) => c.claim).join(' / ')}`,
  )
}
const on = (from: string) => ({ from, until: from, precision: 'day', n: 1 })

test('numbers that do not meet are a dispute, ranges that do are none', () => {
  expect(told({ killed: { '0-0': ['o:a'], '80-80': ['o:b'] } })).toEqual(['killed: 0-0 / 80-80'])
  expect(told({ killed: { '3-9': ['o:a'], '5-5': ['o:b'] } })).toEqual([])
})

test('days next to each other are none, days further apart are', () => {
  expect(told({ days: [on('2020-01-07'), on('2020-01-08')] })).toEqual([])
  expect(told({ days: [on('2020-01-05'), on('2020-01-08')] })).toEqual(['day: 2020-01-05 / 2020-01-08'])
})

test('what one denies and another says happened is told with both', () => {
  const statuses = { happened: { own: ['o:a'], said: [] }, denied: { own: [], said: ['s:1'] } }
  expect(told({ statuses })).toEqual(['status: happened / denied'])
})

test('what one means to do and another denies is a dispute as well', () => {
  const statuses = { intended: { own: [], said: ['s:1'] }, denied: { own: [], said: ['s:2'] } }
  expect(told({ statuses })).toEqual(['status: intended / denied'])
})
