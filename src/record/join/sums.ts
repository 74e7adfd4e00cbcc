import type { Profile } from './profile.ts'

export type Parties = readonly (readonly [key: string, party: Profile['actors'][string]])[]

/** What comparing needs of a profile again and again. */
type Sums = {
  readonly reports: number
  readonly words: readonly (readonly [word: string, weight: number])[]
  /** The length of the words as a vector. */
  readonly length: number
  /** The small numbers among them. */
  readonly numbers: readonly string[]
  /** Whom its articles are about, and the length of that as a vector. */
  readonly focus: readonly (readonly [name: string, share: number])[]
  readonly focusLength: number
  /** The names that more than a few of its articles turn on. */
  readonly names: readonly string[]
  /** The parties that at least a quarter as many of its reports name as name the first. */
  readonly actors: Parties
  readonly recipients: Parties
}

const KNOWN = new WeakMap<Profile, Sums>()
const NUMBER = /^\d{1,3}$/

/** The sums of a profile as it is now; made once for each report it gained. */
export function sumsOf(profile: Profile): Sums {
  const known = KNOWN.get(profile)
  if (known?.reports === profile.reports) return known
  const words = Object.entries(profile.words)
  const focus = Object.entries(profile.focus)
  const sums = {
    reports: profile.reports,
    words,
    length: lengthOf(words),
    focus,
    focusLength: lengthOf(focus),
    numbers: words.flatMap(([word]) => (NUMBER.test(word) ? [word] : [])),
    names: Object.keys(profile.context).filter((name) => (profile.context[name] ?? 0) >= profile.articles * 0.2),
    actors: mainOf(profile.actors),
    recipients: mainOf(profile.recipients),
  }
  KNOWN.set(profile, sums)
  return sums
}

function mainOf(parties: Profile['actors']): Parties {
  const all = Object.entries(parties)
  const most = all.reduce((n, [, p]) => Math.max(n, p.n), 0)
  return all.filter(([, p]) => p.n >= most * 0.25)
}

function lengthOf(words: Sums['words']): number {
  return Math.sqrt(words.reduce((sum, [, weight]) => sum + weight * weight, 0))
}
