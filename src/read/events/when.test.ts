import { describe, expect, test } from 'vitest'
import { documentOf, type Hand } from '../../../test/document-of.ts'
import type { Told } from '../attributions/tell-speakers.ts'
import type { RawEvent } from './find-events.ts'
import { timeOf, timesOf } from './when.ts'

describe('timesOf', () => {
  test('where the model sees a time, and where the words alone tell one', () => {
    const { doc } = documentOf('On Monday troops left. They came back the night the wall fell and met last week.', {
      found: { time: ['the night the wall fell'] },
    })
    expect(timesOf(doc).map((t) => `${t.text} = ${t.from}`)).toEqual([
      'On Monday = 2020-02-17',
      'the night the wall fell = null',
      'last week = 2020-02-10',
    ])
  })

  test('one time where both see it, with the model’s borders; none in what is skipped', () => {
    const both = documentOf('Troops left early on Monday.', { found: { time: ['Monday'] } })
    expect(timesOf(both.doc).map((t) => t.text)).toEqual(['Monday'])
    const skipped = documentOf('Updated on Monday. Troops left.', {
      skipped: [{ start: 0, end: 18, why: 'page-furniture' }],
    })
    expect(timesOf(skipped.doc)).toEqual([])
  })
})

/** One attribution, or none. */
function told(said: { readonly cue: string; readonly content: string } | undefined, at: Hand['at']): Told[] {
  if (!said) return []
  return [
    { source: null, cue: at(said.cue), content: [at(said.content)], hint: -1, score: 0.9, speaker: 0, within: -1 },
  ]
}

describe('timeOf', () => {
  /** The time of the word "left". */
  const time = (
    text: string,
    linked?: string,
    said?: { readonly cue: string; readonly content: string },
    status: RawEvent['status'] = 'happened',
  ): string | null => {
    const { doc, at } = documentOf(text)
    const times = timesOf(doc)
    return (
      times[timeOf(doc, { trigger: at('left'), time: linked ? at(linked) : null, status }, times, told(said, at))]
        ?.text ?? null
    )
  }

  test.each([
    ['Troops left on Monday.', 'on Monday'],
    ['On Monday troops left.', 'On Monday'],
    ['Troops left. It rained on Monday.', null],
    ['Troops left on Monday and came back on Tuesday.', null],
    ['“Troops left,” she said on Monday.', null],
    ['It rained on Monday, but the troops left.', null],
    ['Troops left in recent days.', null],
    ['The talks, a year in the making, began on Monday, just as the last troops left.', 'on Monday'],
  ])('without a link, the only time of the clause: %s', (text, expected) => {
    expect(time(text)).toBe(expected)
  })

  test('the day somebody said it is not the day it was, even where the model thinks so', () => {
    const said = { cue: 'said', content: 'the troops had left' }
    expect(time('She said on Monday that the troops had left.', 'on Monday', said)).toBeNull()
    expect(time('She said the troops had left on Monday.', 'on Monday', said)).toBe('on Monday')
  })

  test('what is done was not next week', () => {
    const text = 'The talks continue next week though troops left.'
    expect(time(text)).toBeNull()
    expect(time(text, undefined, undefined, 'intended')).toBe('next week')
  })

  test('the model’s link comes first', () => {
    expect(time('Troops left on Monday and came back on Tuesday.', 'on Monday')).toBe('on Monday')
    expect(time('On Tuesday it rained; troops left.', 'On Tuesday')).toBe('On Tuesday')
  })
})
