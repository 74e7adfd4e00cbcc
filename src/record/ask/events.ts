import { AppError } from '../../base/index.ts'
import type { Db } from '../schema.ts'
import { findActor } from './actors.ts'
import { alive, mergePages, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'

export type EventsQuery = Paging & {
  readonly actor?: string | undefined
  readonly recipient?: string | undefined
  /** Either side. */
  readonly party?: string | undefined
  readonly type?: string | undefined
  readonly quadClass?: number | undefined
  readonly status?: string | undefined
  readonly country?: string | undefined
  readonly outlet?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly dossier?: string | undefined
  /** Events with at least this many independent origins. */
  readonly origins?: number | undefined
}

type Spot = { readonly day: string; readonly key: number }

/** Events in the order of their days, those without a day last. */
export async function listEvents(db: Db, query: EventsQuery): Promise<Page<EventSummary>> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  const lists = await spotLists(db, query, rev, limit + 1)
  const page = mergePages(lists, limit)
  const versions = await versionsAt(
    db,
    page.rows.map((r) => r.key),
    rev,
  )
  const ordered = page.rows.flatMap((r) => versions.get(r.key) ?? [])
  return { rows: await summarise(db, ordered, rev), next: page.next }
}

/** One sorted list of places for each key the question may match, so that each is read straight off an index. */
async function spotLists(db: Db, query: EventsQuery, rev: number | null, limit: number): Promise<Spot[][]> {
  const asked = async (text: string | undefined) =>
    text === undefined ? undefined : (await findActor(db, text, rev)).keys
  const [actors, recipients, parties] = [
    await asked(query.actor),
    await asked(query.recipient),
    await asked(query.party),
  ]
  if (actors && recipients)
    return Promise.all(
      actors.flatMap((a) => recipients.map((r) => dyadSpots(db, query, { actor: a, recipient: r }, rev, limit))),
    )
  if (actors) return Promise.all(actors.map((party) => partySpots(db, query, { party, role: 'actor' }, rev, limit)))
  if (recipients)
    return Promise.all(recipients.map((party) => partySpots(db, query, { party, role: 'recipient' }, rev, limit)))
  if (parties) return Promise.all(parties.map((party) => partySpots(db, query, { party, role: null }, rev, limit)))
  return [await allSpots(db, query, rev, limit)]
}

async function allSpots(db: Db, query: EventsQuery, rev: number | null, limit: number): Promise<Spot[]> {
  let found = db
    .selectFrom('event_version')
    .select(['event_version.day', 'event_version.event as key'])
    .where(alive('event_version', rev))
  found = narrowed(found, query)
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
  query: EventsQuery,
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
  found = narrowed(found, { ...query, type: undefined, from: undefined, until: undefined })
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
  query: EventsQuery,
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
  found = narrowed(found, { ...query, from: undefined, until: undefined })
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

/** The conditions on the event itself; the query must name `event_version`. */
function narrowed<Q>(
  query: Q,
  { type, quadClass, status, country, outlet, from, until, dossier, origins }: EventsQuery,
): Q {
  // Kysely's builders of the three queries differ in type, yet share these columns.
  let found = query as unknown as ReturnType<typeof plain>
  if (type) found = found.where('event_version.type', '=', type)
  if (quadClass) found = found.where('event_version.quad', '=', quadClass)
  if (status) found = found.where('event_version.status', '=', status)
  if (country) found = found.where('event_version.country', '=', country)
  if (origins) found = found.where('event_version.origins', '>=', origins)
  if (from) found = found.where('event_version.day', '>=', from)
  if (until) found = found.where('event_version.day', '<', until)
  if (outlet || dossier)
    found = found.where(({ exists, selectFrom }) => {
      let inside = selectFrom('report_event')
        .innerJoin('report', 'report.key', 'report_event.report')
        .innerJoin('article', 'article.id', 'report.article')
        .select('report.key')
        .whereRef('report_event.event', '=', 'event_version.event')
        .where('report_event.rev_until', 'is', null)
      if (outlet) inside = inside.where('article.outlet', '=', outlet)
      if (dossier)
        inside = inside
          .innerJoin('article_dossier', 'article_dossier.article', 'article.id')
          .innerJoin('dossier', 'dossier.id', 'article_dossier.dossier')
          .where('dossier.name', '=', dossier)
      return exists(inside)
    })
  return found as unknown as Q
}

const plain = (db: Db) => db.selectFrom('event_version').select(['event_version.day', 'event_version.event as key'])

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
  const end = await db
    .selectFrom('event_end')
    .selectAll()
    .where('event', '=', only.key)
    .where(alive('event_end', rev))
    .executeTakeFirst()
  if (!end) return { event: only.key, ended: null }
  if (end.successor === null)
    throw new AppError('ask.event-ended', `event ${only.id} ended (${end.why}) and nothing took its place`)
  const next = await db
    .selectFrom('event')
    .select(['key', 'id'])
    .where('key', '=', end.successor)
    .executeTakeFirstOrThrow()
  return { event: next.key, ended: `${only.id} ended (${end.why}); ${next.id} took its place` }
}
