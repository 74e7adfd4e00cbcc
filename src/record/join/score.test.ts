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
    killed: null, injured: null, origin: 'o:a', bloc: 'o:a', ownWords: true, headline: false, sentence: 0, quantities: [], people: [], given: false, words: new Map(), context: [], focus: new Map(),
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

test('sentences that name other persons tell of other acts; the same or no person speaks for nothing', () => {
  expect(points('persons', { people: ['rth'] }, { people: ['krn'] })).toBeLessThan(-1)
  expect(points('persons', { people: ['rth', 'krn'] }, { people: ['krn'] })).toBe(0)
  expect(points('persons', { people: ['rth'] }, {})).toBe(0)
})

test('23 pirates are not 26; of other things nothing is known', () => {
  expect(points('quantities', { quantities: ['pirat 23'] }, { quantities: ['pirat 26'] })).toBeLessThan(-1)
  expect(points('quantities', { quantities: ['pirat 23'] }, { quantities: ['pirat 23'] })).toBeGreaterThan(0)
  expect(points('quantities', { quantities: ['pirat 23'] }, { quantities: ['boat 3'] })).toBe(0)
})
