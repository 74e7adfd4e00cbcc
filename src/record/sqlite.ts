import {
  CompiledQuery,
  type CreateTableBuilder,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import Database from 'libsql'
import { AppError, messageOf } from '../base/index.ts'
import type { Db, Tx } from './schema.ts'
import { termsOf } from './search-terms.ts'

// Everything that only SQLite knows lives in this file: the driver, the pragmas, full text search, the file's own checks.

type Statement = {
  readonly isReader: boolean
  all(parameters: readonly unknown[]): unknown[]
  run(parameters: readonly unknown[]): { readonly changes: number }
}

const KEPT_STATEMENTS = 1500

/** Kysely on libsql: one connection, statements kept prepared, every transaction takes the write lock at once. */
export function sqliteDialect(path: string, options: { readonly readonly: boolean }): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteFile(path, options.readonly),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** The file behind one record: opened at first use, closed by `destroy`. */
class SqliteFile implements Driver, DatabaseConnection {
  readonly #path: string
  readonly #readonly: boolean
  readonly #statements = new Map<string, Statement>()
  #db: Database.Database | undefined
  #busy: Promise<void> = Promise.resolve()
  #release: (() => void) | undefined

  constructor(path: string, readonly: boolean) {
    this.#path = path
    this.#readonly = readonly
  }

  async init(): Promise<void> {
    const db = openFile(this.#path, this.#readonly)
    db.pragma('busy_timeout = 15000')
    db.pragma('foreign_keys = ON')
    db.pragma('cache_size = -65536')
    db.pragma('temp_store = MEMORY')
    if (!this.#readonly) {
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = NORMAL')
      // Bringing the log into the file scatters writes over all its indexes: seldom, and then much at once.
      db.pragma('wal_autocheckpoint = 16000')
    }
    this.#db = db
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#busy
    let release: () => void = () => {}
    this.#busy = new Promise((resolve) => {
      release = resolve
    })
    await before
    this.#release = release
    return this
  }

  async releaseConnection(): Promise<void> {
    this.#release?.()
  }

  async beginTransaction(): Promise<void> {
    await this.executeQuery(CompiledQuery.raw(this.#readonly ? 'begin' : 'begin immediate'))
  }

  async commitTransaction(): Promise<void> {
    await this.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(): Promise<void> {
    await this.executeQuery(CompiledQuery.raw('rollback'))
  }

  async executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepared(text)
    // libsql ends the process over a boolean.
    const bound = parameters.some((p) => typeof p === 'boolean')
      ? parameters.map((p) => (typeof p === 'boolean' ? Number(p) : p))
      : parameters
    if (statement.isReader) return { rows: withBytes(statement.all(bound) as Record<string, unknown>[]) as R[] }
    return { rows: [], numAffectedRows: BigInt(statement.run(bound).changes) }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  async destroy(): Promise<void> {
    this.#statements.clear()
    this.#db?.close()
  }

  #prepared(text: string): Statement {
    const kept = this.#statements.get(text)
    if (kept) return kept
    if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.clear()
    if (!this.#db) throw new AppError('record.closed', `${this.#path}: the record is not open`)
    const prepared = this.#db.prepare(text) as unknown as Omit<Statement, 'isReader'> & { readonly reader: boolean }
    // Asking the driver whether a statement gives rows costs as much as a short query: once is enough.
    const made: Statement = Object.assign(prepared, { isReader: prepared.reader })
    this.#statements.set(text, made)
    return made
  }
}

/** libsql hands bytes out as ArrayBuffer; everybody else as Uint8Array. */
function withBytes(rows: Record<string, unknown>[]): Record<string, unknown>[] {
  const [first] = rows
  const columns = first ? Object.keys(first).filter((name) => first[name] instanceof ArrayBuffer) : []
  for (const name of columns) for (const row of rows) row[name] = new Uint8Array(row[name] as ArrayBuffer)
  return rows
}

function openFile(path: string, readonly: boolean): Database.Database {
  try {
    return new Database(path, { readonly, fileMustExist: readonly } as Database.Options)
  } catch (cause) {
    throw new AppError('record.cannot-open', `${path}: cannot be opened as a record (${messageOf(cause)})`, { cause })
  }
}

/** Keep the rows of a table in the order of its key, so that a stretch of them is read in one go. */
export function inOrder<T extends string, C extends string>(table: CreateTableBuilder<T, C>): CreateTableBuilder<T, C> {
  return table.modifyEnd(sql`without rowid`)
}

/** Rows handed in with a statement, as a table by this name; the text of the statement is the same for any number of them. */
export function given(name: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  const picked = columns.map((column, i) => sql`value ->> ${sql.lit(i)} as ${sql.ref(column)}`)
  return sql`(select ${sql.join(picked)} from json_each(${JSON.stringify(rows)})) ${sql.table(name)}`
}

/**
 * The texts that a query of one column `line` gives, handed over as one: the driver takes five times as long over thousands of rows
 * as the record does to read them.
 */
export async function linesOf(db: Db | Tx, query: RawBuilder<unknown>): Promise<string[]> {
  const found = sql<{ lines: string | null }>`select group_concat(line, char(30)) as lines from (${query}) given`
  return (await found.execute(db)).rows[0]?.lines?.split('\u001e') ?? []
}

/** The numbers that a query of one column gives, in its order, as one text with spaces between; null where it gives none. */
export function listed(column: string, query: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(select group_concat(${sql.ref(column)}, ' ') from (${query}))`
}

/** By which index a table is walked, where the planner would take one that it holds for shorter. */
export function along(index: string) {
  return sql`indexed by ${sql.ref(index)}`
}

/** Make the full text index: one row a search document, words without their accents. */
export async function createSearch<T>(db: Kysely<T>): Promise<void> {
  await sql`create virtual table search_text using fts5(words, content='', tokenize='unicode61 remove_diacritics 2')`.execute(
    db,
  )
}

/** Put the words of search documents into the full text index. */
export async function indexWords(
  db: Db | Tx,
  docs: readonly { readonly id: number; readonly words: string }[],
): Promise<void> {
  for (let at = 0; at < docs.length; at += 20) {
    const rows = docs.slice(at, at + 20).map((doc) => sql`(${doc.id}, ${doc.words})`)
    await sql`insert into search_text (rowid, words) values ${sql.join(rows)}`.execute(db)
  }
}

/** The condition "document `id` holds these words": "quoted phrases", word*, OR and -word are understood. */
export function holdsWords(query: string, id: string) {
  return sql<boolean>`${sql.ref(id)} in (select rowid from search_text where search_text match ${matchOf(query)})`
}

/** The newest (or oldest) documents that hold these words, of the first `most` such: a common word is not counted through. */
export function foundBy(
  query: string,
  id: string,
  options: { readonly after?: number | undefined; readonly oldest: boolean; readonly most: number },
) {
  const { after, oldest, most } = options
  const place = after === undefined ? sql`` : oldest ? sql`and rowid > ${after}` : sql`and rowid < ${after}`
  const order = oldest ? sql`rowid` : sql`rowid desc`
  return sql<boolean>`${sql.ref(id)} in (select rowid from search_text where search_text match ${matchOf(query)} ${place} order by ${order} limit ${sql.lit(most)})`
}

/** What a person typed, as an FTS5 expression that cannot be malformed. */
export function matchOf(query: string): string {
  const wanted: string[] = []
  const without: string[] = []
  for (const { words, star, unwanted, or } of termsOf(query)) {
    const term = `"${words.join(' ')}"${star ? ' *' : ''}`
    if (unwanted) without.push(term)
    else if (or && wanted.length > 0) wanted.push(`(${wanted.pop()} OR ${term})`)
    else wanted.push(term)
  }
  if (wanted.length === 0) return '""'
  const all = wanted.join(' AND ')
  return without.length === 0 ? all : `(${all}) NOT (${without.join(' OR ')})`
}

/** A number that is another one whenever another connection has written into the file. */
export async function versionOfData(db: Db): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db)
  return rows[0]?.data_version ?? 0
}

/** What SQLite itself finds wrong with the file: one line each, none when it is sound. */
export async function faultsOfFile(db: Db): Promise<string[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const foreign = await sql<{ table: string; rowid: number; parent: string }>`pragma foreign_key_check`.execute(db)
  return [
    ...integrity.rows.map((r) => r.integrity_check).filter((line) => line !== 'ok'),
    ...foreign.rows.map((r) => `${r.table} row ${r.rowid} points to a missing row of ${r.parent}`),
  ]
}

/** Let the planner know how the tables are filled; cheap, done now and then while much is added. */
export async function refreshStatistics(db: Db): Promise<void> {
  await sql`pragma analysis_limit = 400`.execute(db)
  await sql`analyze`.execute(db)
}
