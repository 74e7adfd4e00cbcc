import { sql } from 'kysely'
import { wholeDays } from '../event-totals.ts'
import { NO_DAY } from '../event-versions.ts'
import type { Db, EventVersionRow } from '../schema.ts'
import { type Paging, revisionAt } from './common.ts'
import { type Asking, askedFor, type EventFilter } from './event-filter.ts'
import { type QuadCounts, quadCounts, scopeOf, sumOf, sums } from './scope.ts'
import { type EventSummary, summarise } from './summaries.ts'
import { all, eventsIn, versionsIn } from './walk.ts'

export type DaysQuery = EventFilter &
  Pick<Paging, 'asOf'> & {
    /** For how many of the busiest days the leading event is told; 14 unless asked. */
    readonly leads?: number | undefined
  }
export type DayCount = {
  readonly day: string
  readonly counts: QuadCounts
  readonly events: number
  /** The event with most origins, then reports, then the strongest; null but on the busiest days. */
  readonly lead: EventSummary | null
}
/** Days without events are left out; `noDay` are the events that nothing dates, not even an article's publication. */
export type DaysAnswer = { readonly days: readonly DayCount[]; readonly noDay: QuadCounts; readonly events: number }

/** How many events of each quad class each day has, in the order of days. */
export async function countDays(db: Db, query: DaysQuery): Promise<DaysAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const asking = await askedFor(db, query, rev)
  const rows = await dayRows(db, asking, rev)
  const counted = rows.map(({ day, ...four }) => ({ day, counts: quadCounts(four) }))
  const days = counted.filter(({ day }) => day !== NO_DAY).map((d) => ({ ...d, events: sumOf(d.counts) }))
  const busiest = [...days].sort((a, b) => b.events - a.events || (a.day < b.day ? -1 : 1)).slice(0, query.leads ?? 14)
  const leads = await leadsOf(
    db,
    busiest.map(({ day }) => day),
    asking,
    rev,
  )
  const noDay = counted.find(({ day }) => day === NO_DAY)?.counts ?? quadCounts({ q1: 0, q2: 0, q3: 0, q4: 0 })
  return {
    days: days.map((d) => ({ ...d, lead: leads.get(d.day) ?? null })),
    noDay,
    events: counted.reduce((sum, d) => sum + sumOf(d.counts), 0),
  }
}

type DayRow = {
  readonly day: string
  readonly q1: number
  readonly q2: number
  readonly q3: number
  readonly q4: number
}

async function dayRows(db: Db, asking: Asking, rev: number | null): Promise<DayRow[]> {
  const scope = scopeOf(asking, rev)
  if (scope === null) {
    const counted = sql<DayRow>`select day, ${sums(sql`quad`, sql`1`)} from (${eventsIn(asking, rev)}) found group by day order by day`
    return (await counted.execute(db)).rows
  }
  const { type, quadClass, status, from, until } = asking
  const whole = !type && !status
  const conditions = [sql`scope = ${whole ? wholeDays(scope) : scope}`, sql`n > 0`]
  if (type) conditions.push(sql`type = ${type}`)
  if (quadClass) conditions.push(sql`quad = ${quadClass}`)
  if (status) conditions.push(sql`status = ${status}`)
  if (from) conditions.push(sql`day >= ${from}`)
  if (until) conditions.push(sql`day < ${until}`)
  const summed = sql<DayRow>`select day, ${sums(sql`quad`, sql`n`)} from day_total where ${all(conditions)} group by day order by day`
  return (await summed.execute(db)).rows
}

const EQUALS = 10

/** The leading event of each of these days. */
async function leadsOf(
  db: Db,
  days: readonly string[],
  asking: Asking,
  rev: number | null,
): Promise<Map<string, EventSummary>> {
  const leading: EventVersionRow[] = []
  for (const day of days) {
    const { rows } =
      await sql<EventVersionRow>`select e.* from ${versionsIn({ ...asking, from: day, until: `${day}~` }, rev)}
      order by e.origins desc, e.reports desc limit ${EQUALS}`.execute(db)
    const [first] = rows.sort(
      (a, b) =>
        b.origins - a.origins ||
        b.reports - a.reports ||
        Math.abs(b.intensity) - Math.abs(a.intensity) ||
        a.event - b.event,
    )
    if (first) leading.push(first)
  }
  const told = await summarise(db, leading, rev)
  return new Map(leading.map((version, i) => [version.day, told[i] as EventSummary]))
}
