import { describe, expect, test } from 'vitest'
import { clustersOf, documentOf } from '../../../test/document-of.ts'
import type { Told } from '../attributions/tell-speakers.ts'
import { rollUpToCountry } from './country-of.ts'
import { exactTimes } from './exact-times.ts'
import type { RawEvent } from './find-events.ts'
import { saidOn } from './said-on.ts'
import { type Setting, shareSettings } from './share-settings.ts'
import { timesOf } from './when.ts'
import { placesOf } from './where.ts'

type Draw = {
  readonly type: RawEvent['type']
  readonly on: string
  readonly mode?: string
  readonly status?: RawEvent['status']
  readonly by?: string
  readonly to?: string
  readonly time?: string
  readonly place?: string
}
const PLACE = { kind: 'place', tags: new Map([['place', 0.9]]) } as const

/** Place and time of each event after the rules: "killed: Basra, on Monday"; `said` is the cue of the first mention's words. */
function settle(
  text: string,
  who: readonly string[],
  where: readonly string[],
  draws: readonly Draw[],
  said?: string,
): string[] {
  const { doc, at, mention } = documentOf(text)
  const groups = [
    ...who.map((words) => words.split(' = ').map((w) => mention(w))),
    ...where.map((words) => [mention(words, PLACE)]),
  ]
  const clusters = clustersOf(groups)
  const indexOf = (words: string | undefined): number =>
    clusters.drafts.findIndex((d) => text.slice(d.start, d.end) === words)
  const list = (words: string | undefined): number[] => (words ? [indexOf(words)] : [])
  const events = draws.map(
    (d): RawEvent => ({
      type: d.type,
      mode: d.mode ?? null,
      status: d.status ?? 'happened',
      trigger: at(d.on, d.type),
      actors: list(d.by),
      recipients: list(d.to),
      place: null,
      time: null,
      score: 0.9,
    }),
  )
  const times = timesOf(doc)
  const places = placesOf(doc, clusters)
  const own = draws.map((d): Setting => ({ place: indexOf(d.place), time: times.findIndex((t) => t.text === d.time) }))
  const told: Told[] = said
    ? [{ source: null, cue: at(said), content: [], hint: -1, score: 0.9, speaker: 0, within: -1 }]
    : []
  const shared = exactTimes(doc, clusters, events, shareSettings(doc, events, clusters, own), times)
  const settings = rollUpToCountry(doc, clusters, events, saidOn(doc, clusters, events, shared, times, told), places)
  return settings.map((s, i) => {
    const draft = clusters.drafts[s.place]
    return `${draws[i]?.on}: ${draft ? text.slice(draft.start, draft.end) : '-'}, ${times[s.time]?.text ?? '-'}`
  })
}

describe('shareSettings', () => {
  test('one act told twice, paragraphs apart, has one place and day; another act has not', () => {
    const text =
      'Rebels killed six miners. It rained. The mayor wept. The pit was shut. Nobody came. The miners were shot dead in Basra on Monday. The mayor jailed a thief.'
    expect(
      settle(
        text,
        ['Rebels', 'six miners = The miners', 'The mayor'],
        ['Basra'],
        [
          { type: 'ASSAULT', on: 'killed', by: 'Rebels', to: 'six miners' },
          { type: 'ASSAULT', on: 'dead', to: 'The miners', place: 'Basra', time: 'on Monday' },
          { type: 'COERCE', on: 'jailed', by: 'The mayor' },
        ],
      ),
    ).toEqual(['killed: Basra, on Monday', 'dead: Basra, on Monday', 'jailed: -, -'])
  })

  test('what is only planned was not on the day of what was done', () => {
    expect(
      settle(
        'Rebels raided Basra on Monday. They will raid it again.',
        ['Rebels = They'],
        ['Basra'],
        [
          { type: 'ASSAULT', on: 'raided', by: 'Rebels', place: 'Basra', time: 'on Monday' },
          { type: 'ASSAULT', on: 'raid it', by: 'They', status: 'intended' },
        ],
      ),
    ).toEqual(['raided: Basra, on Monday', 'raid it: Basra, -'])
  })
})

test('"last week" gives way to the day that a later telling names', () => {
  const tell = (day: string) =>
    settle(
      `Rebels killed six miners last week. The killed miners died ${day}.`,
      ['Rebels', 'six miners = miners'],
      [],
      [
        { type: 'ASSAULT', on: 'killed six', by: 'Rebels', to: 'six miners', time: 'last week' },
        { type: 'ASSAULT', on: 'killed miners', to: 'miners', time: day },
      ],
    )[0]
  expect(tell('last Wednesday')).toBe('killed six: -, last Wednesday')
  expect(tell('in 2015')).toBe('killed six: -, last week')
})

test('words of the lede are of the day on which they are quoted', () => {
  const tell = (verb: string) =>
    settle(
      `Okoth hit back at critics. “Wait,” Okoth ${verb} on Monday.`,
      ['Okoth'],
      [],
      [{ type: 'ACCUSE', on: 'hit back', by: 'Okoth' }],
      verb,
    )
  expect(tell('said')).toEqual(['hit back: -, on Monday'])
  expect(tell('left')).toEqual(['hit back: -, -'])
})

describe('rollUpToCountry', () => {
  test('where all places lie in one country that is named, an act without a place was there', () => {
    expect(
      settle(
        'In Iraq, Mosul and Basra shook. A blast killed six.',
        [],
        ['Iraq', 'Mosul', 'Basra'],
        [{ type: 'ASSAULT', on: 'killed' }],
      ),
    ).toEqual(['killed: Iraq, -'])
    expect(settle('In Iraq it rained. A blast killed six.', [], ['Iraq'], [{ type: 'ASSAULT', on: 'killed' }])).toEqual(
      ['killed: -, -'],
    )
  })

  test('a state arrests and bans at home; what it does elsewhere is not placed', () => {
    expect(
      settle('Turkey banned the march.', ['Turkey'], [], [{ type: 'COERCE', on: 'banned', by: 'Turkey' }]),
    ).toEqual(['banned: Turkey, -'])
    expect(
      settle(
        'Turkey detained sailors of Iran.',
        ['Turkey', 'Iran'],
        [],
        [{ type: 'COERCE', on: 'detained', by: 'Turkey', to: 'Iran' }],
      ),
    ).toEqual(['detained: -, -'])
    expect(settle('Turkey shelled.', ['Turkey'], [], [{ type: 'ASSAULT', on: 'shelled', by: 'Turkey' }])).toEqual([
      'shelled: -, -',
    ])
  })
})
