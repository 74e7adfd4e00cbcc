import type { Db } from '../schema.ts'
import { type Telling, type Voice, voicesOf } from './tellings.ts'

/** How many reports and independent origins give an event this status. */
export type Standing = { readonly status: string; readonly reports: number; readonly origins: number }

/** A number of people that one origin gives, or denies. */
export type NumberClaim = Voice & {
  readonly about: 'killed' | 'injured'
  readonly low: number
  readonly high: number
  /** What the record takes the claim for: the upper end. Zero where the claim is that there were none. */
  readonly best: number
  /** The origin denies the number: it holds that there were none. */
  readonly denied: boolean
  /** How many reports carry this number from this origin. */
  readonly reports: number
}

const MOST_CLAIMS = 40

/** What share of the reports holds that it happened, that it is alleged, denied …: the status most origins give first. */
export function standingOf(tellings: readonly Telling[]): Standing[] {
  const by = new Map<string, { reports: number; origins: Set<string> }>()
  for (const { status, origin } of tellings) {
    const known = by.get(status) ?? { reports: 0, origins: new Set() }
    by.set(status, known)
    known.reports += 1
    known.origins.add(origin)
  }
  return [...by]
    .map(([status, { reports, origins }]) => ({ status, reports, origins: origins.size }))
    .sort((a, b) => b.origins - a.origins || b.reports - a.reports)
}

/** Every number of killed and injured, each with the origin that gives it first; the same number of one origin counts once. */
export async function numbersOf(db: Db, tellings: readonly Telling[], rev: number | null): Promise<NumberClaim[]> {
  const found = new Map<string, Omit<NumberClaim, keyof Voice> & { first: Telling; reports: number }>()
  for (const first of tellings)
    for (const about of ['killed', 'injured'] as const) {
      const range = first[about]
      if (!range) continue
      const [low, high] = range
      const denied = first.status === 'denied'
      const name = `${about} ${first.origin} ${low} ${high} ${denied}`
      const known = found.get(name)
      if (known) known.reports += 1
      else if (found.size < MOST_CLAIMS)
        found.set(name, { about, low, high, best: denied ? 0 : high, denied, reports: 1, first })
    }
  const claims = [...found.values()]
  const voices = await voicesOf(
    db,
    claims.map((c) => c.first),
    rev,
  )
  return claims.flatMap(({ first, ...claim }) => {
    const voice = voices.get(first.key)
    return voice ? [{ ...voice, ...claim }] : []
  })
}
