import type { Db, EventVersionRow } from '../schema.ts'
import { cursorOf, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type EventSummary, summarise } from './summaries.ts'

export type ChangesQuery = Paging & { readonly since?: string | undefined }

export type Change = {
  readonly at: string
  readonly what: 'new event' | 'event changed' | 'event ended' | 'judgement'
  /** In words: "status alleged → happened; killed 5 → 7". */
  readonly how: string
  readonly event: EventSummary | null
  readonly id: string
}

/** What the record has come to hold differently since a day or moment, in the order it happened. */
export async function listChanges(db: Db, query: ChangesQuery): Promise<Page<Change>> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  const since = query.since ? await lastBefore(db, query.since) : 0
  const start = placeOf(query.cursor)
  const until = rev ?? Number.MAX_SAFE_INTEGER
  const versions = await db
    .selectFrom('event_version')
    .innerJoin('revision', 'revision.id', 'event_version.rev_from')
    .selectAll('event_version')
    .select('revision.at')
    .where('rev_from', '>', since)
    .where('rev_from', '<=', until)
    .where((eb) =>
      start
        ? eb.and([
            eb('rev_from', '>=', Number(start.day)),
            eb.or([eb('rev_from', '>', Number(start.day)), eb('event', '>', start.key)]),
          ])
        : eb.val(1).$castTo<boolean>(),
    )
    .orderBy('rev_from')
    .orderBy('event')
    .limit(limit + 1)
    .execute()
  const page = versions.slice(0, limit)
  const last = page.at(-1)
  const more = versions.length > limit && last
  const upTo = more ? last.rev_from : until
  const told = await summarise(db, page, rev)
  const before = await versionsEnding(db, page)
  const changes = page.map((v, i): Change & { rev: number } => {
    const earlier = before.get(`${v.event} ${v.rev_from}`)
    const event = told[i] ?? null
    return {
      rev: v.rev_from,
      at: v.at,
      what: earlier ? 'event changed' : 'new event',
      how: earlier ? differences(earlier, v) : '',
      event,
      id: event?.id ?? '',
    }
  })
  const from = start ? Number(start.day) : since
  const all = [...changes, ...(await ends(db, from, upTo)), ...(await judgements(db, from, upTo))].sort(
    (a, b) => a.rev - b.rev,
  )
  return {
    rows: all.map(({ rev: _, ...change }) => change),
    next: more ? cursorOf(String(last.rev_from), last.event) : null,
  }
}

async function lastBefore(db: Db, since: string): Promise<number> {
  const day = new Date(Date.parse(since) - 1).toISOString()
  return (await revisionAt(db, day)) ?? 0
}

async function versionsEnding(db: Db, page: readonly EventVersionRow[]): Promise<Map<string, EventVersionRow>> {
  if (page.length === 0) return new Map()
  const rows = await db
    .selectFrom('event_version')
    .selectAll()
    .where('event', 'in', [...new Set(page.map((v) => v.event))])
    .where('rev_until', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [`${row.event} ${row.rev_until}`, row]))
}

const TOLD: readonly (readonly [keyof EventVersionRow, string])[] = [
  ['type', 'type'],
  ['status', 'status'],
  ['day', 'day'],
  ['place', 'place'],
  ['killed_best', 'killed'],
  ['injured_best', 'injured'],
  ['origins', 'origins'],
  ['reports', 'reports'],
  ['disputed', 'disputed'],
]

function differences(before: EventVersionRow, after: EventVersionRow): string {
  const found = TOLD.filter(([column]) => before[column] !== after[column])
  return (
    found.map(([column, name]) => `${name} ${before[column] || 'none'} → ${after[column] || 'none'}`).join('; ') ||
    'parties'
  )
}

type Numbered = Change & { readonly rev: number }

async function ends(db: Db, from: number, until: number): Promise<Numbered[]> {
  const rows = await db
    .selectFrom('event_end')
    .innerJoin('event', 'event.key', 'event_end.event')
    .leftJoin('event as heir', 'heir.key', 'event_end.successor')
    .innerJoin('revision', 'revision.id', 'event_end.rev_from')
    .select(['event.id', 'heir.id as heir', 'event_end.why', 'revision.at', 'event_end.rev_from as rev'])
    .where('event_end.rev_from', '>', from)
    .where('event_end.rev_from', '<=', until)
    .limit(500)
    .execute()
  return rows.map((r) => ({
    rev: r.rev,
    at: r.at,
    what: 'event ended',
    how: r.heir ? `${r.why}; ${r.heir} took its place` : r.why,
    event: null,
    id: r.id,
  }))
}

async function judgements(db: Db, from: number, until: number): Promise<Numbered[]> {
  const rows = await db
    .selectFrom('judgement')
    .innerJoin('revision', 'revision.id', 'judgement.rev')
    .select([
      'judgement.public_id',
      'judgement.kind',
      'judgement.subject',
      'judgement.by',
      'revision.at',
      'judgement.rev',
    ])
    .where('judgement.rev', '>', from)
    .where('judgement.rev', '<=', until)
    .limit(500)
    .execute()
  return rows.map((r) => ({
    rev: r.rev,
    at: r.at,
    what: 'judgement',
    how: `${r.kind} ${r.subject}, by ${r.by}`,
    event: null,
    id: r.public_id,
  }))
}
