import type { Db, EventVersionRow } from '../schema.ts'
import { alive, revisionAt } from './common.ts'
import { getEvent, type ReportSummary } from './event.ts'
import { findEvent } from './events.ts'
import { partiesOf } from './parties.ts'
import type { SameQuery } from './same-actor.ts'
import { search } from './search.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'

export type SameEventAnswer = {
  readonly kind: 'event'
  readonly event: EventSummary
  /** Events that may be the same: those found by words, or those of like kind between like parties in the days around. */
  readonly candidates: readonly EventSummary[]
  /** What it is made of. */
  readonly reports: readonly ReportSummary[]
  readonly next: string | null
}

const CANDIDATES = 12
const DAYS_ROUND = 3
const [PARTIES, EACH] = [8, 40]
const DAY = 86_400_000

/** What may be the same as an event, and the reports that it is made of. */
export async function sameAsEvent(db: Db, query: SameQuery): Promise<SameEventAnswer> {
  const { id, words, asOf, limit, cursor } = query
  const rev = await revisionAt(db, asOf)
  const { event, reports, next } = await getEvent(db, { event: id, asOf, limit, cursor })
  const { event: key } = await findEvent(db, id, rev)
  const version = (await versionsAt(db, [key], rev)).get(key)
  const candidates = words
    ? (await search(db, { words, kind: 'event', limit: 2 * CANDIDATES, asOf })).rows.flatMap((hit) =>
        hit.kind === 'event' && hit.event.id !== event.id ? [hit.event] : [],
      )
    : version
      ? await likeEvents(db, version, rev)
      : []
  return { kind: 'event', event, candidates: candidates.slice(0, CANDIDATES), reports, next }
}

/** Events of the same type with a party of this one, at most three days off: those with most in common first. */
async function likeEvents(db: Db, own: EventVersionRow, rev: number | null): Promise<EventSummary[]> {
  const parties = (await partiesOf(db, [own.event], rev)).get(own.event) ?? []
  const on = (days: number) => new Date(Date.parse(own.day) + days * DAY).toISOString().slice(0, 10)
  const [from, until] = own.day.startsWith('9999') ? [own.day, own.day] : [on(-DAYS_ROUND), on(DAYS_ROUND)]
  const near = await Promise.all(
    [...new Set(parties.map((p) => p.party))]
      .slice(0, PARTIES)
      .map((party) =>
        db
          .selectFrom('event_party')
          .select('event')
          .where('party', '=', party)
          .where('type', '=', own.type)
          .where('day', '>=', from)
          .where('day', '<=', until)
          .where(alive('event_party', rev))
          .limit(EACH)
          .execute(),
      ),
  )
  const shared = new Map<number, number>()
  for (const { event } of near.flat()) if (event !== own.event) shared.set(event, (shared.get(event) ?? 0) + 1)
  const versions = [...(await versionsAt(db, [...shared.keys()], rev)).values()]
  const farOff = (v: EventVersionRow) => Math.abs(Date.parse(v.day) - Date.parse(own.day))
  const inCommon = (v: EventVersionRow) =>
    (shared.get(v.event) ?? 0) + (v.place !== null && v.place === own.place ? 2 : 0) + (v.mode === own.mode ? 1 : 0)
  const best = versions
    .sort((a, b) => inCommon(b) - inCommon(a) || farOff(a) - farOff(b) || b.reports - a.reports)
    .slice(0, CANDIDATES)
  return summarise(db, best, rev)
}
