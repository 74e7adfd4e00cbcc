import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { revisionAt } from './common.ts'

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
  /** True where so much has changed that only the latest of it was looked at. */
  readonly onlyLatest: boolean
}

/** So many changes are looked at, the latest ones: one article read is one change. */
const MOST = 500
/** Articles that come so many minutes apart were not added in one go. */
const PAUSE = 10 * 60_000

/** Which revisions are new since a moment; without one, those of the last articles added. */
export async function lookedSince(db: Db, since: string | undefined, rev: number | null): Promise<Looked> {
  const until = rev ?? (await lastId(db))
  const asked = since === undefined ? await lastAdd(db, until) : ((await revisionAt(db, since)) ?? 0)
  const from = Math.max(asked, until - MOST)
  return {
    from,
    until,
    since: since ?? (await momentOf(db, asked + 1)),
    sinceBy: since === undefined ? 'last add' : 'asked',
    now: await momentOf(db, until),
    newArticles: await readingsIn(db, from, until),
    onlyLatest: from > asked,
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

/** The revision before the last unbroken run of articles; 0 where the run reaches farther than is looked. */
async function lastAdd(db: Db, until: number): Promise<number> {
  const rows = await db
    .selectFrom('revision')
    .select(['id', 'at'])
    .where('id', '<=', until)
    .where('kind', '=', 'reading')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  for (const [i, row] of rows.entries()) {
    const before = rows[i + 1]
    if (before && Date.parse(row.at) - Date.parse(before.at) > PAUSE) return before.id
  }
  return 0
}

async function readingsIn(db: Db, from: number, until: number): Promise<number> {
  const found = sql<{
    n: number
  }>`select count(*) as n from revision where id > ${from} and id <= ${until} and kind = 'reading'`
  return Number((await found.execute(db)).rows[0]?.n ?? 0)
}
