import type { Profile } from './join/profile.ts'
import type { EventVersionRow, Tables } from './schema.ts'
import { bornIn, insertAll, type Work } from './work.ts'

type List = 'event_party' | 'event_dyad' | 'event_facet'
export type ListRow<T extends List> = Omit<Tables[T], 'rev_from' | 'rev_until'>
type Version = Pick<EventVersionRow, 'event' | 'day' | 'type' | 'quad'>

function sides(version: Version, touched: ReadonlyMap<number, Profile>): { actors: string[]; recipients: string[] } {
  const profile = touched.get(version.event)
  const keys = (parties: Profile['actors']) => {
    const named = Object.entries(parties).filter(([key]) => !key.startsWith('w:'))
    return [
      ...new Set([...named.slice(0, 8).map(([key]) => key), ...Object.values(parties).flatMap((p) => p.country ?? [])]),
    ]
  }
  return { actors: keys(profile?.actors ?? {}), recipients: keys(profile?.recipients ?? {}) }
}

/** Who is in an event, on which side. */
export function partyRows(version: Version, touched: ReadonlyMap<number, Profile>): ListRow<'event_party'>[] {
  const { event, day, type, quad } = version
  const { actors, recipients } = sides(version, touched)
  return [
    ...actors.map((party) => ({ event, role: 'actor', party, day, type, quad })),
    ...recipients.map((party) => ({ event, role: 'recipient', party, day, type, quad })),
  ]
}

/** Who acted on whom in an event; those who act together stand towards each other. */
export function dyadRows(version: Version, touched: ReadonlyMap<number, Profile>): ListRow<'event_dyad'>[] {
  const { event, day, quad } = version
  const { actors, recipients } = sides(version, touched)
  const towards = recipients.length > 0 ? recipients : actors
  return actors.flatMap((actor) =>
    towards.filter((r) => r !== actor).map((recipient) => ({ event, actor, recipient, day, quad })),
  )
}

/** Who tells of an event. */
export function facetRows(version: Version, facets: Iterable<string>): ListRow<'event_facet'>[] {
  const { event, day, type, quad } = version
  return [...facets].map((facet) => ({ event, facet, day, type, quad }))
}

const NAMES: { readonly [T in List]: (row: ListRow<T>) => string } = {
  event_party: ({ event, role, party, day, type }) => `${event} ${role} ${party} ${day} ${type}`,
  event_dyad: ({ event, actor, recipient, day, quad }) => `${event} ${actor} ${recipient} ${day} ${quad}`,
  event_facet: ({ event, facet, day, type }) => `${event} ${facet} ${day} ${type}`,
}

type Kind = List | 'event_version' | 'dispute'

/** The rows of events that hold now. */
export async function currentOf<T extends Kind>(
  { tx }: Work,
  table: T,
  events: readonly number[],
): Promise<Tables[T][]> {
  if (events.length === 0) return []
  const rows = await tx
    .selectFrom(table as 'event_version')
    .selectAll()
    .where('event', 'in', events)
    .where('rev_until', 'is', null)
    .execute()
  return rows as unknown as Tables[T][]
}

/** Close the rows that no longer hold and add those that do now; rows that are as before are left alone. */
export async function rewrite<T extends List>(
  work: Work,
  table: T,
  before: readonly Tables[T][],
  rows: readonly ListRow<T>[],
): Promise<void> {
  const nameOf = NAMES[table] as (row: ListRow<T>) => string
  const had = new Set(before.map(nameOf))
  const has = new Set(rows.map(nameOf))
  const gone = new Set(before.filter((row) => !has.has(nameOf(row))).map((row) => row.event))
  if (gone.size > 0)
    await work.tx
      .updateTable(table as 'event_party')
      .set({ rev_until: work.rev })
      .where('event', 'in', [...gone])
      .where('rev_until', 'is', null)
      .execute()
  const fresh = rows.filter((row) => gone.has(row.event) || !had.has(nameOf(row)))
  await insertAll(work.tx, table, fresh.map((row) => ({ ...row, ...bornIn(work) })) as unknown as Tables[T][])
}
