import { AppError } from '../../base/index.ts'
import { NO_DAY } from '../event-versions.ts'
import type { Db, EventVersionRow } from '../schema.ts'
import { cursorOf, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type EventSummary, summarise } from './summaries.ts'

export type ChangesQuery = Paging & { readonly since?: string | undefined }

/** One thing that an event is now held to be and was not before; null where it had or has none. */
export type Difference = { readonly about: string; readonly was: string | null; readonly now: string | null }

export type Change = {
  readonly at: string
  readonly what: 'new event' | 'event changed' | 'event ended' | 'judgement'
  /** In words: "status alleged → happened; killed 5 → 7". */
  readonly how: string
  readonly differences: readonly Difference[]
  /** The event as it was held from then on. */
  readonly event: EventSummary | null
  readonly id: string
  /** The event that took the place of one that ended. */
  readonly heir: string | null
  readonly judgement: {
    readonly kind: string
    readonly subject: string
    readonly by: string
    readonly note: string | null
    /** Whether a later judgement took it back. */
    readonly undone: boolean
  } | null
}

const NOTHING = { how: '', differences: [], event: null, heir: null, judgement: null } as const

/** What the record has come to hold differently since a day or moment, the latest first. */
export async function listChanges(db: Db, query: ChangesQuery): Promise<Page<Change>> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  const since = query.since ? await lastBefore(db, query.since) : 0
  const start = placeOf(query.cursor)
  const until = start ? Number(start.day) : (rev ?? Number.MAX_SAFE_INTEGER)
  let found = db
    .selectFrom('event_version')
    .innerJoin('revision', 'revision.id', 'event_version.rev_from')
    .selectAll('event_version')
    .select('revision.at')
    .where('rev_from', '>', since)
    .where('rev_from', '<=', until)
  if (start) found = found.where((eb) => eb.or([eb('rev_from', '<', until), eb('event', '<', start.key)]))
  const versions = await found
    .orderBy('rev_from', 'desc')
    .orderBy('event', 'desc')
    .limit(limit + 1)
    .execute()
  const page = versions.slice(0, limit)
  const last = page.at(-1)
  const more = versions.length > limit && last
  const told = await summarise(db, page, rev)
  const before = await versionsEnding(db, page)
  const changes = page.map((v, i): Numbered => {
    const earlier = before.get(`${v.event} ${v.rev_from}`)
    const event = told[i] ?? null
    const changed = earlier ? differencesOf(earlier, v) : []
    const how = changed.map(({ about, was, now }) => `${about} ${was ?? 'none'} → ${now ?? 'none'}`).join('; ')
    return {
      ...NOTHING,
      rev: v.rev_from,
      at: v.at,
      what: earlier ? 'event changed' : 'new event',
      how: earlier ? how || 'parties' : '',
      differences: changed,
      event,
      id: event?.id ?? '',
    }
  })
  // What ended and was judged is told with the page whose revisions lie round it, each once.
  const from = more ? last.rev_from : since
  const all = [...changes, ...(await ends(db, from, until)), ...(await judgements(db, from, until))].sort(
    (a, b) => b.rev - a.rev,
  )
  return {
    rows: all.map(({ rev: _, ...change }) => change),
    next: more ? cursorOf(String(last.rev_from), last.event) : null,
  }
}

async function lastBefore(db: Db, since: string): Promise<number> {
  const time = Date.parse(since)
  if (Number.isNaN(time)) throw new AppError('ask.bad-day', `"${since}" is not a day. Write it like 2020-01-05.`)
  return (await revisionAt(db, new Date(time - 1).toISOString())) ?? 0
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

/** What of an event stands differently in a later version, in words: "status alleged → happened; killed 5 → 7". */
export function differencesOf(before: EventVersionRow, after: EventVersionRow): Difference[] {
  const word = (value: unknown) => (value === null || value === '' || value === NO_DAY ? null : String(value))
  return TOLD.filter(([column]) => before[column] !== after[column]).map(([column, about]) => ({
    about,
    was: word(before[column]),
    now: word(after[column]),
  }))
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
    .orderBy('event_end.rev_from', 'desc')
    .limit(500)
    .execute()
  return rows.map((r) => ({
    ...NOTHING,
    rev: r.rev,
    at: r.at,
    what: 'event ended',
    how: r.heir ? `${r.why}; ${r.heir} took its place` : r.why,
    heir: r.heir,
    id: r.id,
  }))
}

async function judgements(db: Db, from: number, until: number): Promise<Numbered[]> {
  const rows = await db
    .selectFrom('judgement')
    .innerJoin('revision', 'revision.id', 'judgement.rev')
    .leftJoin('judgement as later', 'later.undoes', 'judgement.id')
    .select([
      'later.id as undone',
      'judgement.public_id',
      'judgement.kind',
      'judgement.subject',
      'judgement.by',
      'judgement.note',
      'revision.at',
      'judgement.rev',
    ])
    .where('judgement.rev', '>', from)
    .where('judgement.rev', '<=', until)
    .orderBy('judgement.rev', 'desc')
    .limit(500)
    .execute()
  return rows.map((r) => ({
    ...NOTHING,
    rev: r.rev,
    at: r.at,
    what: 'judgement',
    how: `${r.kind} ${r.subject}, by ${r.by}`,
    judgement: { kind: r.kind, subject: r.subject, by: r.by, note: r.note, undone: r.undone !== null },
    id: r.public_id,
  }))
}
