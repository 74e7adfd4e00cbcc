import type { Profile } from './profile.ts'
import { scoreJoin, whyOf } from './score.ts'
import { WEIGHTS } from './weights.ts'

/** Events that would have more reports than this together stay two: too much would have to be read again. */
const MOST_REPORTS = 300

/** Two events that many articles each have told apart so far are one only where more speaks for it. */
function leastFor(a: Profile, b: Profile): number {
  return WEIGHTS.merge + WEIGHTS.mergeOfMany * Math.min(5, Math.min(a.articles, b.articles) - 1)
}

/** The event of the list that is the same as this one by all that is known of both now; undefined where none surely is. */
export function mergeWith(
  event: number,
  others: readonly number[],
  profileOf: (event: number) => Profile | undefined,
): { readonly event: number; readonly why: string } | undefined {
  const own = profileOf(event)
  if (!own) return undefined
  let best: { event: number; score: number; why: string } | undefined
  for (const other of others) {
    const profile = profileOf(other)
    if (!profile || other === event || profile.reports === 0) continue
    if (profile.reports + own.reports > MOST_REPORTS) continue
    const scored = scoreJoin(own, profile)
    if (scored && scored.score >= leastFor(own, profile) && scored.score > (best?.score ?? 0))
      best = { event: other, score: scored.score, why: whyOf(scored) }
  }
  return best
}
