import { AppError } from '../../base/index.ts'
import type { Db, ReportRow } from '../schema.ts'
import type { Named } from './actors.ts'
import { type Around, aroundOf } from './around.ts'
import { type Claims, tellClaims } from './claims.ts'
import { alive, cursorOf, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { findEvent } from './events.ts'
import { type Lit, litWords } from './lit.ts'
import { type OriginTree, originNames, treeOf } from './origin-tree.ts'
import { reportParties } from './report-parties.ts'
import { type SaidHow, saidHow, unnamedBy } from './said-how.ts'
import { type NumberClaim, numbersOf, type Standing, standingOf } from './standing.ts'
import { type EventSummary, type Evidence, evidenceOf, summarise, versionsAt } from './summaries.ts'
import { tellingsOf } from './tellings.ts'

/** More reports of one event than this are not looked at one by one. */
const LOOKED_AT = 2000

export type EventQuery = Paging & { readonly event: string }

/** One article's mention of an event. */
export type ReportSummary = {
  readonly id: string
  readonly reader: string
  readonly type: string
  readonly mode: string | null
  readonly quadClass: number
  readonly status: string
  readonly trigger: string
  readonly headline: boolean
  readonly actors: readonly Named[]
  readonly recipients: readonly Named[]
  readonly from: string | null
  readonly until: string | null
  readonly time: string | null
  readonly place: string | null
  readonly killed: readonly [number, number] | null
  readonly injured: readonly [number, number] | null
  readonly origin: string
  readonly originName: string
  /** How it was said; null where the outlet says it in its own words. */
  readonly said: SaidHow | null
  /** Why it was joined to the event: each reason with its weight. */
  readonly joined: string
  /** The words of the sentence that carry it. */
  readonly lit: readonly Lit[]
  readonly evidence: Evidence | null
}

/** What an event was held to be from one moment to another. */
type Held = {
  readonly from: string
  readonly until: string | null
  readonly type: string
  readonly status: string
  readonly day: string
  readonly place: string | null
  readonly reports: number
  readonly origins: number
  readonly killed: string | null
  readonly injured: string | null
}

export type EventAnswer = {
  readonly event: EventSummary
  /** Set where the id that was asked for has ended. */
  readonly ended: string | null
  readonly reports: readonly ReportSummary[]
  readonly origins: readonly OriginTree[]
  /** How the reports say it stands to the world, by status. */
  readonly standing: readonly Standing[]
  /** Every number of killed and injured, with who gives it. */
  readonly numbers: readonly NumberClaim[]
  readonly disputes: readonly Claims[]
  readonly around: Around
  readonly history: readonly Held[]
  readonly next: string | null
}

/** One event: its reports side by side, the tree of their origins, where they differ, and what the record held before. */
export async function getEvent(db: Db, query: EventQuery): Promise<EventAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const { event: key, ended } = await findEvent(db, query.event, rev)
  const version = (await versionsAt(db, [key], rev)).get(key)
  if (!version)
    throw new AppError('ask.not-yet', `event ${query.event} was not in the record on ${query.asOf ?? 'this day'}`)
  const [event] = await summarise(db, [version], rev)
  if (!event) throw new AppError('ask.no-such-event', `event ${query.event} has no version`)
  const { reports, next } = await reportsOf(db, key, query, rev)
  const tellings = (await tellingsOf(db, [key], rev, LOOKED_AT)).get(key) ?? []
  const disputes = await db
    .selectFrom('dispute')
    .selectAll()
    .where('event', '=', key)
    .where(alive('dispute', rev))
    .orderBy('id')
    .execute()
  return {
    event,
    ended,
    reports,
    next,
    origins: await treeOf(db, key, rev),
    standing: standingOf(tellings),
    numbers: await numbersOf(db, tellings, rev),
    disputes: await tellClaims(db, disputes, new Map([[key, tellings]]), rev),
    around: await aroundOf(db, version, rev),
    history: await historyOf(db, key, rev),
  }
}

