import type { Db } from '../schema.ts'
import { type Claims, tellClaims } from './claims.ts'
import { alive, cursorOf, mergePages, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type Asking, askedFor, type EventFilter, narrowed } from './event-filter.ts'
import { lastBetween } from './first-deeds.ts'
import { type PartyOf, partiesOf } from './parties.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'
import { tellingsOf } from './tellings.ts'

export type DisputesQuery = Paging & EventFilter & { readonly about?: string | undefined }
export type DisputeSummary = Claims & { readonly event: EventSummary }

/** A denial or refusal, and what it stands against. */
export type Denial = {
  readonly denial: EventSummary
  readonly against: EventSummary
  readonly daysAfter: number
  readonly sure: 'clear' | 'weak'
}
export type DisputesAnswer = {
  readonly disputes: readonly DisputeSummary[]
  readonly denials: readonly Denial[]
  readonly next: string | null
}

const DAY = 86_400_000
const LOOK_BACK = 21
/** Of the reports of one event so many are looked at for who makes a claim. */
const LOOKED_AT = 200

/**
 * What stands against what: events that reports tell differently, and denials with what they deny. Nothing is merged away.
 * Each has half of a page, so that neither hides the other.
 */
export async function listDisputes(db: Db, query: DisputesQuery): Promise<DisputesAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const limit = query.about === undefined ? Math.ceil(sizeOf(query) / 2) : sizeOf(query)
  const [left, right] = (query.cursor ?? '').split('~')
  const asking = await askedFor(db, query, rev)
  const first = query.cursor === undefined || left !== ''
  const disputes = first
    ? await disputedEvents(db, { ...query, ...asking, cursor: left || undefined }, rev, limit)
    : { rows: [], next: null }
  const denials =
    query.about === undefined && (query.cursor === undefined || right !== '')
      ? await denialsIn(db, { ...asking, cursor: right || undefined }, rev, limit)
      : { rows: [], next: null }
  const next = disputes.next === null && denials.next === null ? null : `${disputes.next ?? ''}~${denials.next ?? ''}`
  return { disputes: disputes.rows, denials: denials.rows, next }
}

async function disputedEvents(
  db: Db,
  query: Asking & DisputesQuery,
  rev: number | null,
  limit: number,
): Promise<{ rows: DisputeSummary[]; next: string | null }> {
  const { about, from, until, ...rest } = query
  let found = db
    .selectFrom('dispute')
    .innerJoin('event_version', 'event_version.event', 'dispute.event')
    .selectAll('dispute')
    .where(alive('dispute', rev) as never)
    .where(alive('event_version', rev) as never)
  if (about) found = found.where('dispute.about', '=', about)
  if (from) found = found.where('dispute.day', '>=', from)
  if (until) found = found.where('dispute.day', '<', until)
  found = ofParties(narrowed(found, rest, rev), query, rev)
  const after = placeOf(query.cursor)
  if (after)
    found = found.where((eb) =>
      eb.and([
        eb('dispute.day', '>=', after.day),
        eb.or([eb('dispute.day', '>', after.day), eb('dispute.id', '>', after.key)]),
      ]),
    )
  const rows = await found
    .orderBy('dispute.day')
    .orderBy('dispute.id')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const told = await tellDisputes(db, page, rev)
  return { rows: told, next: rows.length > limit && last ? cursorOf(last.day, last.id) : null }
}

/** The condition that the event has these parties, looked up event by event: few of the events of a state are in dispute. */
function ofParties<Q>(query: Q, { keys }: Asking, rev: number | null): Q {
  let found = query as unknown as ReturnType<typeof plain>
  for (const [role, parties] of [
    ['actor', keys.actor],
    ['recipient', keys.recipient],
    [null, keys.party],
  ] as const) {
    if (!parties) continue
    found = found.where(({ exists, selectFrom }) => {
      const inside = selectFrom('event_party')
        .select('event_party.event')
        .whereRef('event_party.event', '=', 'event_version.event')
        // With its day it is one place of the index by party, without it a walk along all of the party's events.
        .whereRef('event_party.day', '=', 'event_version.day')
        .where('event_party.party', 'in', parties)
        .where(alive('event_party', rev) as never)
      return exists(role ? inside.where('event_party.role', '=', role) : inside)
    })
  }
  return found as unknown as Q
}

const plain = (db: Db) => db.selectFrom('event_version').select('event_version.event')

