import type { Counted } from './join/features.ts'
import { kilometres } from './join/fit-when-where.ts'
import type { Profile } from './join/profile.ts'

/** One way in which the reports of an event stand against each other: each claim with the origins that make it. */
export type Dispute = {
  readonly about: 'status' | 'killed' | 'injured' | 'day' | 'place' | 'actor'
  readonly claims: readonly { readonly claim: string; readonly origins: readonly string[] }[]
}

const DAY = 86_400_000

/** The disputes among the reports of one event. */
export function disputesOf(profile: Profile): Dispute[] {
  const found: (Dispute | null)[] = [
    statusDispute(profile),
    countDispute('killed', profile.killed),
    countDispute('injured', profile.injured),
    dayDispute(profile),
    placeDispute(profile),
    actorDispute(profile),
  ]
  return found.filter((d) => d !== null)
}

function statusDispute({ statuses }: Profile): Dispute | null {
  const { happened, alleged, intended, denied } = statuses
  if (!denied || !(happened || alleged || intended)) return null
  const claim = (name: string, backing: typeof denied | undefined) =>
    backing ? [{ claim: name, origins: [...backing.own, ...backing.said] }] : []
  return {
    about: 'status',
    claims: [
      ...claim('happened', happened),
      ...claim('alleged', alleged),
      ...claim('intended', intended),
      ...claim('denied', denied),
    ],
  }
}

function countDispute(about: 'killed' | 'injured', values: Profile['killed']): Dispute | null {
  const claims = Object.entries(values).map(([claim, origins]) => ({ claim, range: rangeOf(claim), origins }))
  const apart = claims.some((a) => claims.some((b) => a.range[1] < b.range[0]))
  return apart ? { about, claims: claims.map(({ claim, origins }) => ({ claim, origins })) } : null
}

/** A count as it is kept, `3-5`, as numbers. */
export function rangeOf(claim: string): Counted {
  const [low = 0, high = low] = claim.split('-').map(Number)
  return [low, high]
}

function dayDispute({ days }: Profile): Dispute | null {
  const exact = days.filter((d) => d.precision === 'day')
  // "Last night" is one day or the other by who tells it: days next to each other are no dispute.
  const apart = exact.some((a) => exact.some((b) => Math.abs(Date.parse(a.from) - Date.parse(b.from)) > DAY))
  return apart ? { about: 'day', claims: exact.map((d) => ({ claim: d.from, origins: [] })) } : null
}

function placeDispute({ places }: Profile): Dispute | null {
  const exact = places.filter((p) => p.precision === 'city' || p.precision === 'point')
  const apart = exact.some((a) =>
    exact.some((b) => (a.country && b.country && a.country !== b.country) || (kilometres(a, b) ?? 0) > 50),
  )
  return apart
    ? {
        about: 'place',
        claims: exact.map(({ name, country, origins }) => ({ claim: country ? `${name}, ${country}` : name, origins })),
      }
    : null
}

function actorDispute({ sides }: Profile): Dispute | null {
  const claims = Object.entries(sides).map(([claim, origins]) => ({ claim, origins, members: claim.split(' ') }))
  const apart = claims.some((a) => claims.some((b) => !a.members.some((m) => b.members.includes(m))))
  return apart ? { about: 'actor', claims: claims.map(({ claim, origins }) => ({ claim, origins })) } : null
}
