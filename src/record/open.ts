import { existsSync } from 'node:fs'
import { Kysely } from 'kysely'
import { AppError, messageOf } from '../base/index.ts'
import { deriveAll, deriveBlocks } from './derive.ts'
import { BLOCKS_SINCE, COUNTED_SINCE, MIGRATIONS } from './migrations.ts'
import type { Db, Tables } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

/**
 * Open the record in a file, made and brought to the newest schema where needed; `:memory:` is a record that is forgotten.
 * A file written by a newer program is refused and left as it is. Close it with `db.destroy()`.
 */
export async function openRecord(path: string, options: { readonly readonly?: boolean } = {}): Promise<Db> {
  const readonly = options.readonly ?? false
  if (readonly && !existsSync(path))
    throw new AppError('record.missing', `${path}: there is no record here. Make one with: rubicon add FOLDER`)
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path, { readonly }) })
  try {
    await bringUp(db, path, readonly)
    if (readonly) readonlyRecords.add(db)
    return db
  } catch (thrown) {
    await db.destroy()
    if (thrown instanceof AppError) throw thrown
    throw new AppError('record.not-a-record', `${path}: is not a record, or is damaged (${messageOf(thrown)})`, {
      cause: thrown,
    })
  }
}

const readonlyRecords = new WeakSet<Db>()

/** Whether a record was opened for reading alone. */
export function isReadonly(db: Db): boolean {
  return readonlyRecords.has(db)
}

async function bringUp(db: Db, path: string, readonly: boolean): Promise<void> {
  const has = await schemaOf(db)
  if (has > MIGRATIONS.length)
    throw new AppError(
      'record.newer-than-program',
      `${path}: has schema ${has}, this program knows ${MIGRATIONS.length}. Use a newer rubicon; the file was left as it is.`,
    )
  if (has === MIGRATIONS.length) return
  if (readonly)
    throw new AppError('record.older-than-program', `${path}: has schema ${has}; open it once with: rubicon doctor`)
  await db.transaction().execute(async (tx) => {
    const now = await schemaOf(tx)
    for (const migrate of MIGRATIONS.slice(now)) await migrate(tx as unknown as Kysely<unknown>)
    if (now > 0 && now < COUNTED_SINCE) await deriveAll(tx)
    else if (now > 0 && now < BLOCKS_SINCE) await deriveBlocks(tx)
    await tx.deleteFrom('meta').where('name', '=', 'schema').execute()
    await tx
      .insertInto('meta')
      .values({ name: 'schema', value: String(MIGRATIONS.length) })
      .execute()
  })
}

/** The number of the schema in the file; 0 for an empty one. */
export async function schemaOf(db: Db): Promise<number> {
  const tables = await db.introspection.getTables()
  if (tables.length === 0) return 0
  const row = await db.selectFrom('meta').select('value').where('name', '=', 'schema').executeTakeFirst()
  return Number(row?.value ?? 0)
}