/** Disputes with the event that each is about; those whose event no longer holds are left out. */
export async function tellDisputes(
  db: Db,
  rows: readonly { readonly event: number; readonly about: string; readonly detail: string }[],
  rev: number | null,
): Promise<DisputeSummary[]> {
  const versions = await versionsAt(
    db,
    rows.map((d) => d.event),
    rev,
  )
  const held = rows.filter((d) => versions.has(d.event))
  const events = await summarise(
    db,
    held.flatMap((d) => versions.get(d.event) ?? []),
    rev,
  )
  const tellings = await tellingsOf(db, [...versions.keys()], rev, LOOKED_AT)
  const claims = await tellClaims(db, held, tellings, rev)
  return held.map((_, i) => ({ ...(claims[i] as Claims), event: events[i] as EventSummary }))
}

/** Each REJECT of a party, with the latest accusation or demand made against that party in the three weeks before. */
async function denialsIn(
  db: Db,
  query: Asking & Paging,
  rev: number | null,
  limit: number,
): Promise<{ rows: Denial[]; next: string | null }> {
  const after = placeOf(query.cursor)
  if (query.type && query.type !== 'REJECT') return { rows: [], next: null }
  const all = db.selectFrom('event_version').selectAll().where(alive('event_version', rev)).where('type', '=', 'REJECT')
  let found = ofParties(narrowed(all, { ...query, type: undefined }, rev), query, rev)
  // A refusal that is called for, or only thought of, denies nothing.
  if (!query.status) found = found.where('status', 'not in', ['called-for', 'hypothetical', 'denied'])
  if (after)
    found = found.where((eb) =>
      eb.and([eb('day', '>=', after.day), eb.or([eb('day', '>', after.day), eb('event', '>', after.key)])]),
    )
  const rejects = await found
    .orderBy('day')
    .orderBy('event')
    .limit(limit + 1)
    .execute()
  const page = mergePages([rejects.map((r) => ({ day: r.day, key: r.event, row: r }))], limit)
  const parties = await partiesOf(
    db,
    page.rows.map(({ row }) => row.event),
    rev,
  )
  const earlier = await accusationsBefore(
    db,
    page.rows.map(({ row }) => ({ day: row.day, parties: parties.get(row.event) ?? [] })),
    rev,
  )
  const versions = await versionsAt(
    db,
    earlier.flatMap((against) => against?.event ?? []),
    rev,
  )
  const pairs = page.rows.flatMap(({ row }, i) => {
    const against = earlier[i]
    const version = against && versions.get(against.event)
    return against && version ? [{ row, version, mutual: against.mutual }] : []
  })
  const told = await summarise(
    db,
    pairs.flatMap((p) => [p.row, p.version]),
    rev,
  )
  const denials = pairs.map(({ row, version, mutual }, i): Denial => {
    const daysAfter = Math.round((Date.parse(row.day) - Date.parse(version.day)) / DAY)
    return {
      denial: told[2 * i] as EventSummary,
      against: told[2 * i + 1] as EventSummary,
      daysAfter,
      sure: mutual ? 'clear' : 'weak',
    }
  })
  return { rows: denials, next: page.next }
}

type Against = { readonly event: number; readonly mutual: boolean }

type Denying = { readonly day: string; readonly parties: readonly PartyOf[] }

/** The latest accusation or demand that the one denied made against each denier; of anybody, where the denial names nobody. */
async function accusationsBefore(
  db: Db,
  denials: readonly Denying[],
  rev: number | null,
): Promise<(Against | undefined)[]> {
  const asked = denials.map(({ day, parties }) => {
    const side = (role: string) => parties.filter((p) => p.role === role).map((p) => p.party)
    const since = new Date(Date.parse(day) - LOOK_BACK * DAY).toISOString().slice(0, 10)
    return { actors: side('recipient'), recipients: side('actor'), types: ACCUSATIONS, since, day }
  })
  const mutual = await lastBetween(db, asked, rev)
  return Promise.all(
    asked.map(async ({ actors, recipients: deniers, since, day }, i): Promise<Against | undefined> => {
      if (deniers.length === 0) return undefined
      const found = mutual[i]
      if (actors.length > 0) return found && { event: found.event, mutual: true }
      const last = await db
        .selectFrom('event_party')
        .select('event_party.event')
        .where('party', 'in', deniers)
        .where('role', '=', 'recipient')
        .where('event_party.type', 'in', [...ACCUSATIONS])
        .where('event_party.day', '>=', since)
        .where('event_party.day', '<=', day)
        .where(alive('event_party', rev))
        .orderBy('event_party.day', 'desc')
        .orderBy('event_party.event', 'desc')
        .limit(1)
        .executeTakeFirst()
      return last && { event: last.event, mutual: false }
    }),
  )
}

const ACCUSATIONS = ['ACCUSE', 'REQUEST'] as const
