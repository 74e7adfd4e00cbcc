import { AppError } from '../base/index.ts'
import type { Db, Tables, Tx } from './schema.ts'
import { insertRows } from './sqlite.ts'

/** One transaction's worth of writing: the revision it makes and the next free key of each table. */
export type Work = {
  readonly tx: Tx
  readonly rev: number
  readonly at: string
  /** The first of `count` keys of a table that nothing has used. */
  readonly keys: (table: Keyed, count: number) => Promise<number>
}

type Keyed = keyof typeof KEY_COLUMNS

const KEY_COLUMNS = {
  article: 'id',
  dossier: 'id',
  reading: 'id',
  entity: 'id',
  actor: 'id',
  statement: 'key',
  report: 'key',
  event: 'key',
  tie: 'id',
  relation: 'key',
  dispute: 'id',
  judgement: 'id',
  search_doc: 'id',
} as const

type Revision = {
  readonly at: string
  readonly kind: string
  readonly by?: string | null
  readonly note?: string | null
}

/** Do one piece of work as one revision in one transaction: all of it is kept, or none. Time in the record never runs back. */
export async function inRevision<T>(db: Db, revision: Revision, write: (work: Work) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const work = await openWork(tx, revision)
    return write(work)
  })
}

/** The next revision, inside a transaction that is already open. */
export async function openWork(tx: Tx, revision: Revision): Promise<Work> {
  if (Number.isNaN(Date.parse(revision.at)))
    throw new AppError('record.bad-time', `"${revision.at}" is not a time a revision can have`)
  const last = await tx.selectFrom('revision').select(['id', 'at']).orderBy('id', 'desc').limit(1).executeTakeFirst()
  const rev = (last?.id ?? 0) + 1
  const at = last && last.at > revision.at ? last.at : revision.at
  await tx
    .insertInto('revision')
    .values({ id: rev, at, kind: revision.kind, by: revision.by ?? null, note: revision.note ?? null })
    .execute()
  const next = new Map<Keyed, number>()
  return {
    tx,
    rev,
    at,
    keys: async (table, count) => {
      const first = next.get(table) ?? (await firstFree(tx, table))
      next.set(table, first + count)
      return first
    },
  }
}

async function firstFree(tx: Tx, table: Keyed): Promise<number> {
  const { ref } = tx.dynamic
  const row = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.max<number>(ref(KEY_COLUMNS[table])).as('last'))
    .executeTakeFirst()
  return ((row as { last: number | null } | undefined)?.last ?? 0) + 1
}

const ROWS_AT_ONCE = 25

/** Insert many rows of one table, some at a time, so that few different statements are made. */
export async function insertAll<T extends keyof Tables>(tx: Tx, table: T, rows: readonly Tables[T][]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await insertRows(tx, table, rows.slice(at, at + ROWS_AT_ONCE))
}

/** A row's life that begins with this work. */
export function bornIn(work: Work): { readonly rev_from: number; readonly rev_until: null } {
  return { rev_from: work.rev, rev_until: null }
}
