import { PLOVER } from '../../codebook/index.ts'
import { deadIn, type Features } from './features.ts'
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
  const fit = reports.map((later, i) =>
    reports
      .slice(0, i)
      .map((earlier, j) => scoreOf(profiles[j], profiles[i]) + discourseFit(earlier.features, later.features)),
  )
  const pair = (i: number, j: number) => (i > j ? fit[i]?.[j] : fit[j]?.[i]) ?? WEIGHTS.ruledOut
  const firm = reports.flatMap(({ features }, i) => (isVague(features) ? [] : [i]))
  const vague = reports.flatMap(({ features }, i) => (isVague(features) ? [i] : []))
  let groups = putTogether(
    firm.map((i) => [i]),
    pair,
  )
  groups = putTogether([...groups, ...vague.map((i) => [i])], pair)
  return groups.map((group) => group.flatMap((i) => reports[i] ?? []))
}

function putTogether(singles: readonly number[][], pair: (i: number, j: number) => number): number[][] {
  let groups = [...singles]
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
  return groups
}

/** A report of a deed that names neither a day nor a place nearer than a country nor anybody nor a weapon could be of any. */
function isVague({ type, days, where, weapon, actors, recipients }: Features): boolean {
  if (PLOVER[type].quadClass % 2 === 1) return false
  const placed = where !== null && where.precision !== 'country' && where.precision !== 'region'
  return days === null && !placed && weapon === null && ![...actors, ...recipients].some((p) => p.named)
}

function scoreOf(a: Profile | undefined, b: Profile | undefined): number {
  return (a && b && scoreJoin(a, b)?.score) ?? WEIGHTS.ruledOut
}

const NEXT = 350
const FAR = 1500

/** What the way a text is told says of two of its reports: what is told next is often the same; what is brought up as new is not. */
function discourseFit(earlier: Features, later: Features): number {
  const gap = later.sentence - earlier.sentence
  if (gap === 0) return 0
  const near = gap <= NEXT ? WEIGHTS.nextSentence : gap > FAR ? WEIGHTS.farSentence : 0
  const victims = otherVictims(earlier, later) || otherVictims(later, earlier) ? WEIGHTS.otherVictims : 0
  return near + victims + (later.fresh && !earlier.headline ? WEIGHTS.fresh : 0)
}

/** The profile of these reports alone. */
export function profileOf(reports: readonly Features[]): Profile {
  const profile = emptyProfile()
  for (const report of reports) addToProfile(profile, report)
  return profile
}

/** Whether one kills a named person and the other hits people or things that have no name. */
function otherVictims(a: Features, b: Features): boolean {
  return deadIn(a).length > 0 && b.recipients.length > 0 && b.recipients.every((p) => !p.named)
}
