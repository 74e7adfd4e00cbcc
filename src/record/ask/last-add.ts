import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { cursorOf, placeOf, revisionAt } from './common.ts'

/** What "since" means to an answer: after revision `from`, up to revision `until`. */
export type Looked = {
  readonly from: number
  readonly until: number
  /** The moment after which a change is new; null where all is. */
  readonly since: string | null
  /** `asked`: a moment was given; `last add`: the articles that were added last, without a pause between them. */
  readonly sinceBy: 'asked' | 'last add'
  /** The moment of the last change. */
  readonly now: string | null
  /** How many articles were read since, of those looked at. */
  readonly newArticles: number
  /** How many changes since then lie before those that are told here: so much is told at a time, the latest first. */
  readonly earlier: number
  /** How many lie after them, on the pages before this one. */
  readonly later: number
  /** Where the changes before these are told; null where there are none. */
  readonly next: string | null
}

/** So many changes are told at a time, the latest first: one article read, or one judgement, is one change. */
const NEWS_AT_ONCE = 500
/** So far back the beginning of the last run of articles is looked for. */
const LOOKED_AT = 5000
/** Articles that come so many minutes apart were not added in one go. */
const PAUSE = 10 * 60_000

/** Which revisions are new since a moment; without one, those of the last articles added. A cursor leads to the ones before. */
export async function lookedSince(
  db: Db,
  { since, cursor }: { readonly since?: string | undefined; readonly cursor?: string | undefined },
  rev: number | null,
): Promise<Looked> {
  const place = placeOf(cursor)
  const last = place ? Number(place.day) || 0 : (rev ?? (await lastId(db)))
  const until = place ? Math.min(place.key, last) : last
  const asked = since === undefined ? await lastAdd(db, last) : ((await revisionAt(db, since)) ?? 0)
  const from = Math.min(until, Math.max(asked, until - NEWS_AT_ONCE))
  return {
    from,
    until,
    since: since ?? (await momentOf(db, asked + 1)),
    sinceBy: since === undefined ? 'last add' : 'asked',
    now: await momentOf(db, last),
    newArticles: await readingsIn(db, from, until),
    earlier: from - asked,
    later: last - until,
    next: from > asked ? cursorOf(String(last), from) : null,
  }
}

async function lastId(db: Db): Promise<number> {
  const row = await db
    .selectFrom('revision')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst()
  return Number(row?.id ?? 0)
}

async function momentOf(db: Db, id: number): Promise<string | null> {
  const row = await db.selectFrom('revision').select('at').where('id', '=', id).executeTakeFirst()
  return row?.at ?? null
}

/** The revision before the last unbroken run of articles, as far back as is looked for its beginning. */
async function lastAdd(db: Db, until: number): Promise<number> {
  const far = Math.max(0, until - LOOKED_AT)
  let last: Moment | undefined
  for (let top = until; top > far; top -= AT_ONCE) {
    const bottom = Math.max(far, top - AT_ONCE)
    // What came within one pause has none in it, and need not be walked through.
    const rows = (await isUnbroken(db, bottom, top)) ? await endsOf(db, bottom, top) : await readings(db, bottom, top)
    for (const row of rows) {
      if (last && Date.parse(last.at) - Date.parse(row.at) > PAUSE) return row.id
      last = row
    }
  }
  return far
}

type Moment = { readonly id: number; readonly at: string }

const AT_ONCE = 500

/** The articles read in the revisions after one, up to another, the last first. */
function readings(db: Db, after: number, until: number): Promise<Moment[]> {
  return readingsAfter(db, after, until).orderBy('id', 'desc').execute()
}

/** The last and the first of them. */
async function endsOf(db: Db, after: number, until: number): Promise<Moment[]> {
  const found = readingsAfter(db, after, until).limit(1)
  return [...(await found.orderBy('id', 'desc').execute()), ...(await found.orderBy('id').execute())]
}

function readingsAfter(db: Db, after: number, until: number) {
  return db
    .selectFrom('revision')
    .select(['id', 'at'])
    .where('id', '>', after)
    .where('id', '<=', until)
    .where('kind', '=', 'reading')
}

/** Whether all revisions after one, up to another, came within one pause: time in the record never runs back. */
async function isUnbroken(db: Db, after: number, until: number): Promise<boolean> {
  const [first, last] = [await momentOf(db, after + 1), await momentOf(db, until)]
  return first !== null && last !== null && Date.parse(last) - Date.parse(first) <= PAUSE
}

async function readingsIn(db: Db, from: number, until: number): Promise<number> {
  const found = sql<{
    n: number
  }>`select count(*) as n from revision where id > ${from} and id <= ${until} and kind = 'reading'`
  return Number((await found.execute(db)).rows[0]?.n ?? 0)
}
