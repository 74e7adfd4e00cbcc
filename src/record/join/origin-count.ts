import type { Features } from './features.ts'

/**
 * How many independent origins stand behind an event. Not every origin of a report counts: who tells an event in an outlet's own
 * words in the same article in which it also gives its source, or looks back on it days after others told it, adds none; and one
 * government is one origin, whoever speaks for it.
 */
export type OriginCount = {
  /** Origins that count, as blocs: with the number of articles. */
  counted: Record<string, number>
  /** The day of the first article that tells the event. */
  since: string | null
  /** The outlet that told it in its own words in the article added last, and whether a source did. */
  lastOutlet: string | null
  lastSource: boolean
}

const LOOKING_BACK = 2
const MOST = 300
const DAY = 86_400_000

export function noOrigins(): OriginCount {
  return { counted: {}, since: null, lastOutlet: null, lastSource: false }
}

/** Add the origin of a report, in place; `again` says that its article is the one added last. */
export function addOrigin(count: OriginCount, report: Features, again: boolean): void {
  if (!again) {
    count.lastOutlet = null
    count.lastSource = false
  }
  const late = isLate(count.since, report.published)
  if (report.published && (count.since === null || report.published < count.since)) count.since = report.published
  const outlet = report.bloc.startsWith('o:') || report.bloc.startsWith('a:')
  if (!outlet) {
    change(count, report.bloc, 1)
    if (count.lastOutlet) change(count, count.lastOutlet, -1)
    count.lastOutlet = null
    count.lastSource = true
  } else if (!late && !count.lastSource && count.lastOutlet === null) {
    change(count, report.bloc, 1)
    count.lastOutlet = report.bloc
  }
}

/** How many origins count; at least one stands behind every event. */
export function countOrigins({ counted }: OriginCount): number {
  return Math.max(1, Object.keys(counted).length)
}

function change({ counted }: OriginCount, bloc: string, by: number): void {
  const n = (counted[bloc] ?? 0) + by
  if (n <= 0) delete counted[bloc]
  else if (bloc in counted || Object.keys(counted).length < MOST) counted[bloc] = n
}

function isLate(since: string | null, published: string | null): boolean {
  return since !== null && published !== null && (Date.parse(published) - Date.parse(since)) / DAY > LOOKING_BACK
}
