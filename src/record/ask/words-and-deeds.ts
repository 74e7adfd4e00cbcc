import { NO_DAY } from '../event-versions.ts'
import type { Db, EventVersionRow } from '../schema.ts'
import { findActor } from './actors.ts'
import { alive, mergePages, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type PartyOf, pairsOf, partiesOf } from './parties.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'

export type WordsQuery = Paging & {
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly within?: number | undefined
}

export type Pairing = {
  readonly words: EventSummary
  readonly said: 'threat' | 'promise' | 'demand' | 'denial' | 'refusal'
  /** What came of it; `not seen` where nothing in the record did. */
  readonly outcome: 'carried out' | 'broken' | 'answered' | 'not seen'
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
const FORCE = ['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST']
const HELP = ['COOPERATE', 'AID', 'RETREAT']
/** The deed a threat names, by its mode. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  assault: ['ASSAULT'],
  violence: ['ASSAULT'],
  coerce: ['COERCE', 'ASSAULT'],
  restrict: ['COERCE', 'SANCTION'],
  relations: ['SANCTION'],
  expel: ['SANCTION', 'COERCE'],
  arrest: ['COERCE'],
  territory: ['ASSAULT', 'MOBILIZE'],
}

/** Each threat, promise, demand and refusal, set against the first later deed between the same parties that carries it out, breaks it or answers it. */
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
  const parties = await partiesOf(
    db,
    words.map((w) => w.event),
    rev,
  )
  const found = await Promise.all(
    words.map((word) => deedAfter(db, word, parties.get(word.event) ?? [], query.within ?? LOOK_AHEAD, rev)),
  )
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

type Deed = { readonly version: EventVersionRow; readonly sure: 'clear' | 'weak' }

async function deedAfter(
  db: Db,
  word: EventVersionRow,
  parties: readonly PartyOf[],
  within: number,
  rev: number | null,
): Promise<Deed | undefined> {
  if (word.day === NO_DAY) return undefined
  const speakers = parties.filter((p) => p.role === 'actor').map((p) => p.party)
  const others = parties.filter((p) => p.role === 'recipient').map((p) => p.party)
  const byOther = word.type === 'REQUEST'
  const [doers, done] = byOther ? [others, speakers] : [speakers, others]
  if (doers.length === 0) return undefined
  const types = wantedDeeds(word)
  const until = new Date(Date.parse(word.day) + within * DAY).toISOString().slice(0, 10)
  const towards = done.length > 0 ? await firstDyad(db, doers, done, types, word, until, rev) : undefined
  if (towards) return { version: towards, sure: word.day_by === 'text' && towards.day_by === 'text' ? 'clear' : 'weak' }
  const alone = await firstBy(db, doers, types, word, until, rev)
  return alone && { version: alone, sure: 'weak' }
}

function wantedDeeds(word: EventVersionRow): readonly string[] {
  if (word.type === 'THREATEN') return (word.mode && NAMED[word.mode]) || FORCE
  if (word.type === 'AGREE') return [...HELP, ...FORCE]
  if (word.type === 'REQUEST') return [...HELP, ...FORCE]
  return [...FORCE, ...HELP]
}

async function firstDyad(
  db: Db,
  actors: readonly string[],
  recipients: readonly string[],
  types: readonly string[],
  word: EventVersionRow,
  until: string,
  rev: number | null,
): Promise<EventVersionRow | undefined> {
  const firsts = await Promise.all(
    pairsOf(actors, recipients).map((pair) =>
      db
        .selectFrom('event_dyad')
        .innerJoin('event_version', 'event_version.event', 'event_dyad.event')
        .selectAll('event_version')
        .where('event_dyad.actor', '=', pair.actor)
        .where('event_dyad.recipient', '=', pair.recipient)
        .where('event_dyad.day', '>=', word.day)
        .where('event_dyad.day', '<', until)
        .where('event_dyad.quad', 'in', [2, 4])
        .where('event_version.type', 'in', types)
        .where('event_version.status', 'in', ['happened', 'alleged'])
        .where('event_version.event', '!=', word.event)
        .where(alive('event_dyad', rev))
        .where(alive('event_version', rev))
        .orderBy('event_dyad.day')
        .orderBy('event_dyad.event')
        .limit(1)
        .executeTakeFirst(),
    ),
  )
  return firsts.flatMap((f) => f ?? []).sort((x, y) => (x.day < y.day ? -1 : x.day > y.day ? 1 : x.event - y.event))[0]
}

async function firstBy(
  db: Db,
  actors: readonly string[],
  types: readonly string[],
  word: EventVersionRow,
  until: string,
  rev: number | null,
): Promise<EventVersionRow | undefined> {
  return db
    .selectFrom('event_party')
    .innerJoin('event_version', 'event_version.event', 'event_party.event')
    .selectAll('event_version')
    .where('event_party.party', 'in', actors)
    .where('event_party.role', '=', 'actor')
    .where('event_party.day', '>=', word.day)
    .where('event_party.day', '<', until)
    .where('event_party.type', 'in', types)
    .where('event_version.status', 'in', ['happened', 'alleged'])
    .where('event_version.recipients', '=', '')
    .where(alive('event_party', rev))
    .where(alive('event_version', rev))
    .orderBy('event_party.day')
    .limit(1)
    .executeTakeFirst()
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
  const outcome = outcomeOf(word.type, found.version.type)
  const interval = days === 0 ? 'the same day' : days === 1 ? '1 day later' : `${days} days later`
  return { words, said, outcome, deed, days, sure: found.sure, interval }
}

function outcomeOf(words: string, deed: string): Pairing['outcome'] {
  const helped = HELP.includes(deed)
  if (words === 'THREATEN') return helped ? 'broken' : 'carried out'
  if (words === 'AGREE') return helped ? 'carried out' : 'broken'
  if (words === 'REQUEST') return helped ? 'carried out' : 'answered'
  return helped ? 'broken' : 'answered'
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
