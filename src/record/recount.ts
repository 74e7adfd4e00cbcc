import { sql } from 'kysely'
import { COUNTS, type Countable, countAnew } from './count-anew.ts'
import { rowsOf } from './rows.ts'
import type { Db, Tx } from './schema.ts'
import { insertAll } from './work.ts'

/** What of the running counts is wrong: how many rows, and the first of them in words. */
export type Miscounts = { readonly rows: number; readonly told: readonly string[] }

const TOLD = 20

/**
 * Count everything anew that is counted while writing, and say where it is not what the record holds. What was counted is kept
 * with `repair`, else undone. Little is held in memory: what was held is put aside in tables of the file until it is compared.
 */
export async function recount(db: Db, { repair }: { readonly repair: boolean }): Promise<Miscounts> {
  const tx = await db.startTransaction().execute()
  try {
    const wrong = await compareAll(tx, repair)
    await (repair ? tx.commit() : tx.rollback()).execute()
    return { rows: wrong.rows, told: wrong.told }
  } catch (thrown) {
    await tx.rollback().execute()
    throw thrown
  }
}

type Wrong = { rows: number; told: string[] }

/** The columns of each count that tell its rows apart, and the one that holds the number. */
const COMPARED: readonly (readonly [table: string, key: readonly string[], number: string])[] = [
  ...Object.entries(COUNTS).map(([table, key]) => [table, key, 'n'] as const),
  ['tie_party', ['party', 'tie'], 'times'],
]

async function compareAll(tx: Tx, repair: boolean): Promise<Wrong> {
  const wrong: Wrong = { rows: 0, told: [] }
  for (const [table, key] of COMPARED) await putAside(tx, table, key)
  await countAnew(tx, (events) => compareFacets(tx, events, repair, wrong))
  for (const [table, key, number] of COMPARED) {
    await compare(tx, table, key, number, wrong)
    await sql`drop table ${sql.table(`${table}_held`)}`.execute(tx)
  }
  return wrong
}

async function putAside(tx: Tx, table: string, key: readonly string[]): Promise<void> {
  await sql`create table ${sql.table(`${table}_held`)} as select * from ${sql.table(table)}`.execute(tx)
  await sql`create index ${sql.ref(`${table}_held_key`)} on ${sql.table(`${table}_held`)} (${sql.join(key.map((column) => sql.ref(column)))})`.execute(
    tx,
  )
}

type Differing = Readonly<Record<string, string | number>> & { readonly held: number; readonly counted: number }

async function compare(tx: Tx, table: string, key: readonly string[], number: string, wrong: Wrong): Promise<void> {
  const [own, held] = [table, `${table}_held`]
  const same = sql.join(
    key.map((column) => sql`${sql.ref(`${own}.${column}`)} = ${sql.ref(`${held}.${column}`)}`),
    sql` and `,
  )
  const [had, has] = [sql.ref(`${held}.${number}`), sql.ref(`${own}.${number}`)]
  // A count that has come to nothing is as good as none.
  const differ = sql`coalesce(${had}, 0) <> coalesce(${has}, 0)`
  for (const [from, to] of [
    [held, own],
    [own, held],
  ] as const) {
    const columns = sql.join(key.map((column) => sql.ref(`${from}.${column}`)))
    const once = from === held ? sql`` : sql`and ${had} is null`
    const joined = sql`from ${sql.table(from)} left join ${sql.table(to)} on ${same} where ${differ} ${once}`
    const { rows: all } = await sql<{ n: number }>`select count(*) as n ${joined}`.execute(tx)
    const n = Number(all[0]?.n ?? 0)
    wrong.rows += n
    if (n === 0) continue
    const { rows } =
      await sql<Differing>`select ${columns}, coalesce(${had}, 0) as held, coalesce(${has}, 0) as counted ${joined} limit ${sql.lit(TOLD)}`.execute(
        tx,
      )
    for (const row of rows)
      tell(wrong, `${table} ${key.map((column) => `${column}="${row[column]}"`).join(' ')}`, row.held, row.counted)
  }
}

function tell({ told }: Wrong, what: string, held: number | string, counted: number | string): void {
  if (told.length < TOLD) told.push(`${what}: the record holds ${held}, counting its rows gives ${counted}`)
}

/** Who tells of each event, as its rows have it and as its reports do. */
async function compareFacets(tx: Tx, events: readonly Countable[], repair: boolean, wrong: Wrong): Promise<void> {
  const keys = events.map(({ version }) => version.event)
  const rows = await rowsOf(tx, 'event_facet', 'event', keys, { now: true })
  for (const { version, facets } of events) {
    const { event, day, type, quad, rev } = version
    const held = rows.filter((row) => row.event === event).map((row) => row.facet)
    if (held.sort().join('\n') === [...facets].sort().join('\n')) continue
    wrong.rows += 1
    tell(wrong, `event_facet event=${event}`, held.length, facets.length)
    if (!repair) continue
    await tx.deleteFrom('event_facet').where('event', '=', event).where('rev_until', 'is', null).execute()
    const right = facets.map((facet) => ({ event, facet, day, type, quad, rev_from: rev, rev_until: null }))
    await insertAll(tx, 'event_facet', right)
  }
}
