import type { Status } from '../codebook/index.ts'
import { rangeOf } from './disputes.ts'
import type { Profile } from './join/profile.ts'

/**
 * The status of an event by its reports:
 * 1. happened, where an outlet says so in its own words or two independent origins do, and they are more than those that deny it;
 * 2. alleged, where only one origin says it happened and that one is a speaker, where reports allege it, or where as many deny it as say it;
 * 3. denied, where nobody says more than that it did not happen;
 * 4. else what most origins say of a thing not done yet: intended, called-for, hypothetical, in this order where they draw.
 */
export function statusOf({ statuses }: Profile): Status {
  const own = statuses.happened?.own.length ?? 0
  const happened = own + (statuses.happened?.said.length ?? 0)
  const denied = countOf(statuses.denied)
  const alleged = countOf(statuses.alleged)
  if ((own > 0 || happened > 1) && happened > denied) return 'happened'
  if (happened > 0 || alleged > 0) return 'alleged'
  if (denied > 0) return 'denied'
  const open = ['intended', 'called-for', 'hypothetical'] as const
  return open.reduce(
    (best, status) => (countOf(statuses[status]) > countOf(statuses[best]) ? status : best),
    'intended',
  )
}

function countOf(backing: Profile['statuses'][Status]): number {
  return backing ? new Set([...backing.own, ...backing.said]).size : 0
}

export type Toll = { readonly low: number | null; readonly high: number | null; readonly best: number | null }

/** Lowest and highest number any report gives, and the one most independent origins give (the later one where several draw). */
export function tollOf(values: Profile['killed']): Toll {
  const claims = Object.entries(values).map(([claim, origins]) => ({ range: rangeOf(claim), origins: origins.length }))
  if (claims.length === 0) return { low: null, high: null, best: null }
  const most = claims.reduce((best, claim) => (claim.origins >= best.origins ? claim : best))
  return {
    low: Math.min(...claims.map((c) => c.range[0])),
    high: Math.max(...claims.map((c) => c.range[1])),
    best: most.range[1],
  }
}
