import { type RawBuilder, sql } from 'kysely'
import type { Db, EventVersionRow, Tables } from '../schema.ts'
import { type Difference, differencesOf } from './changes.ts'
import { type Paging, revisionAt } from './common.ts'
import { type Deed, deedsAfter } from './deeds-after.ts'
import { type DisputeSummary, tellDisputes } from './disputes.ts'
import { type Asking, askedFor, type EventFilter } from './event-filter.ts'
import { type Looked, lookedSince } from './last-add.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'
import { all, held, partyConditions } from './walk.ts'

export type NewsQuery = EventFilter & Pick<Paging, 'asOf' | 'cursor'> & { readonly since?: string | undefined }

/** A threat, and what came of it as far as the record goes. */
export type Threat = {
  readonly words: EventSummary
  readonly outcome: Deed['outcome'] | 'not seen'
  readonly deed: EventSummary | null
  readonly days: number | null
  readonly sure: 'clear' | 'weak'
}
export type NewsAnswer = Omit<Looked, 'from' | 'until'> & {
  readonly newEvents: number
  readonly changedEvents: number
  readonly newThreats: number
  readonly newDisputes: number
  /** Known events that stand differently now, those with most origins first, and how. */
  readonly changed: readonly { readonly event: EventSummary; readonly differences: readonly Difference[] }[]
  /** The latest of the new threats. */
  readonly threats: readonly Threat[]
  /** The latest of the new disputes. */
  readonly disputes: readonly DisputeSummary[]
}

const SHOWN = 6
const LOOK_AHEAD = 90
const DAY = 86_400_000

/** What the record has come to hold since a moment (since the last articles were added, where none is given), within a filter. */
export async function listNews(db: Db, query: NewsQuery): Promise<NewsAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const asking = await askedFor(db, query, rev)
  const { from, until, ...looked } = await lookedSince(db, query, rev)
  const fresh = await freshVersions(db, asking, { from, until, rev })
  const disputes = await freshDisputes(db, asking, { from, until, rev })
  return {
    ...looked,
    newEvents: fresh.born,
    changedEvents: fresh.older,
    newThreats: fresh.threats,
    newDisputes: disputes[0]?.all ?? 0,
    changed: await changesOf(db, fresh.leading, from, rev),
    threats: await outcomesOf(db, await wholeOf(db, fresh.latest, rev), rev),
    disputes: await tellDisputes(db, disputes, rev),
  }
}

type Between = { readonly from: number; readonly until: number; readonly rev: number | null }
/** How many events are new and how many are old, how many new threats there are, and which of them are told. */
type Fresh = {
  readonly born: number
  readonly older: number
  readonly threats: number
  readonly leading: readonly number[]
  readonly latest: readonly number[]
}

/** Versions of events that came between two revisions and still hold: thousands, of which the few that are told are chosen where they lie. */
async function freshVersions(db: Db, asking: Asking, { from, until, rev }: Between): Promise<Fresh> {
  const versions = sql`select e.event, e.type, e.day, e.origins, e.reports, e.rev_from, event.rev > ${from} as born
    from event_version e inner join event on event.key = e.event
    where ${all([sql`e.rev_from > ${from}`, sql`e.rev_from <= ${until}`, still('e', rev), ...conditionsOf(asking, rev)])}`
  const some = (which: RawBuilder<unknown>, order: RawBuilder<unknown>) =>
    sql`select * from (select event from fresh where ${which} order by ${order}, event limit ${sql.lit(SHOWN)})`
  const found = sql<{ what: keyof Fresh; n: number }>`with fresh as materialized (${versions})
    select case born when 1 then 'born' else 'older' end as what, count(*) as n from fresh group by born
    union all select 'threats', count(*) from fresh where born and type = 'THREATEN'
    union all select 'leading', event from (${some(sql`not born`, sql`origins desc, reports desc`)}) leading
    union all select 'latest', event from (${some(sql`born and type = 'THREATEN'`, sql`day desc, origins desc, rev_from`)}) latest`
  const { rows } = await found.execute(db)
  const numbers = (what: keyof Fresh): number[] => rows.flatMap((row) => (row.what === what ? [Number(row.n)] : []))
  const number = (what: keyof Fresh): number => numbers(what)[0] ?? 0
  return {
    born: number('born'),
    older: number('older'),
    threats: number('threats'),
    leading: numbers('leading'),
    latest: numbers('latest'),
  }
}

