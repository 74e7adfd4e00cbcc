import { CompiledQuery } from 'kysely'
import type { Db, Tables, Tx } from './schema.ts'

// The writer's statements that come again with every article, as texts made once: building and compiling each anew costs as
// much as running it. Their numbers of rows and values are rounded up to few, so that few statements are kept prepared.

const TEXTS = new Map<string, string>()

function textOf(name: string, make: () => string): string {
  let text = TEXTS.get(name)
  if (text === undefined) {
    text = make()
    TEXTS.set(name, text)
  }
  return text
}

const named = (column: string) => `"${column}"`
const questionMarks = (n: number) => `(${Array.from({ length: n }, () => '?').join(', ')})`

type Rows = readonly Readonly<Record<string, unknown>>[]

function insertText(table: string, columns: readonly string[], rows: number): string {
  const each = questionMarks(columns.length)
  return `insert into ${named(table)} (${columns.map(named).join(', ')}) values ${Array.from({ length: rows }, () => each).join(', ')}`
}

function valuesOf(rows: Rows, columns: readonly string[]): unknown[] {
  const values: unknown[] = []
  for (const row of rows) for (const column of columns) values.push(row[column])
  return values
}

/** Insert rows of one table, all with the columns of the first: the statement is written once for each number of rows. */
export async function insertRows(db: Db | Tx, table: string, rows: Rows): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const text = textOf(`insert ${table} ${rows.length} ${columns.join(' ')}`, () =>
    insertText(table, columns, rows.length),
  )
  await db.executeQuery(CompiledQuery.raw(text, valuesOf(rows, columns)))
}

const AT_ONCE = 50

/** Insert those rows of one table that are not in it yet. */
export async function insertMissing(db: Db | Tx, table: string, rows: Rows): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE)
    const columns = Object.keys(some[0] ?? {})
    const text = textOf(
      `missing ${table} ${some.length} ${columns.join(' ')}`,
      () => `${insertText(table, columns, some.length)} on conflict do nothing`,
    )
    await db.executeQuery(CompiledQuery.raw(text, valuesOf(some, columns)))
  }
}

/** Put rows of one table in, each in the place of the one with its key where there is one: only what can be worked out anew. */
export async function putRows(db: Db | Tx, table: string, key: string, rows: Rows): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE)
    const columns = Object.keys(some[0] ?? {})
    const text = textOf(`put ${table} ${some.length} ${columns.join(' ')}`, () => {
      const set = columns
        .filter((column) => column !== key)
        .map((column) => `${named(column)} = excluded.${named(column)}`)
      return `${insertText(table, columns, some.length)} on conflict (${named(key)}) do update set ${set.join(', ')}`
    })
    await db.executeQuery(CompiledQuery.raw(text, valuesOf(some, columns)))
  }
}

/** Add to the count `n` of rows told apart by all their other columns, which are made where there are none yet. */
export async function addToRows(db: Db | Tx, table: string, key: readonly string[], rows: Rows): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const text = textOf(`add ${table} ${rows.length} ${columns.join(' ')}`, () => {
    const n = `${named(table)}."n" + excluded."n"`
    return `${insertText(table, columns, rows.length)} on conflict (${key.map(named).join(', ')}) do update set "n" = ${n}`
  })
  await db.executeQuery(CompiledQuery.raw(text, valuesOf(rows, columns)))
}

const LENGTHS = [1, 2, 4, 8, 16, 32, 64, 100]
const MOST = 100

/** The whole rows of a table where a column has one of these values; with `now`, only those that hold now. */
export async function rowsOf<T extends keyof Tables>(
  db: Db | Tx,
  table: T,
  column: string & keyof Tables[T],
  values: readonly (number | string)[],
  { now }: { readonly now: boolean } = { now: false },
): Promise<Tables[T][]> {
  const found: Tables[T][] = []
  for (let at = 0; at < values.length; at += MOST) {
    const some = values.slice(at, at + MOST)
    const text = inText(table, column, LENGTHS.find((n) => n >= some.length) ?? MOST, now)
    const { rows } = await db.executeQuery<Tables[T]>(CompiledQuery.raw(text, filled(some)))
    if (found.length === 0 && at + MOST >= values.length) return rows
    found.push(...rows)
  }
  return found
}

function inText(table: string, column: string, n: number, now: boolean): string {
  return textOf(
    `select ${table} ${column} ${n} ${now}`,
    () =>
      `select * from ${named(table)} where ${named(column)} in ${questionMarks(n)}${now ? ' and "rev_until" is null' : ''}`,
  )
}

/** The values and the last of them again, up to a length that a statement is kept for. */
function filled(values: readonly (number | string)[]): (number | string)[] {
  const length = LENGTHS.find((n) => n >= values.length) ?? MOST
  return Array.from({ length }, (_, i) => values[Math.min(i, values.length - 1)] as number | string)
}

type Compilable<R> = { compile(): CompiledQuery<R> }

/**
 * What a query gives for these values, which are all that it is asked with; built and compiled once for each number of them, at
 * most a hundred. The last may be given more than once.
 */
export async function ask<R>(
  db: Db | Tx,
  name: string,
  values: readonly (number | string)[],
  build: (values: readonly never[]) => Compilable<R>,
): Promise<R[]> {
  if (values.length === 0) return []
  const some = filled(values)
  const text = textOf(`${name} ${some.length}`, () => build(some as unknown as readonly never[]).compile().sql)
  return (await db.executeQuery<R>(CompiledQuery.raw(text, some))).rows
}

/** End the rows of a table that hold now and have one of these values in a column. */
export async function endRows(
  db: Db | Tx,
  table: string,
  column: string,
  values: readonly (number | string)[],
  rev: number,
): Promise<void> {
  for (let at = 0; at < values.length; at += MOST) {
    const some = filled(values.slice(at, at + MOST))
    const text = textOf(
      `end ${table} ${column} ${some.length}`,
      () =>
        `update ${named(table)} set "rev_until" = ? where ${named(column)} in ${questionMarks(some.length)} and "rev_until" is null`,
    )
    await db.executeQuery(CompiledQuery.raw(text, [rev, ...some]))
  }
}

/** Take the rows out that have one of these values in a column: only what can be worked out anew. */
export async function deleteRows(db: Db | Tx, table: string, column: string, values: readonly number[]): Promise<void> {
  for (let at = 0; at < values.length; at += MOST) {
    const some = filled(values.slice(at, at + MOST))
    const text = textOf(
      `delete ${table} ${column} ${some.length}`,
      () => `delete from ${named(table)} where ${named(column)} in ${questionMarks(some.length)}`,
    )
    await db.executeQuery(CompiledQuery.raw(text, some))
  }
}
