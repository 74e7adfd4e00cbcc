import type { Profile } from './join/profile.ts'
import { endRows, rowsOf } from './rows.ts'
import type { EventVersionRow, Tables } from './schema.ts'
import { bornIn, type EventRows, insertAll, NOTHING_DRAWN, type Work } from './work.ts'

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

type Table = List | 'event_version' | 'dispute'

/** Read what holds now of events that nothing is known of yet. */
export async function readDrawn({ tx, drawn }: Work, events: readonly number[]): Promise<void> {
  const missing = events.filter((event) => !drawn.has(event))
  if (missing.length === 0) return
  const now = async <T extends Table>(table: T) => byEvent(await rowsOf(tx, table, 'event', missing, { now: true }))
  const versions = await now('event_version')
  const parties = await now('event_party')
  const dyads = await now('event_dyad')
  const facets = await now('event_facet')
  const disputes = await now('dispute')
  for (const event of missing)
    drawn.set(event, {
      version: versions.get(event)?.[0],
      event_party: parties.get(event) ?? [],
      event_dyad: dyads.get(event) ?? [],
      event_facet: facets.get(event) ?? [],
      dispute: disputes.get(event) ?? [],
    })
}

/** What is known to hold of an event now; nothing where it is new. */
export function drawnOf({ drawn }: Pick<Work, 'drawn'>, event: number): EventRows {
  return drawn.get(event) ?? NOTHING_DRAWN
}

/** Close the rows of these events that no longer hold and add those that do now; rows that are as before are left alone. */
export async function rewrite<T extends List>(
  work: Work,
  table: T,
  events: readonly number[],
  rows: readonly ListRow<T>[],
): Promise<void> {
  const nameOf = NAMES[table] as (row: ListRow<T>) => string
  const wanted = byEvent(rows)
  const changed: number[] = []
  const fresh: Tables[T][] = []
  for (const event of events) {
    const known = drawnOf(work, event)
    const before = known[table] as readonly Tables[T][]
    const own = wanted.get(event) ?? []
    const had = new Set(before.map(nameOf))
    const has = new Set(own.map(nameOf))
    const ends = before.some((row) => !has.has(nameOf(row)))
    if (ends) changed.push(event)
    const added = own
      .filter((row) => ends || !had.has(nameOf(row)))
      .map((row) => ({ ...row, ...bornIn(work) })) as unknown as Tables[T][]
    if (!ends && added.length === 0) continue
    fresh.push(...added)
    work.drawn.set(event, { ...known, [table]: ends ? added : [...before, ...added] })
  }
  await endRows(work.tx, table, 'event', changed, work.rev)
  await insertAll(work.tx, table, fresh)
}

/** Rows by the event they are of. */
function byEvent<T extends { readonly event: number }>(rows: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const row of rows) {
    const known = found.get(row.event)
    if (known) known.push(row)
    else found.set(row.event, [row])
  }
  return found
}
