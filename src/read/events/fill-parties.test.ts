import { describe, expect, test } from 'vitest'
import { fill } from '../../../test/fill-by-hand.ts'
import type { RawEvent } from './find-events.ts'

describe('fillParties', () => {
  test('who speaks is the one who accuses', () => {
    expect(
      fill(
        'Okafor blamed the army for it.',
        ['Okafor', 'the army'],
        [{ type: 'ACCUSE', on: 'blamed', to: 'the army' }],
        {
          source: 'Okafor',
          cue: 'blamed',
          content: 'the army for it',
        },
      ),
    ).toEqual(['Okafor blamed the army'])
  })

  test('"must": the speaker asks it of the one before it', () => {
    expect(
      fill('Okafor said the rebels must leave.', ['Okafor', 'the rebels'], [{ type: 'REQUEST', on: 'must' }], {
        source: 'Okafor',
        cue: 'said',
        content: 'the rebels must leave',
      }),
    ).toEqual(['Okafor must the rebels'])
  })

  test('who vows to do it does it; who is urged to do it does it', () => {
    expect(
      fill(
        'Okafor threatened to storm the city.',
        ['Okafor', 'the city'],
        [
          { type: 'THREATEN', on: 'threatened', by: 'Okafor' },
          { type: 'ASSAULT', on: 'storm', to: 'the city' },
        ],
      ),
    ).toEqual(['Okafor threatened ?', 'Okafor storm the city'])
    expect(
      fill(
        'Okafor urged the rebels to withdraw.',
        ['Okafor', 'the rebels'],
        [
          { type: 'REQUEST', on: 'urged', by: 'Okafor', to: 'the rebels' },
          { type: 'RETREAT', on: 'withdraw' },
        ],
      ),
    ).toEqual(['Okafor urged the rebels', 'the rebels withdraw ?'])
  })

  test('of two verbs joined by "and" both have one doer', () => {
    expect(
      fill(
        'Police beat and arrested protesters.',
        ['Police', 'protesters'],
        [
          { type: 'ASSAULT', on: 'beat', by: 'Police' },
          { type: 'COERCE', on: 'arrested', to: 'protesters' },
        ],
      ),
    ).toEqual(['Police beat protesters', 'Police arrested protesters'])
  })

  test('"the air strikes" are the ones told before; other strikes are not', () => {
    const told = (second: string, on: string) =>
      fill(
        `Rebels staged strikes on the town. ${second}`,
        ['Rebels', 'the town'],
        [
          { type: 'ASSAULT', on: 'strikes', by: 'Rebels', to: 'the town' },
          { type: 'ASSAULT', on },
        ],
      )[1]
    expect(told('The air strikes lasted an hour.', 'air strikes')).toBe('Rebels air strikes the town')
    expect(told('Other air strikes followed.', 'air strikes')).toBe('? air strikes ?')
    expect(told('The fire burned on.', 'fire')).toBe('? fire ?')
  })

  test('words for one act have one doer: "killed in an ambush by rebels", "a raid that killed"', () => {
    expect(
      fill(
        'Six men were killed in an ambush by rebels.',
        ['Six men', 'rebels'],
        [
          { type: 'ASSAULT', on: 'killed', to: 'Six men' },
          { type: 'ASSAULT', on: 'ambush' },
        ],
      ),
    ).toEqual(['rebels killed Six men', 'rebels ambush Six men'])
    expect(
      fill(
        'The army’s raid in May that killed six men was long.',
        ['The army', 'six men'],
        [
          { type: 'ASSAULT', on: 'raid', by: 'The army' },
          { type: 'ASSAULT', on: 'killed', to: 'six men' },
        ],
      ),
    ).toEqual(['The army raid six men', 'The army killed six men'])
  })

  test('a preposition settles who acts and to whom, whatever the model says', () => {
    expect(
      fill(
        'The militia backed by Kesra left.',
        ['The militia', 'Kesra'],
        [{ type: 'AID', on: 'backed', by: 'The militia' }],
      ),
    ).toEqual(['Kesra backed The militia'])
    expect(
      fill(
        'Raids on the militia by Kesra and Tavria went on.',
        ['the militia', 'Kesra', 'Tavria'],
        [{ type: 'ASSAULT', on: 'Raids', by: 'the militia' }],
      ),
    ).toEqual(['Kesra+Tavria Raids the militia'])
    expect(
      fill('Aid workers came under heavy fire.', ['Aid workers'], [{ type: 'ASSAULT', on: 'fire', by: 'Aid workers' }]),
    ).toEqual(['? fire Aid workers'])
    expect(
      fill(
        'Kesra accepts the demands by rebels.',
        ['Kesra', 'rebels'],
        [{ type: 'CONCEDE', on: 'accepts', by: 'Kesra' }],
      ),
    ).toEqual(['Kesra accepts ?'])
  })

  test('a verb that carries a noun tells whose deed it is', () => {
    expect(fill('Rebels have carried out the raid.', ['Rebels'], [{ type: 'ASSAULT', on: 'raid' }])).toEqual([
      'Rebels raid ?',
    ])
    expect(
      fill(
        'Okafor blamed the army and ordered new strikes.',
        ['Okafor', 'the army'],
        [
          { type: 'REQUEST', on: 'ordered', by: 'Okafor' },
          { type: 'ASSAULT', on: 'strikes' },
        ],
      ),
    ).toEqual(['Okafor ordered ?', 'Okafor strikes ?'])
    expect(fill('Rebels feared the raid.', ['Rebels'], [{ type: 'ASSAULT', on: 'raid' }])).toEqual(['? raid ?'])
  })

  test('those whom a request is about are not those who are asked', () => {
    const asked = (text: string) =>
      fill(
        text,
        ['Okafor', 'the men'],
        [{ type: 'REQUEST', on: text.split(' ')[1] ?? '', by: 'Okafor', to: 'the men' }],
      )[0]
    expect(asked('Okafor wanted the men to be freed.')).toBe('Okafor wanted ?')
    expect(asked('Okafor wanted the men to leave.')).toBe('Okafor wanted the men')
    expect(
      fill(
        'Okafor urged pressure on the army.',
        ['Okafor', 'the army'],
        [
          { type: 'REQUEST', on: 'urged', by: 'Okafor', to: 'the army' },
          { type: 'REQUEST', on: 'pressure', to: 'the army' },
        ],
      ),
    ).toEqual(['Okafor urged ?', '? pressure the army'])
  })

  test('troops that are withdrawn withdraw; a place is no recipient of it', () => {
    expect(
      fill(
        'The troops will be withdrawn.',
        ['The troops'],
        [{ type: 'RETREAT', mode: 'withdraw', on: 'withdrawn', to: 'The troops' }],
      ),
    ).toEqual(['The troops withdrawn ?'])
    expect(
      fill(
        'The army freed the men.',
        ['The army', 'the men'],
        [{ type: 'RETREAT', mode: 'release', on: 'freed', by: 'The army', to: 'the men' }],
      ),
    ).toEqual(['The army freed the men'])
  })

  test('the likeliest actor stands in where an act must have one', () => {
    const left = (type: RawEvent['type']) =>
      fill('Despite the vote Kesra remained against.', ['Kesra'], [{ type, on: 'against', likely: 'Kesra' }])[0]
    expect(left('REJECT')).toBe('Kesra against ?')
    expect(left('ASSAULT')).toBe('? against ?')
  })

  test('what is given stays, nobody acts on himself, and what nothing tells stays empty', () => {
    expect(
      fill(
        'Rebels attacked the town. The army shelled Kesra.',
        ['Rebels', 'the town', 'The army', 'Kesra'],
        [
          { type: 'ASSAULT', on: 'attacked', by: 'Rebels', to: 'the town' },
          { type: 'ASSAULT', on: 'shelled', by: 'The army', to: 'Kesra' },
        ],
      ),
    ).toEqual(['Rebels attacked the town', 'The army shelled Kesra'])
    expect(fill('Rebels attacked. Marchers shouted.', ['Rebels'], [{ type: 'PROTEST', on: 'shouted' }])).toEqual([
      '? shouted ?',
    ])
    expect(
      fill(
        'Rebels hit Kesra and shelled.',
        ['Rebels', 'Kesra'],
        [
          { type: 'ASSAULT', on: 'hit', by: 'Rebels', to: 'Kesra' },
          { type: 'ASSAULT', on: 'shelled', by: 'Kesra' },
        ],
      ),
    ).toEqual(['Rebels hit Kesra', 'Kesra shelled ?'])
  })
})
