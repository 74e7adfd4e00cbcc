import { numberOf } from '../ids.ts'
import { type Days, deadIn, type Features } from './features.ts'

const DAY = 86_400_000

/** Verbal cooperation and its deeds, demands and quarrels, force: a report only ever joins events of its own group or kin. */
const GROUP: Readonly<Record<string, string>> = {
  AGREE: 'A', CONSULT: 'A', SUPPORT: 'A', CONCEDE: 'A', COOPERATE: 'A', AID: 'A', RETREAT: 'A',
  REQUEST: 'B', ACCUSE: 'B', REJECT: 'B', THREATEN: 'B',
  PROTEST: 'C', SANCTION: 'C', MOBILIZE: 'C', COERCE: 'C', ASSAULT: 'C',
} // biome-ignore format: one line a group

/**
 * Where a report is looked for and found again: numbers of what it shares with other reports of its event. What is of one week has
 * numbers next to each other, so that a day's news is written and read in one place of a long table.
 */
export function blocksOf(report: Features): number[] {
  const group = GROUP[report.type] ?? 'A'
  const fine = fineBuckets(report)
  const coarse = coarseBuckets(report)
  const keys = new Map<string, number>()
  const parties = [...report.actors, ...report.recipients]
  for (const { name: bucket, week } of fine) {
    const add = (key: string) => keys.set(`${key}|${bucket}`, week)
    for (const { key, named, country } of parties) {
      if (named) add(`${group}|${key}`)
      else add(`${report.type}|${key}|${country ?? ''}`)
      if (country) add(`${report.type}|${country}`)
    }
    // What one story turns on finds "the strike" that names neither party nor place.
    for (const name of report.context.slice(0, 6)) add(`${report.type}|@${name}`)
    if (report.where) add(`${group}|${report.where.name.toLowerCase()}`)
    add(`${report.type}|${report.stem}|${report.where?.country ?? parties[0]?.country ?? ''}`)
  }
  // An article without any date could be of any week: it and the dated ones meet under what their stories turn on.
  for (const pair of pairsOf(report.context.slice(0, 3))) keys.set(`${report.type}|@${pair}`, NO_WEEK)
  for (const dead of deadIn(report)) keys.set(`dead|${dead}`, NO_WEEK)
  for (const { name: bucket, week } of coarse)
    for (const actor of report.actors)
      for (const recipient of report.recipients)
        keys.set(`${report.type}|${actor.country ?? actor.key}>${recipient.country ?? recipient.key}|${bucket}`, week)
  return [...keys].map(([key, week]) => blockNumber(key, week))
}

function pairsOf(names: readonly string[]): string[] {
  return names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b].sort().join('+')))
}

/** A stretch of time in which a report is looked for, and the week that it begins in. */
type Bucket = { readonly name: string; readonly week: number }

const NO_WEEK = Number.NEGATIVE_INFINITY
const BITS_WITHIN = 2 ** 39
/** Numbers are of 53 bits: 39 for what is looked for, 14 for the week, from 1813 to 2126. */
const WEEKS = 2 ** 14

function blockNumber(key: string, week: number): number {
  const at = Math.min(WEEKS - 1, Math.max(0, week + WEEKS / 2))
  return at * BITS_WITHIN + (numberOf(key) % BITS_WITHIN)
}

/** The weeks an event may fall in by this report, one day of slack on both sides; none where it may be anywhere in a month. */
function fineBuckets({ days, published }: Features): Bucket[] {
  if (days && (days.precision === 'day' || days.precision === 'week')) return weeks(days, 1)
  if (days) return []
  return published
    ? weeks({ from: published, until: published, precision: 'day' }, 3)
    : [{ name: 'any', week: NO_WEEK }]
}

function coarseBuckets({ days, published }: Features): Bucket[] {
  const from = days?.from ?? published
  return from ? [from.slice(0, 7), from.slice(0, 4)].map((name) => ({ name, week: weekOf(name, 0) })) : []
}

function weekOf(day: string, slack: number): number {
  return Math.floor((Date.parse(day) / DAY + slack) / 7)
}

function weeks(days: Days, slack: number): Bucket[] {
  const first = weekOf(days.from, -slack)
  const last = weekOf(days.until, slack - 1)
  return Array.from({ length: Math.min(6, last - first + 1) }, (_, i) => ({ name: `w${first + i}`, week: first + i }))
}