/** The latest of the disputes that came between two revisions and still hold, each with how many there are in `all`. */
async function freshDisputes(
  db: Db,
  asking: Asking,
  { from, until, rev }: Between,
): Promise<(Tables['dispute'] & { readonly all: number })[]> {
  const found = sql<
    Tables['dispute'] & { readonly all: number }
  >`select d.*, chosen.n as "all" from (select d.id, d.day, count(*) over () as n from dispute d inner join event_version e on e.event = d.event
    where ${all([sql`d.rev_from > ${from}`, sql`d.rev_from <= ${until}`, still('d', rev), still('e', rev), ...conditionsOf(asking, rev)])}
    order by d.day desc, d.id desc limit ${sql.lit(SHOWN)}) chosen inner join dispute d on d.id = chosen.id order by d.day desc, d.id desc`
  return (await found.execute(db)).rows
}

/** As `held`, but no way to find rows by: the few that a stretch of revisions brought are looked at one by one. */
function still(name: string, rev: number | null): RawBuilder<unknown> {
  return rev === null ? sql`+${sql.ref(`${name}.rev_until`)} is null` : held(name, rev)
}

function conditionsOf(asking: Asking, rev: number | null): RawBuilder<unknown>[] {
  const { from, until, type, quadClass, status, country, origins } = asking
  return [
    ...(from ? [sql`e.day >= ${from}`] : []),
    ...(until ? [sql`e.day < ${until}`] : []),
    ...(type ? [sql`e.type = ${type}`] : []),
    ...(quadClass ? [sql`e.quad = ${quadClass}`] : []),
    ...(status ? [sql`e.status = ${status}`] : []),
    ...(country ? [sql`e.country = ${country}`] : []),
    ...(origins ? [sql`e.origins >= ${origins}`] : []),
    ...partyConditions(asking, 'e', rev),
  ]
}

async function changesOf(
  db: Db,
  events: readonly number[],
  before: number,
  rev: number | null,
): Promise<NewsAnswer['changed']> {
  const [earlier, versions] = [await versionsAt(db, events, before), await wholeOf(db, events, rev)]
  const told = await summarise(db, versions, rev)
  return versions.map((v, i) => {
    const then = earlier.get(v.event)
    return { event: told[i] as EventSummary, differences: then ? differencesOf(then, v) : [] }
  })
}

/** The whole rows of the versions chosen, in their order. */
async function wholeOf(db: Db, events: readonly number[], rev: number | null): Promise<EventVersionRow[]> {
  const versions = await versionsAt(db, events, rev)
  return events.flatMap((event) => versions.get(event) ?? [])
}

async function outcomesOf(db: Db, words: readonly EventVersionRow[], rev: number | null): Promise<Threat[]> {
  const deeds = await deedsAfter(db, words, LOOK_AHEAD, rev)
  const told = await summarise(db, words, rev)
  const done = await summarise(
    db,
    deeds.flatMap((d) => d?.version ?? []),
    rev,
  )
  const byVersion = new Map(deeds.flatMap((d) => d ?? []).map((d, i) => [d, done[i] as EventSummary]))
  return words.map((word, i): Threat => {
    const deed = deeds[i]
    if (!deed) return { words: told[i] as EventSummary, outcome: 'not seen', deed: null, days: null, sure: 'clear' }
    const days = Math.round((Date.parse(deed.version.day) - Date.parse(word.day)) / DAY)
    return {
      words: told[i] as EventSummary,
      outcome: deed.outcome,
      deed: byVersion.get(deed) ?? null,
      days,
      sure: deed.sure,
    }
  })
}
