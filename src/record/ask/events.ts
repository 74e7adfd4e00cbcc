import { AppError } from '../../base/index.ts'
import type { Db } from '../schema.ts'
import { alive, mergePages, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type Asking, askedFor, type EventFilter, narrowed } from './event-filter.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'

export type EventsQuery = Paging & EventFilter

type Spot = { readonly day: string; readonly key: number }

/** Events in the order of their days, those without a day last. */
export async function listEvents(db: Db, query: EventsQuery): Promise<Page<EventSummary>> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  const lists = await spotLists(db, { ...query, ...(await askedFor(db, query, rev)) }, rev, limit + 1)
  const page = mergePages(lists, limit)
  const versions = await versionsAt(
    db,
    page.rows.map((r) => r.key),
    rev,
  )
  const ordered = page.rows.flatMap((r) => versions.get(r.key) ?? [])
  return { rows: await summarise(db, ordered, rev), next: page.next }
}

type Query = Asking & Paging

/** One sorted list of places for each key the question may match, so that each is read straight off an index. */
async function spotLists(db: Db, query: Query, rev: number | null, limit: number): Promise<Spot[][]> {
  const { actor, recipient, party } = query.keys
  if (actor && recipient)
    return Promise.all(
      actor.flatMap((a) => recipient.map((r) => dyadSpots(db, query, { actor: a, recipient: r }, rev, limit))),
    )
  const side = (keys: readonly string[], role: Side['role']) =>
    Promise.all(keys.map((key) => partySpots(db, query, { party: key, role }, rev, limit)))
  if (actor) return side(actor, 'actor')
  if (recipient) return side(recipient, 'recipient')
  if (party) return side(party, null)
  return [await allSpots(db, query, rev, limit)]
}

async function allSpots(db: Db, query: Query, rev: number | null, limit: number): Promise<Spot[]> {
  let found = db
    .selectFrom('event_version')
    .select(['event_version.day', 'event_version.event as key'])
    .where(alive('event_version', rev))
  found = narrowed(found, query, rev)
  const after = placeOf(query.cursor)
  if (after)
    found = found.where((eb) =>
      eb.and([
        eb('event_version.day', '>=', after.day),
        eb.or([eb('event_version.day', '>', after.day), eb('event_version.event', '>', after.key)]),
      ]),
    )
  return found.orderBy('event_version.day').orderBy('event_version.event').limit(limit).execute()
}

type Side = { readonly party: string; readonly role: 'actor' | 'recipient' | null }

async function partySpots(
  db: Db,
  query: Query,
  { party, role }: Side,
  rev: number | null,
  limit: number,
): Promise<Spot[]> {
  let found = db
    .selectFrom('event_party')
    .innerJoin('event_version', 'event_version.event', 'event_party.event')
    .select(['event_party.day', 'event_party.event as key'])
    .where('event_party.party', '=', party)
    .where(alive('event_party', rev))
    .where(alive('event_version', rev))
  if (role) found = found.where('event_party.role', '=', role)
  if (query.type) found = found.where('event_party.type', '=', query.type)
  if (query.from) found = found.where('event_party.day', '>=', query.from)
  if (query.until) found = found.where('event_party.day', '<', query.until)
  found = narrowed(found, { ...query, type: undefined, from: undefined, until: undefined }, rev)
  const after = placeOf(query.cursor)
  if (after)
    found = found.where((eb) =>
      eb.and([
        eb('event_party.day', '>=', after.day),
        eb.or([eb('event_party.day', '>', after.day), eb('event_party.event', '>', after.key)]),
      ]),
    )
  return found.orderBy('event_party.day').orderBy('event_party.event').limit(limit).execute()
}

/** Where the events from one party to another stand in the order of days. */
export async function dyadSpots(
  db: Db,
  query: Query,
  dyad: { readonly actor: string; readonly recipient: string },
  rev: number | null,
  limit: number,
): Promise<Spot[]> {
  let found = db
    .selectFrom('event_dyad')
    .innerJoin('event_version', 'event_version.event', 'event_dyad.event')
    .select(['event_dyad.day', 'event_dyad.event as key'])
    .where('event_dyad.actor', '=', dyad.actor)
    .where('event_dyad.recipient', '=', dyad.recipient)
    .where(alive('event_dyad', rev))
    .where(alive('event_version', rev))
  if (query.from) found = found.where('event_dyad.day', '>=', query.from)
  if (query.until) found = found.where('event_dyad.day', '<', query.until)
  found = narrowed(found, { ...query, from: undefined, until: undefined }, rev)
  const after = placeOf(query.cursor)
  if (after)
    found = found.where((eb) =>
      eb.and([
        eb('event_dyad.day', '>=', after.day),
        eb.or([eb('event_dyad.day', '>', after.day), eb('event_dyad.event', '>', after.key)]),
      ]),
    )
  return found.orderBy('event_dyad.day').orderBy('event_dyad.event').limit(limit).execute()
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
