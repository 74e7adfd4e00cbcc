import { sql } from 'kysely'
import { wholeDays } from '../event-totals.ts'
import { NO_DAY } from '../event-versions.ts'
import type { Db } from '../schema.ts'
import { linesOf } from '../sqlite.ts'
import { type Paging, revisionAt } from './common.ts'
import { type Asking, askedFor, type EventFilter } from './event-filter.ts'
import { leadingVersions } from './leading.ts'
import { type QuadCounts, quadCounts, scopeOf, sumOf, sums } from './scope.ts'
import { type EventSummary, summarise } from './summaries.ts'
import { all, eventsIn } from './walk.ts'

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
  const counted = await dayRows(db, asking, rev)
  const days = counted.filter(({ day }) => day !== NO_DAY)
  const busiest = [...days].sort((a, b) => b.events - a.events || (a.day < b.day ? -1 : 1)).slice(0, query.leads ?? 14)
  const leads = await leadsOf(
    db,
    busiest.map(({ day }) => day),
    asking,
    rev,
  )
  const noDay = counted.find(({ day }) => day === NO_DAY)?.counts ?? quadCounts({ q1: 0, q2: 0, q3: 0, q4: 0 })
  return {
    days: leads.size === 0 ? days : days.map((d) => (leads.has(d.day) ? { ...d, lead: leads.get(d.day) ?? null } : d)),
    noDay,
    events: counted.reduce((sum, d) => sum + d.events, 0),
  }
}

/** The days in their order, none of them led by anything yet. */
async function dayRows(db: Db, asking: Asking, rev: number | null): Promise<DayCount[]> {
  const counted = sql`select day || ' ' || ${inOne} as line from (select day, ${countedBy(asking, rev)} group by day order by day) counted`
  return (await linesOf(db, counted)).map((line) => {
    const [day = '', q1, q2, q3, q4] = line.split(' ')
    const counts = quadCounts({ q1, q2, q3, q4 })
    return { day, counts, events: sumOf(counts), lead: null }
  })
}

const inOne = sql.join(
  ['q1', 'q2', 'q3', 'q4'].map((q) => sql`coalesce(${sql.ref(q)}, 0)`),
  sql` || ' ' || `,
)

/** The four sums and what they are of: the running counts, or the events themselves. */
function countedBy(asking: Asking, rev: number | null) {
  const scope = scopeOf(asking, rev)
  if (scope === null) return sql`${sums(sql`quad`, sql`1`)} from (${eventsIn(asking, rev)}) found`
  const { type, quadClass, status, from, until } = asking
  const whole = !type && !status
  const conditions = [sql`scope = ${whole ? wholeDays(scope) : scope}`, sql`n > 0`]
  if (type) conditions.push(sql`type = ${type}`)
  if (quadClass) conditions.push(sql`quad = ${quadClass}`)
  if (status) conditions.push(sql`status = ${status}`)
  if (from) conditions.push(sql`day >= ${from}`)
  if (until) conditions.push(sql`day < ${until}`)
  return sql`${sums(sql`quad`, sql`n`)} from day_total where ${all(conditions)}`
}

/** The leading event of each of these days. */
async function leadsOf(
  db: Db,
  days: readonly string[],
  asking: Asking,
  rev: number | null,
): Promise<Map<string, EventSummary>> {
  const leading = await leadingVersions(db, asking, { days, each: 1, rev })
  const told = await summarise(db, leading, rev)
  return new Map(leading.map((version, i) => [version.day, told[i] as EventSummary]))
}
