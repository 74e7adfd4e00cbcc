import { type Profile, topOf } from './profile.ts'

export type Parties = readonly (readonly [key: string, party: Profile['actors'][string]])[]

/** What comparing needs of a profile again and again. */
type Sums = {
  readonly reports: number
  readonly weapon: string | undefined
  /** Who did it to whom, as countries; null where not both are known. */
  readonly side: Side | null
  readonly words: readonly (readonly [word: string, weight: number])[]
  /** The length of the words as a vector. */
  readonly length: number
  /** The small numbers among them. */
  readonly numbers: readonly string[]
  /** Whom its articles are about, and the length of that as a vector. */
  readonly focus: readonly (readonly [name: string, share: number])[]
  readonly focusLength: number
  /** The names its articles turn on, with the number of articles, and the length of that as a vector. */
  readonly names: readonly (readonly [name: string, articles: number])[]
  readonly namesLength: number
  /** The persons that at least a quarter as many of its sentences name as name the first. */
  readonly people: readonly string[]
  /** How far it is about the person that most of its sentences name: 1 where a third of them does. */
  readonly person: number
  /** The parties that at least a quarter as many of its reports name as name the first. */
  readonly actors: Parties
  readonly recipients: Parties
}

type Side = { readonly actor: string; readonly recipient: string }

const KNOWN = new WeakMap<Profile, Sums>()
const NUMBER = /^\d{1,3}$/

/** The sums of a profile as it is now; made once for each report it gained. */
export function sumsOf(profile: Profile): Sums {
  const known = KNOWN.get(profile)
  if (known?.reports === profile.reports) return known
  const words = Object.entries(profile.words)
  const focus = Object.entries(profile.focus)
  const names = Object.entries(profile.context)
  const [actors, recipients] = [mainOf(profile.actors), mainOf(profile.recipients)]
  const sums = {
    reports: profile.reports,
    weapon: topOf(profile.weapons),
    side: sideOf(actors, recipients),
    words,
    length: lengthOf(words),
    focus,
    focusLength: lengthOf(focus),
    numbers: words.flatMap(([word]) => (NUMBER.test(word) ? [word] : [])),
    names,
    namesLength: lengthOf(names),
    people: mainPeople(profile.people),
    person: Math.min(1, (3 * Math.max(0, ...Object.values(profile.people))) / Math.max(1, profile.reports)),
    actors,
    recipients,
  }
  KNOWN.set(profile, sums)
  return sums
}

function mainOf(parties: Profile['actors']): Parties {
  const all = Object.entries(parties)
  const most = all.reduce((n, [, p]) => Math.max(n, p.n), 0)
  return all.filter(([, p]) => p.n >= most * 0.25)
}

function sideOf(actors: Parties, recipients: Parties): Side | null {
  const [actor, recipient] = [mainCountry(actors), mainCountry(recipients)]
  return actor && recipient && actor !== recipient ? { actor, recipient } : null
}

function mainCountry(parties: Parties): string | undefined {
  const counts: Record<string, number> = {}
  for (const [, { country, n }] of parties) if (country) counts[country] = (counts[country] ?? 0) + n
  return topOf(counts)
}

function mainPeople(people: Profile['people']): string[] {
  const all = Object.entries(people)
  const most = all.reduce((n, [, m]) => Math.max(n, m), 0)
  return all.flatMap(([name, n]) => (n >= most * 0.25 ? name : []))
}

function lengthOf(words: Sums['words']): number {
  return Math.sqrt(words.reduce((sum, [, weight]) => sum + weight * weight, 0))
}
