import { AppError } from '../base/index.ts'
import type { Counts } from './event-totals.ts'
import type { Profile } from './join/profile.ts'
import { insertRows } from './rows.ts'
import type { EventVersionRow, SourceTotalRow, Tables, Tx } from './schema.ts'

/** One piece of work in a transaction: the revision it makes and the next free key of each table. */
export type Work = {
  readonly tx: Tx
  readonly rev: number
  readonly at: string
  /** The first of `count` keys of a table that nothing has used. */
  readonly keys: (table: Keyed, count: number) => Promise<number>
  /** What holds of events now, as far as it was read or written before. */
  readonly drawn: Map<number, EventRows>
} & Later

/** What the pieces of work of one transaction add up, to be written once at its end. */
export type Later = {
  readonly counts: Counts
  readonly totals: Totals
  readonly docs: Doc[]
  /** What the joining keeps of the events that were touched, as it is now. */
  readonly profiles: Map<number, Profile>
}

/** What is added to the running totals of outlets (`o:`) and speakers (`s:`). */
export type Totals = Map<string, { -readonly [K in Total]: number }>
export type Total = Exclude<keyof SourceTotalRow, 'kind' | 'source' | 'rev_from' | 'rev_until'>

/** What holds of an event now, by table; no version where it has ended or is only being made. */
export type EventRows = {
  readonly version: EventVersionRow | undefined
  readonly event_party: readonly Tables['event_party'][]
  readonly event_dyad: readonly Tables['event_dyad'][]
  readonly event_facet: readonly Tables['event_facet'][]
  readonly dispute: readonly Tables['dispute'][]
}

/** What holds of an event that is only being made. */
export const NOTHING_DRAWN: EventRows = {
  version: undefined,
  event_party: [],
  event_dyad: [],
  event_facet: [],
  dispute: [],
}

/** A search document: what is found by its words. */
type Doc = Tables['search_doc'] & { readonly words: string }

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

export type Revision = {
  readonly at: string
  readonly kind: string
  readonly by?: string | null
  readonly note?: string | null
}

/** Opens one revision after the other in a transaction. */
export type Works = (revision: Revision) => Promise<Work>

/** What opens the revisions of a transaction. Time in the record never runs back. */
export function openWorks(tx: Tx, later: Later, drawn: Map<number, EventRows>): Works {
  const next = new Map<Keyed, number>()
  const keys: Work['keys'] = async (table, count) => {
    const first = next.get(table) ?? (await firstFree(tx, table))
    next.set(table, first + count)
    return first
  }
  let last: { readonly id: number; readonly at: string } | undefined
  return async (revision) => {
    if (Number.isNaN(Date.parse(revision.at)))
      throw new AppError('record.bad-time', `"${revision.at}" is not a time a revision can have`)
    last ??= await tx.selectFrom('revision').select(['id', 'at']).orderBy('id', 'desc').limit(1).executeTakeFirst()
    const rev = (last?.id ?? 0) + 1
    const at = last && last.at > revision.at ? last.at : revision.at
    const { kind, by = null, note = null } = revision
    await insertRows(tx, 'revision', [{ id: rev, at, kind, by, note }])
    last = { id: rev, at }
    return { tx, rev, at, keys, drawn, ...later }
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
export function bornIn({ rev }: Pick<Work, 'rev'>): { readonly rev_from: number; readonly rev_until: null } {
  return { rev_from: rev, rev_until: null }
}
