import type { Db } from '../schema.ts'
import { type Asked, findActor } from './actors.ts'
import { mergePages, type Page, type Paging, revisionAt, sizeOf } from './common.ts'
import { dyadSpots } from './events.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'

export type DyadQuery = Paging & {
  readonly actor: string
  readonly recipient: string
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly status?: string | undefined
}

/** One exchange: words or a deed, from the first party to the second or back, or between both. */
export type Exchange = EventSummary & { readonly direction: 'to' | 'from' | 'both'; readonly kind: 'words' | 'deed' }
export type DyadAnswer = Page<Exchange> & { readonly actor: string; readonly recipient: string }

/** Every exchange between two parties in the order of days: words (quad class 1 and 3) and deeds (2 and 4). */
export async function listDyad(db: Db, query: DyadQuery): Promise<DyadAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  const [a, b] = [await findActor(db, query.actor, rev), await findActor(db, query.recipient, rev)]
  const there = await spots(db, query, a, b, rev, limit + 1)
  const back = await spots(db, query, b, a, rev, limit + 1)
  const page = mergePages([...there, ...back], limit)
  const to = new Set(there.flat().map((s) => s.key))
  const from = new Set(back.flat().map((s) => s.key))
  const versions = await versionsAt(
    db,
    page.rows.map((r) => r.key),
    rev,
  )
  const found = page.rows.flatMap((r) => versions.get(r.key) ?? [])
  const told = await summarise(db, found, rev)
  const rows = told.map((event, i): Exchange => {
    const key = found[i]?.event ?? 0
    const direction = to.has(key) && from.has(key) ? 'both' : to.has(key) ? 'to' : 'from'
    return { ...event, direction, kind: event.quadClass % 2 === 1 ? 'words' : 'deed' }
  })
  return { actor: a.name, recipient: b.name, rows, next: page.next }
}

async function spots(db: Db, query: DyadQuery, a: Asked, b: Asked, rev: number | null, limit: number) {
  const pairs = a.keys.flatMap((actor) => b.keys.map((recipient) => ({ actor, recipient })))
  return Promise.all(
    pairs.map((pair) =>
      dyadSpots(
        db,
        { cursor: query.cursor, from: query.from, until: query.until, status: query.status },
        pair,
        rev,
        limit,
      ),
    ),
  )
}
