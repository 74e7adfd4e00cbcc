import { expect, test } from 'vitest'
import { joinedInWords } from './joined.ts'

test('what speaks for a joining and what against it, the heaviest first', () => {
  expect(joinedInWords('type +0.5, time +3.2, place -0.5, whom it is about -3')).toBe(
    'Taken for this event by the day (3.2), the kind of act (0.5); against it speak whom it is about (3), the place (0.5).',
  )
})

test('the first report, and a judgement, are told as such', () => {
  expect(joinedInWords('first report')).toBe('This report is the first that the record has of this event.')
  expect(joinedInWords('a judgement')).toBe('Taken for this event by a judgement.')
})
