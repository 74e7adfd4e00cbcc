import { describe, expect, test } from 'vitest'
import { fill } from '../../../test/fill-by-hand.ts'

describe('fillParties, where grammar settles it', () => {
  test('who should do a thing asks for nothing, whatever the model says', () => {
    expect(
      fill(
        'Okafor said the rebels should leave.',
        ['Okafor', 'the rebels'],
        [{ type: 'REQUEST', on: 'should', by: 'the rebels' }],
        {
          source: 'Okafor',
          cue: 'said',
          content: 'the rebels should leave',
        },
      ),
    ).toEqual(['Okafor should the rebels'])
    expect(
      fill(
        'Okafor said the rebels should be freed.',
        ['Okafor', 'the rebels'],
        [{ type: 'REQUEST', on: 'should', to: 'the rebels' }],
        {
          source: 'Okafor',
          cue: 'said',
          content: 'the rebels should be freed',
        },
      ),
    ).toEqual(['Okafor should ?'])
  })

  test('of two who were killed together both were', () => {
    expect(
      fill(
        'Okafor was killed along with Baraka in a raid.',
        ['Okafor', 'Baraka'],
        [
          { type: 'ASSAULT', on: 'killed', to: 'Baraka' },
          { type: 'ASSAULT', on: 'raid' },
        ],
      ),
    ).toEqual(['? killed Okafor+Baraka', '? raid Okafor+Baraka'])
  })

  test('of verbs in one row all have one doer, of two that are joined both an object', () => {
    expect(
      fill(
        'Okafor bombed the port, and also shelled the quay.',
        ['Okafor', 'the port', 'the quay'],
        [
          { type: 'ASSAULT', on: 'bombed', by: 'Okafor', to: 'the port' },
          { type: 'ASSAULT', on: 'shelled', to: 'the quay' },
        ],
      ),
    ).toEqual(['Okafor bombed the port', 'Okafor shelled the quay'])
    expect(
      fill(
        'Okafor is killing or imprisoning Tavrians.',
        ['Okafor', 'Tavrians'],
        [
          { type: 'ASSAULT', on: 'killing', by: 'Okafor' },
          { type: 'COERCE', on: 'imprisoning', to: 'Tavrians' },
        ],
      ),
    ).toEqual(['Okafor killing Tavrians', 'Okafor imprisoning Tavrians'])
  })

  test('who vows to go on doing it does it', () => {
    expect(
      fill(
        'Okafor vowed to continue fighting Baraka.',
        ['Okafor', 'Baraka'],
        [
          { type: 'THREATEN', on: 'vowed', by: 'Okafor' },
          { type: 'ASSAULT', on: 'fighting', to: 'Baraka' },
        ],
      ),
    ).toEqual(['Okafor vowed ?', 'Okafor fighting Baraka'])
  })
})
