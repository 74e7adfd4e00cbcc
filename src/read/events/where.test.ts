import { describe, expect, test } from 'vitest'
import { clustersOf, documentOf } from '../../../test/document-of.ts'
import type { RawEvent } from './find-events.ts'
import { placeOf, placesOf } from './where.ts'

const PLACE = { kind: 'place', tags: new Map([['place', 0.9]]) } as const

/** The places among the mentions: "Basra IRQ city". */
function places(
  text: string,
  names: readonly string[],
  more: Parameters<ReturnType<typeof documentOf>['mention']>[1] = PLACE,
): string[] {
  const { doc, mention } = documentOf(text)
  const clusters = clustersOf(names.map((n) => [mention(n, more)]))
  return [...placesOf(doc, clusters).values()].map((p) => `${p.name} ${p.country} ${p.precision}`)
}

describe('placesOf', () => {
  test('a place is resolved with what the article names beside it', () => {
    expect(places('They met in Mosul, Iraq.', ['Mosul'])).toEqual(['Mosul IRQ city'])
    expect(places('They met in Xyzzyville.', ['Xyzzyville'])).toEqual([])
  })

  test('a people’s name and a pronoun are no places', () => {
    expect(places('Turkish shelling hit the road.', ['Turkish'], { form: 'demonym', kind: 'state' })).toEqual([])
    expect(places('They left it.', ['it'], { ...PLACE, form: 'pronoun', name: null })).toEqual([])
  })
})

describe('placesOf, of places that are not named so', () => {
  test('"the town" and "the country" are the last of their kind', () => {
    const text = 'They met in Mosul. Troops left the town, then the country.'
    const { doc, mention } = documentOf(text)
    const plain = { ...PLACE, form: 'description', name: null } as const
    const all = [mention('Mosul', PLACE), mention('the town', plain), mention('the country', plain)]
    const clusters = clustersOf(all.map((m) => [m]))
    expect([...placesOf(doc, clusters).values()].map((p) => p.name)).toEqual(['Mosul', 'Mosul', 'Mosul'])
  })

  test('a capital is a place where something happens in it, its government is none', () => {
    const where = (text: string) => places(text, ['Paris'], { tags: new Map([['party', 0.9]]), kind: 'state' })
    expect(where('The Paris attacks shocked many.')).toEqual(['Paris FRA city'])
    expect(where('Ministers met in Paris.')).toEqual(['Paris FRA city'])
    expect(where('Talks with Paris failed.')).toEqual([])
  })
})

describe('placeOf', () => {
  /** The place of the word "attacked"; places are those mentions that stand in Iraq. */
  function place(text: string, names: readonly string[], linked?: string, party?: string): string | null {
    const { doc, at, mention } = documentOf(text)
    const clusters = clustersOf(names.map((n) => [mention(n, PLACE)]))
    const indexOf = (words: string) => clusters.drafts.findIndex((d) => text.slice(d.start, d.end) === words)
    const event = {
      trigger: at('attacked'),
      place: linked ? at(linked) : null,
      actors: [],
      recipients: party ? [indexOf(party)] : [],
    } as unknown as RawEvent
    const draft = clusters.drafts[placeOf(doc, clusters, event, placesOf(doc, clusters))]
    return draft ? text.slice(draft.start, draft.end) : null
  }

  test.each([
    ['Rebels attacked a post in Basra.', ['Basra'], 'Basra'],
    ['In Basra, rebels attacked a post.', ['Basra'], 'Basra'],
    ['Rebels attacked a post. It rained in Basra.', ['Basra'], null],
    ['Rebels attacked a post in Basra and one in Mosul.', ['Basra', 'Mosul'], null],
  ])('without a link, the only "in …" of the sentence: %s', (text, names, expected) => {
    expect(place(text, names)).toBe(expected)
  })

  test('the model’s link comes first', () => {
    expect(place('Rebels attacked a post in Basra and one in Mosul.', ['Basra', 'Mosul'], 'Mosul')).toBe('Mosul')
  })

  test('a party is not the place', () => {
    expect(place('Rebels attacked posts of Basra.', ['Basra'], undefined, 'Basra')).toBeNull()
  })
})
