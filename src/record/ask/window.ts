import { sql } from 'kysely'
import { NO_DAY } from '../event-versions.ts'
import type { Db } from '../schema.ts'
import type { Held } from './stretches.ts'

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

/** The first and the last month that a scope holds anything of. */
export async function heldMonths(db: Db, scope: string): Promise<Held> {
  const inside = sql`from place_total where scope = ${scope} and month > '' and month < ${NO_DAY.slice(0, 4)}`
  // The first is a year, which sorts before its months.
  const found = sql<{
    first: string | null
    last: string | null
  }>`select (select min(month) ${inside} and month > (select min(month) ${inside})) as first, (select max(month) ${inside}) as last`
  const { first, last } = (await found.execute(db)).rows[0] ?? {}
  return { first: first ?? '', last: last ?? '' }
}
