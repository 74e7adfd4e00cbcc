import { type Kysely, sql } from 'kysely'
import { createTable } from './tables.ts'

/** What the joining looks reports up by, numbered by week; tables that were all index kept in its order, and no index twice. */
export async function byWeek(db: Kysely<unknown>): Promise<void> {
  // Its rows are worked out anew: see derive.ts.
  await db.schema.dropTable('event_block').execute()
  await createTable(db, 'event_block', { block: 'int', event: 'int>event' }, ['block', 'event'])
  await keepInOrder(db, 'article_band', { band: 'int', article: 'int>article' })
  await keepInOrder(db, 'statement_about', { party: 'text', day: 'text', statement: 'int>statement' })
  // Each begins like another index of its table.
  for (const index of ['event_version_rev_from', 'entity_actor_actor'])
    await db.schema.dropIndex(index).ifExists().execute()
}

/** Keep the rows of a table in the order of all its columns. */
async function keepInOrder(db: Kysely<unknown>, table: string, columns: Readonly<Record<string, string>>) {
  const names = Object.keys(columns)
  await createTable(db, `${table}_new`, columns, names)
  const list = sql.join(names.map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(`${table}_new`)} (${list}) select distinct ${list} from ${sql.table(table)}`.execute(
    db,
  )
  await db.schema.dropTable(table).execute()
  await db.schema.alterTable(`${table}_new`).renameTo(table).execute()
}
