import { sql } from 'kysely'
import type { Db, EventVersionRow } from '../schema.ts'
import { given, listed } from '../sqlite.ts'
import { type Paging, revisionAt } from './common.ts'
import { type Asking, askedFor, type EventFilter } from './event-filter.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'
import { versionsIn } from './walk.ts'

export type LeadingQuery = EventFilter &
  Pick<Paging, 'asOf'> & { readonly days: readonly string[]; readonly each: number }
export type LeadingDay = { readonly day: string; readonly events: readonly EventSummary[] }

/** Of each of these days the events with most independent origins behind them, then most reports. */
export async function leadingEvents(db: Db, { days, each, ...query }: LeadingQuery): Promise<LeadingDay[]> {
  const rev = await revisionAt(db, query.asOf)
  const asking = await askedFor(db, query, rev)
  const found = await leadingVersions(db, asking, { days, each, rev })
  const told = await summarise(db, found, rev)
  return days.map((day) => ({ day, events: told.filter((_, i) => found[i]?.day === day) }))
}

type Looking = { readonly days: readonly string[]; readonly each: number; readonly rev: number | null }

/** The versions of the leading events of each of these days, so many of each, one day after the other. */
export async function leadingVersions(
  db: Db,
  asking: Asking,
  { days, each, rev }: Looking,
): Promise<EventVersionRow[]> {
  if (days.length === 0) return []
  // What leads a day is chosen by an index alone, each day for itself, and only then read.
  const first = sql`select e.event from ${versionsIn(asking, rev, { on: sql.ref('asked.day') })}
    order by e.origins desc, e.reports desc, abs(e.intensity) desc, e.event limit ${each}`
  const asked = given(
    'asked',
    ['day'],
    days.map((day) => [day]),
  )
  const lists = await sql<{ events: string | null }>`select ${listed('event', first)} as events from ${asked}`.execute(
    db,
  )
  const events = lists.rows.flatMap((row) => row.events?.split(' ').map(Number) ?? [])
  const versions = await versionsAt(db, events, rev)
  return events.flatMap((event) => versions.get(event) ?? [])
}
