import { isNobody } from './join/features.ts'
import type { Profile } from './join/profile.ts'

const MOST = 6

/**
 * The actors an event is told with, in this order: those with a name, those whose country is known, the others; within each the
 * ones most reports give. "another" and "15 dead" are nobody.
 */
export function topParties(parties: Profile['actors']): string {
  const told = Object.entries(parties)
    .filter(([key]) => !isNobody(key))
    .map(([key, { n, country, actor }]) => ({ actor, n, rank: key.startsWith('w:') ? (country ? 1 : 0) : 2 }))
    .sort((a, b) => b.rank - a.rank || b.n - a.n)
  return [...new Set(told.map((p) => p.actor))].slice(0, MOST).join(' ')
}
