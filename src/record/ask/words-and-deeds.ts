import type { Db, EventVersionRow } from '../schema.ts'
import { findActor, type Who } from './actors.ts'
import { alive, mergePages, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type Deed, deedsAfter } from './deeds-after.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'

export type WordsQuery = Paging & {
  readonly actor?: Who | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly within?: number | undefined
}

export type Pairing = {
  readonly words: EventSummary
  readonly said: 'threat' | 'promise' | 'demand' | 'denial' | 'refusal'
  /** What came of it; `not seen` where nothing in the record did. */
  readonly outcome: Deed['outcome'] | 'not seen'
  readonly deed: EventSummary | null
  readonly days: number | null
  readonly sure: 'clear' | 'weak'
  /** "3 days later", or "not seen by 2020-01-17". */
  readonly interval: string
}

const DAY = 86_400_000
const LOOK_AHEAD = 90

/** What kind of words a verbal event is; statements of other kinds are not set against deeds. */
const SAID: Readonly<Record<string, Pairing['said']>> = {
  THREATEN: 'threat',
  AGREE: 'promise',
  REQUEST: 'demand',
  REJECT: 'refusal',
}
/** Each threat, promise, demand and refusal, set against the first later deed or answer that carries it out, breaks it or answers it (docs/record.md says by which rule). */
export async function listWordsAndDeeds(
  db: Db,
  query: WordsQuery,
): Promise<Page<Pairing> & { readonly lastDay: string | null }> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  const page = await wordsPage(db, query, rev, limit)
  const lastDay = await lastDayOf(db, rev)
  const versions = await versionsAt(
    db,
    page.rows.map((r) => r.key),
    rev,
  )
  const words = page.rows.flatMap((r) => versions.get(r.key) ?? [])
  const found = await deedsAfter(db, words, query.within ?? LOOK_AHEAD, rev)
  const told = await summarise(db, [...words, ...found.flatMap((f) => f?.version ?? [])], rev)
  let nextDeed = words.length
  const rows = words.map((word, i): Pairing => {
    const deed = found[i] ? (told[nextDeed++] as EventSummary) : null
    return pairing(word, told[i] as EventSummary, found[i], deed, lastDay)
  })
  return { rows, next: page.next, lastDay }
}

async function wordsPage(
  db: Db,
  query: WordsQuery,
  rev: number | null,
  limit: number,
): Promise<Page<{ day: string; key: number }>> {
  const after = placeOf(query.cursor)
  const keys = query.actor ? (await findActor(db, query.actor, rev)).keys : null
  const types = Object.keys(SAID)
  const lists = keys
    ? await Promise.all(
        keys.flatMap((party) =>
          types.map((type) => {
            let found = db
              .selectFrom('event_party')
              .select(['day', 'event as key'])
              .where('party', '=', party)
              .where('type', '=', type)
              .where('role', '=', 'actor')
              .where(alive('event_party', rev))
            if (query.from) found = found.where('day', '>=', query.from)
            if (query.until) found = found.where('day', '<', query.until)
            if (after)
              found = found.where((eb) =>
                eb.and([eb('day', '>=', after.day), eb.or([eb('day', '>', after.day), eb('event', '>', after.key)])]),
              )
            return found
              .orderBy('day')
              .orderBy('event')
              .limit(limit + 1)
              .execute()
          }),
        ),
      )
    : await Promise.all(
        types.map((type) => {
          let found = db
            .selectFrom('event_version')
            .select(['day', 'event as key'])
            .where('type', '=', type)
            .where(alive('event_version', rev))
          if (query.from) found = found.where('day', '>=', query.from)
          if (query.until) found = found.where('day', '<', query.until)
          if (after)
            found = found.where((eb) =>
              eb.and([eb('day', '>=', after.day), eb.or([eb('day', '>', after.day), eb('event', '>', after.key)])]),
            )
          return found
            .orderBy('day')
            .orderBy('event')
            .limit(limit + 1)
            .execute()
        }),
      )
  return mergePages(lists, limit)
}

function pairing(
  word: EventVersionRow,
  words: EventSummary,
  found: Deed | undefined,
  deed: EventSummary | null,
  lastDay: string | null,
): Pairing {
  const said = SAID[word.type] === 'refusal' && word.mode === null ? 'denial' : (SAID[word.type] ?? 'threat')
  if (!found || !deed)
    return {
      words,
      said,
      outcome: 'not seen',
      deed: null,
      days: null,
      sure: 'clear',
      interval: `not seen by ${lastDay ?? 'the end of the record'}`,
    }
  const days = Math.round((Date.parse(found.version.day) - Date.parse(word.day)) / DAY)
  const interval = days === 0 ? 'the same day' : days === 1 ? '1 day later' : `${days} days later`
  return { words, said, outcome: found.outcome, deed, days, sure: found.sure, interval }
}

/** The last day anything in the record is dated or was published. */
async function lastDayOf(db: Db, rev: number | null): Promise<string | null> {
  const row = await db
    .selectFrom('article')
    .select((eb) => eb.fn.max('published').as('day'))
    .where('rev', '<=', rev ?? Number.MAX_SAFE_INTEGER)
    .executeTakeFirst()
  return row?.day ?? null
}
