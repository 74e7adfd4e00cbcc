import { sql } from 'kysely'
import { NO_DAY } from '../event-versions.ts'
import type { Db } from '../schema.ts'

/** Days from one, included, until another, not included; null where it is open. */
export type Window = { readonly from: string | null; readonly until: string | null }

const DAY = 86_400_000

/** The window of the same length just before one; null where that has no beginning. */
export async function beforeWindow(db: Db, { from, until }: Window): Promise<Window | null> {
  if (from === null) return null
  const end = until ?? (await dayAfterLast(db))
  const length = Date.parse(end) - Date.parse(from)
  if (!(length > 0)) return null
  return { from: new Date(Date.parse(from) - length).toISOString().slice(0, 10), until: from }
}

/** The day so many days before the end of the record; null where nothing is dated. */
export async function lastDays(db: Db, days: number): Promise<string | null> {
  const end = await dayAfterLast(db)
  return end === '' ? null : new Date(Date.parse(end) - days * DAY).toISOString().slice(0, 10)
}

async function dayAfterLast(db: Db): Promise<string> {
  const found = sql<{
    day: string
  }>`select day from day_total where scope = '' and n > 0 and day < ${NO_DAY} order by day desc limit 1`
  const last = (await found.execute(db)).rows[0]?.day
  return last === undefined ? '' : new Date(Date.parse(last) + DAY).toISOString().slice(0, 10)
}

type Edge = { readonly from: string | undefined; readonly until: string | undefined }
type Months = { readonly from: string; readonly until: string; readonly edges: readonly Edge[] }

/** The whole months within a window and the days at its edges: `all` where it is open on both sides, `none` without a whole month. */
function monthsOf(from: string | undefined, until: string | undefined): Months | 'all' | 'none' {
  if (!from && !until) return 'all'
  const first = !from ? '0000-01' : from.endsWith('-01') ? from.slice(0, 7) : monthAfter(from)
  const last = until ? until.slice(0, 7) : '9999-13'
  if (first >= last) return 'none'
  const edges: Edge[] = []
  if (from && !from.endsWith('-01')) edges.push({ from, until: `${first}-01` })
  if (until && !until.endsWith('-01')) edges.push({ from: `${last}-01`, until })
  return { from: first, until: last, edges }
}

/** How the months of a window are added up: its own (1), or all there are without those outside it (-1). */
type Summing = { readonly sign: 1 | -1; readonly months: Months }

/**
 * By which months an open window is counted soonest: those inside, or those outside taken from the whole. `held` are the first
 * and the last month that the record holds anything of.
 */
export function summing(
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  held: { readonly first: string; readonly last: string },
): Summing | 'all' | 'none' {
  const inside = monthsOf(from, until)
  if (typeof inside === 'string') return inside
  const outside = from && until ? 'none' : monthsOf(until, from)
  const number = (months: Months): number =>
    monthNumber(months.until < held.last ? months.until : held.last) -
    monthNumber(months.from > held.first ? months.from : held.first)
  return typeof outside === 'string' || number(inside) <= number(outside)
    ? { sign: 1, months: inside }
    : { sign: -1, months: outside }
}

function monthNumber(month: string): number {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return 12 * year + of
}

/** The first and the last month that a scope holds anything of. */
export async function heldMonths(db: Db, scope: string): Promise<{ readonly first: string; readonly last: string }> {
  const inside = sql`from place_total where scope = ${scope} and month > '' and month < ${NO_DAY.slice(0, 4)}`
  const found = sql<{
    first: string | null
    last: string | null
  }>`select (select min(month) ${inside}) as first, (select max(month) ${inside}) as last`
  const { first, last } = (await found.execute(db)).rows[0] ?? {}
  return { first: first ?? '', last: last ?? '' }
}

/** Every month from one up to, not including, another; null where they are more than two years or have no end. */
export function monthsIn({ from, until }: Pick<Months, 'from' | 'until'>): string[] | null {
  const months: string[] = []
  for (let month = from; month < until; month = monthAfter(`${month}-01`).slice(0, 7)) {
    if (months.length === 24) return null
    months.push(month)
  }
  return months
}

function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return month === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${day.slice(0, 5)}${String(month + 1).padStart(2, '0')}`
}
