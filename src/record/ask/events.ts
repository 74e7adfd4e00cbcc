import { sql } from 'kysely'
import { AppError } from '../../base/index.ts'
import type { Db } from '../schema.ts'
import { alive, mergePages, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type Asking, askedFor, type EventFilter } from './event-filter.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'
import { eachKey, eventsIn } from './walk.ts'

export type EventsQuery = Paging & EventFilter

type Spot = { readonly day: string; readonly key: number }

/** Events in the order of their days, those without a day last. */
export async function listEvents(db: Db, query: EventsQuery): Promise<Page<EventSummary>> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  const asking = { ...(await askedFor(db, query, rev)), from: await firstKnownDay(db, query.from, rev) }
  const lists = await Promise.all(eachKey(asking).map((one) => spotsIn(db, one, query.cursor, rev, limit + 1)))
  const page = mergePages(lists, limit)
  const versions = await versionsAt(
    db,
    page.rows.map((r) => r.key),
    rev,
  )
  const ordered = page.rows.flatMap((r) => versions.get(r.key) ?? [])
  return { rows: await summarise(db, ordered, rev), next: page.next }
}

/**
 * The first day, from one on, of which something was known at a revision: what was dated to earlier days was all recorded later, and
 * need not be walked through. The day itself where what holds now is asked for.
 */
async function firstKnownDay(db: Db, from: string | undefined, rev: number | null): Promise<string | undefined> {
  if (rev === null) return from
  const stop = sql<{ day: string | null }>`with recursive known(day) as (
      select min(v.day) from event_version v where v.day >= ${from ?? ''}
      union all
      select (select min(v.day) from event_version v where v.day > known.day) from known
      where known.day is not null
        and not exists (select 1 from event_version v where v.day = known.day and v.rev_from <= ${rev})
    ) select max(day) as day from known`
  return (await stop.execute(db)).rows[0]?.day ?? from
}

/** Where the first events that a filter lets through stand in the order of days; one may come twice. */
export async function spotsIn(
  db: Db,
  asking: Asking,
  cursor: string | undefined,
  rev: number | null,
  limit: number,
): Promise<Spot[]> {
  const found = eventsIn(asking, rev, { once: false, after: placeOf(cursor) })
  const spots = sql<Spot>`select day, event as key from (${found}) found order by day, event limit ${limit}`
  return (await spots.execute(db)).rows
}

/** The number of the event an id (or the first letters of one) names; an id that ended is followed to what took its place. */
export async function findEvent(
  db: Db,
  asked: string,
  rev: number | null,
): Promise<{ readonly event: number; readonly ended: string | null }> {
  const id = asked.startsWith('v') ? asked : `v${asked}`
  const rows = await db
    .selectFrom('event')
    .select(['key', 'id'])
    .where('id', '>=', id)
    .where('id', '<', `${id}g`)
    .limit(2)
    .execute()
  const [only, other] = rows
  if (!only) throw new AppError('ask.no-such-event', `no event ${asked} is in the record. Try: rubicon ask events`)
  if (other) throw new AppError('ask.several-events', `several events begin with ${asked}. Give more of the id.`)
  const end = await endOf(db, only.key, rev)
  if (!end) return { event: only.key, ended: null }
  // What took its place may have ended in its turn.
  let last = end
  for (let next = await endOf(db, last.successor, rev); next; next = await endOf(db, last.successor, rev)) last = next
  if (last.successor === null)
    throw new AppError('ask.event-ended', `event ${only.id} ended (${last.why}) and nothing took its place`)
  const heir = await db
    .selectFrom('event')
    .select(['key', 'id'])
    .where('key', '=', last.successor)
    .executeTakeFirstOrThrow()
  return { event: heir.key, ended: `${only.id} ended (${end.why}); ${heir.id} took its place` }
}

async function endOf(db: Db, event: number | null, rev: number | null) {
  if (event === null) return undefined
  return db
    .selectFrom('event_end')
    .select(['successor', 'why'])
    .where('event', '=', event)
    .where(alive('event_end', rev))
    .executeTakeFirst()
}
