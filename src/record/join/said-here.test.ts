import { expect, test } from 'vitest'
import type { Reading } from '../../codebook/index.ts'
import { saidHere } from './said-here.ts'

/** Whether the number of victims that a reading gives the trigger in this sentence is held to be its own. */
function countsOf(text: string, triggers: readonly string[], counted: string): boolean {
  const events = triggers.map((word) => {
    const start = text.indexOf(word)
    const trigger = { start, end: start + word.length, text: word }
    return {
      type: 'ASSAULT',
      trigger,
      actors: [],
      recipients: [],
      casualties: { killed: { low: 2, high: 2 }, injured: null },
    }
  })
  const reading = { events, mentions: [], entities: [], attributions: [], places: [], times: [] }
  const own = events.find((e) => e.trigger.text === counted)
  return saidHere(
    reading as unknown as Reading,
    own as unknown as Reading['events'][number],
    {
      start: 0,
      end: text.length,
    },
    text,
  ).counts
}

test('the dead of what an act answers are not its own', () => {
  const text = 'The raids came in response to the killing of two guards.'
  expect(countsOf(text, ['raids', 'killing'], 'raids')).toBe(false)
  expect(countsOf(text, ['raids', 'killing'], 'killing')).toBe(true)
})

test('the dead that a sentence tells of two words for one act are of both', () => {
  expect(countsOf('The raids killed two guards.', ['raids', 'killed'], 'raids')).toBe(true)
})
