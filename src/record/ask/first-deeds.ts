import { type RawBuilder, sql } from 'kysely'
import { type EventType, PLOVER } from '../../codebook/index.ts'
import type { Db, EventVersionRow } from '../schema.ts'
import { along, given } from '../sqlite.ts'
import { alive } from './common.ts'
import { pairsOf, widest } from './parties.ts'
import { versionsAt } from './summaries.ts'
import { held } from './walk.ts'

/** Days after one, up to but not including another. */
type Span = { readonly after: string; readonly until: string }
/** The first event of these types by one of these actors, towards one of the recipients. */
export type Between = Span & {
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly types: readonly string[]
}
/** The first event of these types by one of these actors, towards whomever. */
export type By = Omit<Between, 'recipients'>
/** The last event of these types by one of these actors towards one of the recipients, from one day up to and with another. */
type LastBetween = Omit<Between, keyof Span> & { readonly since: string; readonly day: string }
type Found = EventVersionRow | undefined

const DEEDS = [2, 4]

/** The first event each of these questions looks for; a deed only where a report tells its day. */
export async function firstBetween(db: Db, asked: readonly Between[], rev: number | null): Promise<Found[]> {
  const rows = asked.flatMap(({ actors, recipients, types, after, until }, nth) =>
    pairsOf(actors, recipients).map(
      (pair) => [nth, pair.actor, pair.recipient, after, until, types.join(' ')] as const,
    ),
  )
  const first = (types: readonly string[]) => sql`select d.event from event_dyad d
    inner join event_version v on v.event = d.event
    where d.actor = asked.actor and d.recipient = asked.recipient and d.day > asked.after and d.day < asked.until
      and d.quad in (${sql.join(quadsOf(types))}) and ${whatCounts(types, rev)} and ${held('d', rev)}
    order by d.day, d.event limit 1`
  return bestOf(db, asked.length, rows, {
    columns: ['nth', 'actor', 'recipient', 'after', 'until'],
    one: first,
    rev,
    better: before,
  })
}

/** The last event of each of these questions, from one day up to and with another, whatever its status. */
export async function lastBetween(db: Db, asked: readonly LastBetween[], rev: number | null): Promise<Found[]> {
  const rows = asked.flatMap(({ actors, recipients, types, since, day }, nth) =>
    pairsOf(actors, recipients).map((pair) => [nth, pair.actor, pair.recipient, since, day, types.join(' ')] as const),
  )
  const last = (types: readonly string[]) => sql`select d.event from event_dyad d
    inner join event_version v on v.event = d.event
    where d.actor = asked.actor and d.recipient = asked.recipient and d.day >= asked.since and d.day <= asked.until
      and d.quad in (${sql.join(quadsOf(types))}) and v.type in (${sql.join(types)}) and ${held('v', rev)} and ${held('d', rev)}
    order by d.day desc, d.event desc limit 1`
  const columns = ['nth', 'actor', 'recipient', 'since', 'until']
  return bestOf(db, asked.length, rows, { columns, one: last, rev, better: (a, b) => before(b, a) })
}

/** As `firstBetween`, towards whomever. */
export async function firstBy(db: Db, asked: readonly By[], rev: number | null): Promise<Found[]> {
  const rows = asked.flatMap(({ actors, types, after, until }, nth) =>
    widest(actors).flatMap((actor) => types.map((type) => [nth, actor, type, after, until, type] as const)),
  )
  const first = (
    types: readonly string[],
  ) => sql`select p.event from event_party p ${along('event_party_party_type_day_event')}
    inner join event_version v on v.event = p.event
    where p.party = asked.actor and p.type = asked.type and p.day > asked.after and p.day < asked.until
      and p.role = 'actor' and ${whatCounts(types, rev)} and ${held('p', rev)}
    order by p.day, p.event limit 1`
  return bestOf(db, asked.length, rows, {
    columns: ['nth', 'actor', 'type', 'after', 'until'],
    one: first,
    rev,
    better: before,
  })
}

/** The class of a row stands beside its day: most of what is not looked for falls away before its event is read. */
function quadsOf(types: readonly string[]): number[] {
  return [...new Set(types.flatMap((type) => PLOVER[type as EventType]?.quadClass ?? []))]
}

function whatCounts(types: readonly string[], rev: number | null): RawBuilder<unknown> {
  return sql`v.type in (${sql.join(types)}) and v.status in ('happened', 'alleged')
    and (v.day_by = 'text' or v.quad not in (${sql.join(DEEDS)})) and ${held('v', rev)}`
}

type Row = readonly [nth: number, actor: string, other: string, after: string, until: string, types: string]
type Looking = {
  readonly columns: readonly string[]
  /** The number of the event for one row of what is asked, as SQL. */
  readonly one: (types: readonly string[]) => RawBuilder<unknown>
  readonly better: (one: EventVersionRow, other: EventVersionRow) => boolean
  readonly rev: number | null
}

/** One statement for all questions of the same types; of the events found for several rows of one question the best counts. */
async function bestOf(db: Db, questions: number, rows: readonly Row[], { columns, one, better, rev }: Looking) {
  const found: { readonly nth: number; readonly event: number | null }[] = []
  for (const types of new Set(rows.map((row) => row[5]))) {
    if (types === '') continue
    const own = rows.filter((row) => row[5] === types).map((row) => row.slice(0, 5))
    const asked = sql<{ nth: number; event: number | null }>`select asked.nth, (${one(types.split(' '))}) as event
      from ${given('asked', columns, own)}`
    found.push(...(await asked.execute(db)).rows)
  }
  const events = [...new Set(found.flatMap(({ event }) => event ?? []))]
  const versions = await versionsAt(db, events, rev)
  const best: Found[] = Array.from({ length: questions }, () => undefined)
  for (const { nth, event } of found) {
    const version = event === null ? undefined : versions.get(event)
    const known = best[nth]
    if (version && (!known || better(version, known))) best[nth] = version
  }
  return best
}

function before(one: EventVersionRow, other: EventVersionRow): boolean {
  return one.day < other.day || (one.day === other.day && one.event < other.event)
}

/** Who used force on one of these last, from one day up to and with another: the countries or actors that did, without their own. */
export async function lastAgainst(
  db: Db,
  parties: readonly string[],
  types: readonly string[],
  { from, until }: { readonly from: string; readonly until: string },
  rev: number | null,
): Promise<string[]> {
  const own = widest(parties)
  const last = await db
    .selectFrom('event_party')
    .innerJoin('event_version', 'event_version.event', 'event_party.event')
    .select('event_party.event')
    .where('event_party.party', 'in', own)
    .where('event_party.role', '=', 'recipient')
    .where('event_party.type', 'in', types)
    .where('event_party.day', '>=', from)
    .where('event_party.day', '<=', until)
    .where('event_version.status', 'in', ['happened', 'alleged'])
    .where('event_version.day_by', '=', 'text')
    .where(alive('event_party', rev))
    .where(alive('event_version', rev))
    .orderBy('event_party.day', 'desc')
    .orderBy('event_version.origins', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return []
  const rows = await db
    .selectFrom('event_party')
    .select('party')
    .where('event', '=', last.event)
    .where('role', '=', 'actor')
    .where(alive('event_party', rev))
    .execute()
  return widest(rows.map((r) => r.party)).filter((party) => !own.includes(party))
}
