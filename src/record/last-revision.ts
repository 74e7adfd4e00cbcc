import type { Db } from './schema.ts'

/** The number of the last change of the record, 0 before the first: what it answers changes only with it. */
export async function lastRevision(db: Db): Promise<number> {
  const row = await db
    .selectFrom('revision')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst()
  return Number(row?.id ?? 0)
}
