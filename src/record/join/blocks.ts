import { numberOf } from '../ids.ts'
import { type Days, deadIn, type Features } from './features.ts'

const DAY = 86_400_000

/** Verbal cooperation and its deeds, demands and quarrels, force: a report only ever joins events of its own group or kin. */
const GROUP: Readonly<Record<string, string>> = {
  AGREE: 'A', CONSULT: 'A', SUPPORT: 'A', CONCEDE: 'A', COOPERATE: 'A', AID: 'A', RETREAT: 'A',
  REQUEST: 'B', ACCUSE: 'B', REJECT: 'B', THREATEN: 'B',
  PROTEST: 'C', SANCTION: 'C', MOBILIZE: 'C', COERCE: 'C', ASSAULT: 'C',
} // biome-ignore format: one line a group

/** Where a report is looked for and found again: numbers of what it shares with other reports of its event. */
export function blocksOf(report: Features): number[] {
  const group = GROUP[report.type] ?? 'A'
  const fine = fineBuckets(report)
  const coarse = coarseBuckets(report)
  const keys = new Set<string>()
  const parties = [...report.actors, ...report.recipients]
  for (const bucket of fine) {
    for (const { key, named, country } of parties) {
      if (named) keys.add(`${group}|${key}|${bucket}`)
      else keys.add(`${report.type}|${key}|${country ?? ''}|${bucket}`)
      if (country) keys.add(`${report.type}|${country}|${bucket}`)
    }
    // What one story turns on finds "the strike" that names neither party nor place.
    for (const name of report.context.slice(0, 6)) keys.add(`${report.type}|@${name}|${bucket}`)
    if (report.where) keys.add(`${group}|${report.where.name.toLowerCase()}|${bucket}`)
    keys.add(`${report.type}|${report.stem}|${report.where?.country ?? parties[0]?.country ?? ''}|${bucket}`)
  }
  for (const dead of deadIn(report)) keys.add(`dead|${dead}`)
  for (const bucket of coarse)
    for (const actor of report.actors)
      for (const recipient of report.recipients)
        keys.add(`${report.type}|${actor.country ?? actor.key}>${recipient.country ?? recipient.key}|${bucket}`)
  return [...keys].map((key) => numberOf(key))
}

/** The weeks an event may fall in by this report, one day of slack on both sides; none where it may be anywhere in a month. */
function fineBuckets({ days, published }: Features): string[] {
  if (days && (days.precision === 'day' || days.precision === 'week')) return weeks(days, 1)
  if (days) return []
  return published ? weeks({ from: published, until: published, precision: 'day' }, 3) : ['any']
}

function coarseBuckets({ days, published }: Features): string[] {
  const from = days?.from ?? published
  return from ? [from.slice(0, 7), from.slice(0, 4)] : []
}

function weeks(days: Days, slack: number): string[] {
  const first = Math.floor((Date.parse(days.from) / DAY - slack) / 7)
  const last = Math.floor((Date.parse(days.until) / DAY + slack - 1) / 7)
  return Array.from({ length: Math.min(6, last - first + 1) }, (_, i) => `w${first + i}`)
}
