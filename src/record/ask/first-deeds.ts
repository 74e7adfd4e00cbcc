import { type EventType, PLOVER } from '../../codebook/index.ts'
import type { Db, EventVersionRow } from '../schema.ts'
import { alive } from './common.ts'
import { pairsOf, widest } from './parties.ts'

/** Days after one, up to but not including another. */
export type Span = { readonly after: string; readonly until: string }
const DEEDS: ReadonlySet<number> = new Set([2, 4])

/** The first event of these types by one of these towards one of those; a deed only where a report tells its day. */
export async function firstBetween(
  db: Db,
  { actors, recipients }: { readonly actors: readonly string[]; readonly recipients: readonly string[] },
  types: readonly string[],
  span: Span,
  rev: number | null,
): Promise<EventVersionRow | undefined> {
  if (types.length === 0) return undefined
  const firsts = await Promise.all(
    pairsOf(actors, recipients).map((pair) =>
      db
        .selectFrom('event_dyad')
        .innerJoin('event_version', 'event_version.event', 'event_dyad.event')
        .selectAll('event_version')
        .where('event_dyad.actor', '=', pair.actor)
        .where('event_dyad.recipient', '=', pair.recipient)
        .where('event_dyad.day', '>', span.after)
        .where('event_dyad.day', '<', span.until)
        // The class stands beside the day: most of what is not looked for falls away before its event is read.
        .where('event_dyad.quad', 'in', quadsOf(types))
        .where('event_version.type', 'in', types)
        .where('event_version.status', 'in', ['happened', 'alleged'])
        .where((eb) => eb.or([eb('event_version.day_by', '=', 'text'), eb('event_version.quad', 'not in', [...DEEDS])]))
        .where(alive('event_dyad', rev))
        .where(alive('event_version', rev))
        .orderBy('event_dyad.day')
        .orderBy('event_dyad.event')
        .limit(1)
        .executeTakeFirst(),
    ),
  )
  return firsts.flatMap((f) => f ?? []).sort((x, y) => (x.day < y.day ? -1 : x.day > y.day ? 1 : x.event - y.event))[0]
}

function quadsOf(types: readonly string[]): number[] {
  return [...new Set(types.flatMap((type) => PLOVER[type as EventType]?.quadClass ?? []))]
}

/** The first event of these types by one of these, towards whomever; a deed only where a report tells its day. */
export async function firstBy(
  db: Db,
  actors: readonly string[],
  types: readonly string[],
  span: Span,
  rev: number | null,
): Promise<EventVersionRow | undefined> {
  if (actors.length === 0 || types.length === 0) return undefined
  return db
    .selectFrom('event_party')
    .innerJoin('event_version', 'event_version.event', 'event_party.event')
    .selectAll('event_version')
    .where('event_party.party', 'in', widest(actors))
    .where('event_party.role', '=', 'actor')
    .where('event_party.type', 'in', types)
    .where('event_party.day', '>', span.after)
    .where('event_party.day', '<', span.until)
    .where('event_version.status', 'in', ['happened', 'alleged'])
    .where((eb) => eb.or([eb('event_version.day_by', '=', 'text'), eb('event_version.quad', 'not in', [...DEEDS])]))
    .where(alive('event_party', rev))
    .where(alive('event_version', rev))
    .orderBy('event_party.day')
    .orderBy('event_party.event')
    .limit(1)
    .executeTakeFirst()
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
