import type { CreateTableBuilder, Kysely } from 'kysely'
import { inOrder } from '../sqlite.ts'

/** Columns of a table, each as its type and what holds for it: `int`, `text?` (may be null), `int>article` (points to a row of `article`). */
export type Columns = Readonly<Record<string, string>>

/** The columns of a row that comes and goes. */
export const LIVED: Columns = { rev_from: 'int>revision', rev_until: 'int?>revision' }

/** Make a table; `key` names the columns that together tell its rows apart, where no single one does. */
export async function createTable(
  db: Kysely<unknown>,
  table: string,
  columns: Columns,
  key: readonly string[] = [],
): Promise<void> {
  let making: CreateTableBuilder<string, string> = db.schema.createTable(table)
  for (const [name, facts] of Object.entries(columns)) {
    const [, type = '', key, optional, parent] = /^(int|text|real|blob)(!)?(\?)?(?:>(\w+))?$/.exec(facts) ?? []
    making = making.addColumn(name, TYPES[type] ?? 'text', (column) => {
      let made = key ? column.primaryKey() : column
      if (!optional) made = made.notNull()
      return parent ? made.references(`${parent}.${KEYS[parent] ?? 'id'}`) : made
    })
  }
  if (key.length > 0) making = inOrder(making.addPrimaryKeyConstraint(`${table}_key`, [...key] as never))
  await making.execute()
}

const TYPES: Readonly<Record<string, 'integer' | 'text' | 'double precision' | 'blob'>> = {
  int: 'integer',
  text: 'text',
  real: 'double precision',
  blob: 'blob',
}
const KEYS: Columns = { article_text: 'hash', statement: 'key', report: 'key', event: 'key' }

/** Make an index, named after its table and columns, where there is none yet. */
export async function createIndex(db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_${columns.join('_')}`)
    .ifNotExists()
    .on(table)
    .columns([...columns])
    .execute()
}

/**
 * Make an index of the rows that hold now, with all the columns a question looks at before it takes one; `countries` names
 * columns that must hold the code of a country.
 */
export async function createNowIndex(
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[],
  countries: readonly string[] = [],
): Promise<void> {
  let making = db.schema
    .createIndex(`${table}_now_${columns[0]}`)
    .ifNotExists()
    .on(table)
    .columns([...columns] as never)
    .where('rev_until' as never, 'is', null)
  for (const column of countries) making = making.where(column as never, '>=', 'A')
  await making.execute()
}
