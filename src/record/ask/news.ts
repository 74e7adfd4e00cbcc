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
  const born = fresh.filter((v) => v.born > from)
  const older = fresh.filter((v) => v.born <= from)
  const threats = born.filter((v) => v.type === 'THREATEN')
  const disputes = await freshDisputes(db, asking, { from, until, rev })
  return {
    ...looked,
    newEvents: born.length,
    changedEvents: older.length,
    newThreats: threats.length,
    newDisputes: disputes.length,
    changed: await changesOf(db, leading(older), from, rev),
    threats: await outcomesOf(db, await wholeOf(db, threats.sort(latest).slice(0, SHOWN), rev), rev),
    disputes: await tellDisputes(db, disputes.slice(0, SHOWN), rev),
  }
}

type Between = { readonly from: number; readonly until: number; readonly rev: number | null }
/** Of each version as little as choosing needs: there may be thousands. */
type Fresh = Pick<EventVersionRow, 'event' | 'type' | 'day' | 'origins' | 'reports'> & { readonly born: number }

const latest = (a: Fresh, b: Fresh): number => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.origins - a.origins)
const leading = (versions: readonly Fresh[]): Fresh[] =>
  [...versions].sort((a, b) => b.origins - a.origins || b.reports - a.reports || a.event - b.event).slice(0, SHOWN)

/** Versions of events that came between two revisions and still hold. */
async function freshVersions(db: Db, asking: Asking, { from, until, rev }: Between): Promise<Fresh[]> {
  const found = sql<Fresh>`select e.event, e.type, e.day, e.origins, e.reports, event.rev as born from event_version e inner join event on event.key = e.event
    where ${all([sql`e.rev_from > ${from}`, sql`e.rev_from <= ${until}`, still('e', rev), ...conditionsOf(asking, rev)])}`
  return (await found.execute(db)).rows
}

async function freshDisputes(db: Db, asking: Asking, { from, until, rev }: Between): Promise<Tables['dispute'][]> {
  const found = sql<Tables['dispute']>`select d.* from dispute d inner join event_version e on e.event = d.event
    where ${all([sql`d.rev_from > ${from}`, sql`d.rev_from <= ${until}`, still('d', rev), still('e', rev), ...conditionsOf(asking, rev)])}
    order by d.day desc, d.id desc`
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
  chosen: readonly Fresh[],
  before: number,
  rev: number | null,
): Promise<NewsAnswer['changed']> {
  const events = chosen.map((v) => v.event)
  const [earlier, versions] = [await versionsAt(db, events, before), await wholeOf(db, chosen, rev)]
  const told = await summarise(db, versions, rev)
  return versions.map((v, i) => {
    const then = earlier.get(v.event)
    return { event: told[i] as EventSummary, differences: then ? differencesOf(then, v) : [] }
  })
}

/** The whole rows of the versions chosen, in their order. */
async function wholeOf(db: Db, chosen: readonly Fresh[], rev: number | null): Promise<EventVersionRow[]> {
  const events = chosen.map((v) => v.event)
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
