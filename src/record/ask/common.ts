import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import { AppError } from '../../base/index.ts'
import type { Db, Tables } from '../schema.ts'

/** One page of an answer; `next` is the cursor of the page after it, null at the end. */
export type Page<T> = { readonly rows: readonly T[]; readonly next: string | null }
export type Paging = {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly asOf?: string | undefined
}

type Living = { [K in keyof Tables]: Tables[K] extends { rev_until: number | null } ? K : never }[keyof Tables]

/** The last revision of a day or moment; null for "now". A day before the record began gives 0: nothing was there. */
export async function revisionAt(db: Db, asOf: string | undefined): Promise<number | null> {
  if (asOf === undefined) return null
  const time = Date.parse(asOf)
  if (Number.isNaN(time)) throw new AppError('ask.bad-day', `"${asOf}" is not a day. Write it like 2020-01-05.`)
  const end = /^\d{4}-\d\d-\d\d$/.test(asOf) ? new Date(time + 86_400_000) : new Date(time + 1)
  const row = await db
    .selectFrom('revision')
    .select('id')
    .where('at', '<', end.toISOString())
    // No revision is dated before the one it follows.
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? 0
}

/** The condition that a row of `table` held at a revision, or holds now where `rev` is null. */
export function alive<T extends Living>(table: T, rev: number | null) {
  return (builder: ExpressionBuilder<Tables, T>): ExpressionWrapper<Tables, T, SqlBool> => {
    const eb = builder as unknown as ExpressionBuilder<Tables, 'report_event'>
    const [from, until] = [
      `${table}.rev_from` as 'report_event.rev_from',
      `${table}.rev_until` as 'report_event.rev_until',
    ]
    const made =
      rev === null
        ? eb(until, 'is', null)
        : eb.and([eb(from, '<=', rev), eb.or([eb(until, 'is', null), eb(until, '>', rev)])])
    return made as unknown as ExpressionWrapper<Tables, T, SqlBool>
  }
}

/** How many rows a page has: 50 unless asked, 500 at most. */
export function sizeOf({ limit }: Paging): number {
  return Math.max(1, Math.min(500, limit ?? 50))
}

/** A place in an ordered list of (day, number), as the text a person hands back to go on. */
export function cursorOf(day: string, key: number): string {
  return `${day}.${key.toString(36)}`
}

/** The place a cursor names. */
export function placeOf(cursor: string | undefined): { readonly day: string; readonly key: number } | undefined {
  if (cursor === undefined || cursor === '') return undefined
  const [day, key] = cursor.split('.')
  const number = Number.parseInt(key ?? '', 36)
  if (day === undefined || Number.isNaN(number))
    throw new AppError('ask.bad-cursor', `"${cursor}" is not a cursor that an answer gave`)
  return { day, key: number }
}

/** One page out of sorted lists: merged by day and number, each number once. */
export function mergePages<T extends { readonly day: string; readonly key: number }>(
  lists: readonly (readonly T[])[],
  limit: number,
): Page<T> {
  const all = lists.flat().sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key - b.key))
  const rows: T[] = []
  for (const row of all) if (rows.at(-1)?.key !== row.key) rows.push(row)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? cursorOf(last.day, last.key) : null }
}
