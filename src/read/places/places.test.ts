import { describe, expect, test } from 'vitest'
import { gazetteer } from './gazetteer.ts'
import { placeKey } from './key.ts'
import { resolvePlaces } from './places.ts'

/** "[Paris], Texas" with the countries of the article: what the marked places are. */
function resolved(marked: string, countries: Readonly<Record<string, number>> = {}): (string | null)[] {
  const mentions: { start: number; end: number; text: string }[] = []
  let text = ''
  for (const [i, piece] of marked.split(/[[\]]/).entries()) {
    if (i % 2 === 1) mentions.push({ start: text.length, end: text.length + piece.length, text: piece })
    text += piece
  }
  return resolvePlaces(mentions, text, { countries: new Map(Object.entries(countries)) }).map(
    (p) => p && `${p.name} ${p.country} ${p.precision}`,
  )
}

describe('resolvePlaces', () => {
  test('a country is a country, and a part of it a region', () => {
    expect(resolved('in [Syria] and in [northern Syria]')).toEqual(['Syria SYR country', 'Syria SYR region'])
  })

  test('the country the article is about decides between places of one name', () => {
    expect(resolved('in [Tripoli]', { LBY: 3 })).toEqual(['Tripoli LBY city'])
    expect(resolved('in [Tripoli]', { LBN: 3 })).toEqual(['Tripoli LBN city'])
  })

  test('what stands after the comma decides', () => {
    expect(resolved('a shop in [Paris], Texas, burnt', { FRA: 2 })).toEqual(['Paris USA city'])
    expect(resolved('a shop in [Paris] burnt', { FRA: 2 })).toEqual(['Paris FRA city'])
  })

  test('a capital needs no lead over small towns of its name', () => {
    expect(resolved('before the [Paris] attacks', { USA: 5, AFG: 2 })).toEqual(['Paris FRA city'])
    expect(resolved('in [Paris], Texas', { USA: 5, FRA: 2 })).toEqual(['Paris USA city'])
  })

  test('a capital is not a small town of its own land that lies nearer to the other places', () => {
    expect(resolved('in [Tehran], [Isfahan] and [Shiraz]', { IRN: 5 })[0]).toBe('Tehran IRN city')
  })

  test('knows towns of wars by the spellings of the news', () => {
    const names = ['Deir Ezzor', 'Raqqa', 'Khan Sheikhoun', 'Kobani', 'Fallujah', 'Hodeidah']
    expect(names.map((n) => resolved(`near [${n}]`)[0]?.split(' ').at(-2))).toEqual([
      'SYR',
      'SYR',
      'SYR',
      'SYR',
      'IRQ',
      'YEM',
    ])
  })

  test('reads the name out of a longer phrase', () => {
    expect(resolved('in [the northwest province of Latakia]', { SYR: 1 })).toEqual(['Latakia SYR province'])
    expect(resolved('in [the Black Sea resort of Sochi]')).toEqual(['Sochi RUS city'])
    expect(resolved('at [their suburban Paris home]', { FRA: 1 })).toEqual(['Paris FRA city'])
  })

  test('the city comes before the province of its name, unless the province is asked for', () => {
    expect(resolved('in [Aleppo] and all over [Aleppo province]', { SYR: 1 })).toEqual([
      'Aleppo SYR city',
      'Aleppo SYR province',
    ])
  })

  test('regions of several countries have none', () => {
    expect(resolved('peace in the [Middle East]')).toEqual(['Middle East null region'])
  })

  test('says only the country where it cannot tell which', () => {
    expect(resolved('a fire in [Springfield]', { USA: 3 })).toEqual(['Springfield USA country'])
  })

  test('leaves alone what is no name', () => {
    expect(resolved('in [the town] and [the area]', { SYR: 5 })).toEqual([null, null])
  })

  test('Georgia by the company it keeps', () => {
    expect(resolved('Police in [Georgia] came from Atlanta.')[0]).toContain('USA')
    expect(resolved('[Georgia] and Russia fought.')).toEqual(['Georgia GEO country'])
  })
})

test('the gazetteer finds a place by any of its names', () => {
  const ids = ['Damascus', 'Dimashq'].map(
    (n) =>
      gazetteer()
        .named(placeKey(n))
        .find((p) => p.country === 'SYR' && p.sort === 'capital')?.geonames,
  )
  expect(ids).toEqual([170654, 170654])
  expect(gazetteer().named('no such place')).toEqual([])
})
