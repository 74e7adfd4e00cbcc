import { describe, expect, test } from 'vitest'
import type { EventType } from '../../codebook/index.ts'
import { whyNoEvent } from './no-events.ts'

/** Why the word between square brackets is no event. */
function why(marked: string, type: EventType = 'ASSAULT'): string | null {
  const start = marked.indexOf('[')
  const text = marked.replace('[', '').replace(']', '')
  return whyNoEvent(text, { start: 0, end: text.length }, { start, end: marked.indexOf(']') - 1 }, type)
}

describe('a treaty', () => {
  test.each(['The port grew under the Tavrian nuclear [deal].', 'He wants to leave the peace [accord].'])(
    'that is named: %s',
    (text) => expect(why(text, 'AGREE')).toBe('a treaty that is named'),
  )
  test.each([
    'The two sides signed the peace [accord].',
    'They spoke of the trade [deal] reached on Friday.',
    'The two sides reached a peace [deal].',
  ])('that is made: %s', (text) => expect(why(text, 'AGREE')).toBeNull())
})

describe('figures of speech', () => {
  test.each([
    'The Twitter [fight] between the two presidents went on.',
    'A [war] of words broke out over the tariffs.',
    'She lost a long legal [battle] with the ministry.',
    'The minister came [under fire] for the delay.',
    'He [shot] down a proposal to move the talks.',
    'Delegates [killed] the bill late on Monday.',
    'Gold [hit] a record high on Friday.',
    'The bill was [killed] in committee.',
    'The minister is under [siege] from reporters.',
    'The [battle] for the party goes beyond a Twitter fight.',
    'Firefighters [battled] the blaze until dawn.',
    'The Giants [destroyed] the Bears 45-3 on Sunday.',
  ])('%s', (text) => expect(why(text)).toBe('a figure of speech'))

  test.each([
    'Rebels [shot] down a helicopter near the dam.',
    'A [battle] for the bridge went on all night.',
    'Militants [killed] the mayor of the town.',
    'The convoy came [under fire] near the border.',
    'Prisoners began a hunger [strike].',
    'The town has been under [siege] for years.',
    'Men [attacked] the bill collector in his car.',
    'The army [killed] 10-15 people there.',
  ])('really meant: %s', (text) => expect(why(text)).toBeNull())
})

describe('services', () => {
  test('a prayer is the occasion of words', () => {
    expect(why('The cleric led Friday [prayers] for the first time in years.', 'SUPPORT')).toBe('a service')
    expect(why('Gunmen [attacked] Friday prayers.')).toBeNull()
  })
})

test('what has no will attacks nobody', () => {
  expect(why('The virus [killed] 300 people.')).toBe('a misfortune')
  expect(why('Ten died in the [stampede].')).toBe('a misfortune')
  expect(why('Rebels [killed] 300 people.')).toBeNull()
})

test('a source that asks for no name does not refuse or ask anything else', () => {
  expect(why('The officer, who [declined] to be named, left.', 'REJECT')).toBe('a source that asks for no name')
  expect(why('The officer [declined] to be moved.', 'REJECT')).toBeNull()
})

test('"seek and destroy" asks for nothing', () => {
  expect(why('The army will [seek] and destroy them.', 'REQUEST')).toBe('a figure of speech')
  expect(why('The army will [seek] help.', 'REQUEST')).toBeNull()
})

test('a red line may be a threat', () => {
  expect(why('He spoke of a red [line].')).toBe('a figure of speech')
  expect(why('He drew a red [line] for the army.', 'THREATEN')).toBeNull()
})

describe('sport and fiction', () => {
  test('a match full of attacks', () =>
    expect(why('The Lions [attacked] from the first minute of the final and scored twice.')).toBe('sport or fiction'))
  test('a film about a war', () =>
    expect(why('In the film, the sequel to his novel, rebels [attack] the palace.', 'ASSAULT')).toBe(
      'sport or fiction',
    ))
  test('a cricket page', () =>
    expect(why('The talk in the dressing room was of another [attack]: the seamers rattled the batting.')).toBe(
      'sport or fiction',
    ))
  test('violence at a match is violence', () =>
    expect(why('Fans [attacked] police outside the stadium after the match.')).toBeNull())
  test('one word of sport is not enough', () => expect(why('The stadium was [shelled] overnight.')).toBeNull())
})
