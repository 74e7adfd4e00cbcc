import { expect, test } from 'vitest'
import { blocksOf } from './blocks.ts'
import type { Features } from './features.ts'

/** A report of a fire in an article that turns on these names. */
function fire(published: string | null, context: readonly string[]): Features {
  return {
    report: 1, article: 1, type: 'ASSAULT', mode: null, stem: 'burn', actors: [], recipients: [], days: null,
    published, weekdays: [], where: null, status: 'happened', weapon: null, general: false, fresh: false, answered: false,
    killed: null, injured: null, origin: 'o:a', bloc: 'o:a', ownWords: true, headline: false, sentence: 0, quantities: [], people: [], words: new Map(), context, focus: new Map(),
  } // biome-ignore format: a long list
}

const shared = (a: Features, b: Features) => blocksOf(a).filter((block) => blocksOf(b).includes(block)).length

test('an article without a date is found from a dated one where their stories turn on two of the same names', () => {
  expect(shared(fire('2021-05-04', ['korva', 'ferry', 'roth']), fire(null, ['roth', 'korva', 'mayor']))).toBe(1)
  expect(shared(fire('2021-05-04', ['korva', 'ferry', 'roth']), fire(null, ['roth', 'lake', 'mayor']))).toBe(0)
})

test('two dated articles of one week share what they share of that week too', () => {
  const names = ['korva', 'ferry', 'roth']
  expect(shared(fire('2021-05-04', names), fire('2021-05-05', names))).toBeGreaterThan(3)
})
