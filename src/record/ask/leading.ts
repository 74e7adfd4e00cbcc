import { sql } from 'kysely'
import type { Db, EventVersionRow } from '../schema.ts'
import { type Paging, revisionAt } from './common.ts'
import { askedFor, type EventFilter } from './event-filter.ts'
import { type EventSummary, summarise } from './summaries.ts'
import { versionsIn } from './walk.ts'

export type LeadingQuery = EventFilter &
  Pick<Paging, 'asOf'> & { readonly days: readonly string[]; readonly each: number }
export type LeadingDay = { readonly day: string; readonly events: readonly EventSummary[] }

/** Of each of these days the events with most independent origins behind them, then most reports. */
export async function leadingEvents(db: Db, { days, each, ...query }: LeadingQuery): Promise<LeadingDay[]> {
  const rev = await revisionAt(db, query.asOf)
  const asking = await askedFor(db, query, rev)
  const found: EventVersionRow[][] = []
  for (const day of days) {
    const { rows } =
      await sql<EventVersionRow>`select e.* from ${versionsIn({ ...asking, from: day, until: `${day}~` }, rev)}
      order by e.origins desc, e.reports desc, abs(e.intensity) desc, e.event limit ${each}`.execute(db)
    found.push(rows)
  }
  const told = await summarise(db, found.flat(), rev)
  return days.map((day, i) => {
    const start = found.slice(0, i).reduce((n, rows) => n + rows.length, 0)
    return { day, events: told.slice(start, start + (found[i]?.length ?? 0)) }
  })
}
