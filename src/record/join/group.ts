import type { Features } from './features.ts'
import { addToProfile, emptyProfile, type Profile } from './profile.ts'
import { scoreJoin } from './score.ts'
import { WEIGHTS } from './weights.ts'

/** Past so many reports an article's groups are made a stretch at a time: a yearbook must not cost the square of its length. */
const AT_ONCE = 48

/**
 * The reports of one article as groups, each of one event: the two groups that fit best on average are put together again and
 * again, unless any two of their reports cannot be of one event. Both the groups and what is in them keep the order of the text.
 */
export function groupReports<T extends { readonly features: Features }>(reports: readonly T[]): T[][] {
  const groups: T[][] = []
  for (let at = 0; at < reports.length; at += AT_ONCE) groups.push(...groupSome(reports.slice(at, at + AT_ONCE)))
  return groups
}

function groupSome<T extends { readonly features: Features }>(reports: readonly T[]): T[][] {
  const profiles = reports.map((r) => profileOf([r.features]))
  const fit = profiles.map((a, i) => profiles.map((b, j) => (j < i ? scoreOf(b, a) : 0)))
  const pair = (i: number, j: number) => (i > j ? fit[i]?.[j] : fit[j]?.[i]) ?? Number.NEGATIVE_INFINITY
  let groups = reports.map((_, i) => [i])
  for (;;) {
    let best: { a: number; b: number; score: number } | undefined
    for (let a = 0; a < groups.length; a += 1)
      for (let b = a + 1; b < groups.length; b += 1) {
        const [left = [], right = []] = [groups[a], groups[b]]
        let sum = 0
        for (const i of left) for (const j of right) sum += pair(i, j)
        const score = sum / (left.length * right.length)
        if (score >= WEIGHTS.joinWithin && score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { a, b, score }
      }
    if (!best) break
    const { a, b } = best
    const joined = [...(groups[a] ?? []), ...(groups[b] ?? [])].sort((x, y) => x - y)
    groups = groups.map((g, i) => (i === a ? joined : g)).filter((_, i) => i !== b)
  }
  return groups.map((group) => group.flatMap((i) => reports[i] ?? []))
}

function scoreOf(a: Profile, b: Profile): number {
  return scoreJoin(a, b)?.score ?? Number.NEGATIVE_INFINITY
}

/** The profile of these reports alone. */
export function profileOf(reports: readonly Features[]): Profile {
  const profile = emptyProfile()
  for (const report of reports) addToProfile(profile, report)
  return profile
}
