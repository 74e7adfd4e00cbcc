import { stemOf } from './join/features.ts'
import type { Profile } from './join/profile.ts'

/** Heads of descriptions that say how many or which, never who: "another", "two more", "at least 15 dead". */
const NOBODY = new Set(
  'another more other others some many several few both all each one two three four five six seven eight nine ten dozen dozens hundred hundreds thousand thousands dead wounded injured killed it they them this that these those who which someone somebody anyone nobody'
    .split(' ')
    .map((word) => `w:${stemOf(word)}`),
)
const MOST = 6

/**
 * The actors an event is told with, in this order: those with a name, those whose country is known, the others; within each the
 * ones most reports give. "another" and "15 dead" are nobody.
 */
export function topParties(parties: Profile['actors']): string {
  const told = Object.entries(parties)
    .filter(([key]) => !NOBODY.has(key) && !/^w:\d+$/.test(key))
    .map(([key, { n, country, actor }]) => ({ actor, n, rank: key.startsWith('w:') ? (country ? 1 : 0) : 2 }))
    .sort((a, b) => b.rank - a.rank || b.n - a.n)
  return [...new Set(told.map((p) => p.actor))].slice(0, MOST).join(' ')
}
