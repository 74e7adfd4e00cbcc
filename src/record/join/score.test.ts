import { expect, test } from 'vitest'
import { type Features, partyKeyOf } from './features.ts'
import { profileOf } from './group.ts'
import { scoreJoin } from './score.ts'

/** A report of a killing in an article of its own. */
function killing(article: number, whom: string): Features {
  const victim = {
    actor: article,
    canonical: article,
    kind: 'group',
    named: false,
    country: null,
    sectors: [],
    name: whom,
  }
  return {
    report: article, article, type: 'ASSAULT', mode: null, stem: 'kill', actors: [], recipients: [partyKeyOf(victim)], days: null,
    published: '2020-01-03', weekdays: [], where: null, status: 'happened', weapon: null, general: false, fresh: false, answered: false,
    killed: null, injured: null, origin: 'o:a', bloc: 'o:a', ownWords: true, headline: false, sentence: 0, quantities: [], people: [], words: new Map(), context: [], focus: new Map(),
  } // biome-ignore format: a long list
}
/** The points for a reason between two such reports. */
const points = (what: string, a: Partial<Features>, b: Partial<Features>) =>
  scoreJoin(profileOf([{ ...killing(1, 'a man'), ...a }]), profileOf([{ ...killing(2, 'a man'), ...b }]))?.parts.find(
    ([name]) => name === what,
  )?.[1] ?? 0

const reasons = (a: string, b: string) =>
  scoreJoin(profileOf([killing(1, a)]), profileOf([killing(2, b)]))?.parts.flatMap(([what, points]) =>
    points !== 0 ? [what] : [],
  )

test('that both killed a judge is something certain in common; that both killed people is nothing', () => {
  expect(reasons('a judge', 'the judge')).not.toContain('nothing certain in common')
  expect(reasons('two people', 'people')).toContain('nothing certain in common')
  expect(reasons('12 dead', '12')).toContain('nothing certain in common')
})

test('a plane and an airliner may be one thing', () => {
  expect(reasons('a Ukrainian airliner', 'the plane')).toContain('recipients')
  expect(reasons('a Ukrainian airliner', 'the ferry')).not.toContain('recipients')
})

test('sentences that name other persons tell of other acts, those that name the same rather of one; no person says nothing', () => {
  expect(points('persons', { people: ['rth'] }, { people: ['krn'] })).toBeLessThan(-1)
  expect(points('persons', { people: ['rth', 'krn'] }, { people: ['krn'] })).toBeGreaterThan(0)
  expect(points('persons', { people: ['rth'] }, {})).toBe(0)
})

test('a report that asks whether it happened does not set the others against it; one that intends it does', () => {
  const mixed = scoreJoin(
    profileOf([killing(1, 'a man'), killing(1, 'a man'), killing(1, 'a man')]),
    profileOf([killing(2, 'a man'), { ...killing(2, 'a man'), status: 'hypothetical' }]),
  )
  expect(points('status', {}, { status: 'intended' })).toBeLessThan(-1)
  expect(mixed?.parts.find(([what]) => what === 'status')?.[1]).toBeCloseTo(0)
})

test('a raid told "in western Arland and eastern Borland" may be the raid on Borland; one told in Arland alone may not', () => {
  const at = (country: string, others: string[]) => ({
    where: { name: country, country, lat: null, lon: null, precision: 'country', others },
  })
  const told = (others: string[]) =>
    scoreJoin(
      profileOf([{ ...killing(1, 'a man'), ...at('ARL', others) }]),
      profileOf([{ ...killing(2, 'a man'), ...at('BOR', []) }]),
    )
  expect(told([])).toBeNull()
  expect(told(['BOR'])?.parts.find(([what]) => what === 'place')?.[1]).toBe(0)
})

test('the same town says more than the same country, and the same town alone is certain', () => {
  const at = (name: string, precision: string) => ({ where: { name, country: 'ARL', lat: null, lon: null, precision } })
  const [town, country] = [at('Korva', 'city'), at('Arland', 'country')]
  expect(points('place', town, town)).toBeGreaterThan(points('place', country, country))
  expect(points('nothing certain in common', town, town)).toBe(0)
  expect(points('nothing certain in common', country, country)).toBeLessThan(0)
})

test('a state takes part in much: that both are by it says less than that both are by one man', () => {
  const by = (kind: string) => ({
    actors: [partyKeyOf({ actor: 7, canonical: 7, kind, named: true, country: 'ARL', sectors: [], name: 'Arland' })],
  })
  expect(points('actors', by('state'), by('state'))).toBeLessThan(points('actors', by('person'), by('person')))
})

test('23 pirates are not 26; of other things nothing is known', () => {
  expect(points('quantities', { quantities: ['pirat 23'] }, { quantities: ['pirat 26'] })).toBeLessThan(-1)
  expect(points('quantities', { quantities: ['pirat 23'] }, { quantities: ['pirat 23'] })).toBeGreaterThan(0)
  expect(points('quantities', { quantities: ['pirat 23'] }, { quantities: ['boat 3'] })).toBe(0)
})
