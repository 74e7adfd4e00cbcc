import type { Db } from '../schema.ts'
import { type Asked, findActor, type Named } from './actors.ts'
import { mergePages, type Page, type Paging, revisionAt, sizeOf } from './common.ts'
import { type Timeline, timelineOf } from './dyad-timeline.ts'
import { type Asking, askedFor, type EventFilter } from './event-filter.ts'
import { spotsIn } from './events.ts'
import { namedParty } from './named-party.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'
import { eachKey } from './walk.ts'

/** Which exchanges between which two; the filter narrows both ways alike. */
export type DyadQuery = Paging &
  Omit<EventFilter, 'actor' | 'recipient' | 'party'> & { readonly actor: string; readonly recipient: string }

/** One exchange: words or a deed, from the first party to the second or back, or between both. */
export type Exchange = EventSummary & { readonly direction: 'to' | 'from' | 'both'; readonly kind: 'words' | 'deed' }
export type DyadAnswer = Page<Exchange> & {
  readonly actor: string
  readonly recipient: string
  /** The two by name and id. */
  readonly parties: readonly [Named, Named]
  /** All of it on the axis of days; null on a page after the first, which goes on with the rows alone. */
  readonly timeline: Timeline | null
}

/** Every exchange between two parties in the order of days: words (quad class 1 and 3) and deeds (2 and 4). */
export async function listDyad(db: Db, query: DyadQuery): Promise<DyadAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  const [a, b] = [await findActor(db, query.actor, rev), await findActor(db, query.recipient, rev)]
  const asking = { ...(await askedFor(db, { ...query, actor: undefined, recipient: undefined }, rev)) }
  const pairs = a.keys.flatMap((actor) => b.keys.map((recipient) => ({ actor, recipient })))
  const timeline = query.cursor ? null : await timelineOf(db, asking, pairs, rev)
  const there = await spots(db, { ...asking, cursor: query.cursor }, a, b, rev, limit + 1)
  const back = await spots(db, { ...asking, cursor: query.cursor }, b, a, rev, limit + 1)
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
  const parties = [await namedParty(db, a, rev), await namedParty(db, b, rev)] as const
  return { actor: a.name, recipient: b.name, parties, timeline, rows, next: page.next }
}

async function spots(db: Db, query: Asking & Paging, a: Asked, b: Asked, rev: number | null, limit: number) {
  const keys = { actor: a.keys, recipient: b.keys, party: undefined }
  return Promise.all(eachKey({ ...query, keys }).map((one) => spotsIn(db, one, query.cursor, rev, limit)))
}