async function reportsOf(
  db: Db,
  event: number,
  query: EventQuery,
  rev: number | null,
): Promise<{ reports: ReportSummary[]; next: string | null }> {
  const limit = sizeOf(query)
  const rows = await db
    .selectFrom('report_event')
    .innerJoin('report', 'report.key', 'report_event.report')
    .innerJoin('reading', 'reading.id', 'report.reading')
    .selectAll('report')
    .select(['report_event.why', 'reading.reader'])
    .where('report_event.event', '=', event)
    .where(alive('report_event', rev))
    .where('report.key', '>', placeOf(query.cursor)?.key ?? 0)
    .orderBy('report.key')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    reports: await tellReports(db, page, rev),
    next: rows.length > limit && last ? cursorOf('', last.key) : null,
  }
}

/** Reports as answers tell them. */
export async function tellReports(
  db: Db,
  rows: readonly (ReportRow & { readonly why: string; readonly reader: string })[],
  rev: number | null,
): Promise<ReportSummary[]> {
  if (rows.length === 0) return []
  const parties = await partiesOf(
    db,
    rows.map((r) => r.key),
    rev,
  )
  const evidence = await evidenceOf(
    db,
    rows.map((r) => r.key),
  )
  const lit = await litWords(db, rows)
  const said = await saidHow(db, rows)
  const names = await originNames(
    db,
    rows.map((r) => r.origin),
    rev,
  )
  const range = (low: number | null, high: number | null) => (low === null ? null : ([low, high ?? low] as const))
  return rows.map((r) => ({
    id: r.id,
    reader: r.reader,
    type: r.type,
    mode: r.mode,
    quadClass: r.quad,
    status: r.status,
    trigger: r.trigger,
    headline: r.headline === 1,
    actors: parties.get(`${r.key}actor`) ?? [],
    recipients: parties.get(`${r.key}recipient`) ?? [],
    from: r.day_from,
    until: r.day_until,
    time: r.time_text,
    place: r.place,
    killed: range(r.killed_low, r.killed_high),
    injured: range(r.injured_low, r.injured_high),
    origin: r.origin,
    originName: unnamedBy(r.origin, said.get(r.key)) ?? names.get(r.origin) ?? r.origin,
    said: said.get(r.key) ?? null,
    joined: r.why,
    lit: lit.get(r.key) ?? [],
    evidence: evidence.get(r.key) ?? null,
  }))
}

async function partiesOf(db: Db, reports: readonly number[], rev: number | null): Promise<Map<string, Named[]>> {
  const found = new Map<string, Named[]>()
  for (const { report, role, party } of await reportParties(db, reports, rev))
    found.set(report + role, [...(found.get(report + role) ?? []), party])
  return found
}

async function historyOf(db: Db, event: number, rev: number | null): Promise<Held[]> {
  const rows = await db
    .selectFrom('event_version')
    .innerJoin('revision as made', 'made.id', 'event_version.rev_from')
    .leftJoin('revision as gone', 'gone.id', 'event_version.rev_until')
    .selectAll('event_version')
    .select(['made.at as from_at', 'gone.at as until_at'])
    .where('event', '=', event)
    .where('rev_from', '<=', rev ?? Number.MAX_SAFE_INTEGER)
    .orderBy('rev_from', 'desc')
    .limit(50)
    .execute()
  return rows.reverse().map((r) => ({
    from: r.from_at,
    until: r.until_at,
    type: r.type,
    status: r.status,
    day: r.day,
    place: r.place,
    reports: r.reports,
    origins: r.origins,
    killed: countText(r.killed_low, r.killed_high),
    injured: countText(r.injured_low, r.injured_high),
  }))
}

function countText(low: number | null, high: number | null): string | null {
  return low === null ? null : low === high ? String(low) : `${low} to ${high}`
}
