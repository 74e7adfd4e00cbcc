import { sql } from 'kysely'
import type { Db, RelationRow } from '../schema.ts'
import { given } from '../sqlite.ts'
import { type Evidence, evidenceAt } from './summaries.ts'
import { all, held } from './walk.ts'

/** The latest sentence that states each of these ties, up to a day where one is given. */
export async function tieSentences(
  db: Db,
  ties: readonly number[],
  { day, rev }: { readonly day: string | undefined; readonly rev: number | null },
): Promise<Map<number, Evidence>> {
  const conditions = [sql`relation.tie = asked.tie`, held('relation', rev)]
  if (day) conditions.push(sql`relation.day <= ${day}`)
  const asked = given(
    'asked',
    ['tie'],
    ties.map((tie) => [tie]),
  )
  const last = sql`select relation.key from relation where ${all(conditions)} order by relation.day desc, relation.key desc limit 1`
  const found = sql<RelationRow>`select relation.* from (select (${last}) as key from ${asked}) latest
    inner join relation on relation.key = latest.key`
  const latest = ties.length === 0 ? [] : (await found.execute(db)).rows
  const evidence = await evidenceAt(db, latest)
  return new Map(
    latest.flatMap(({ tie, key }) => {
      const own = evidence.get(key)
      return own ? [[tie, own] as const] : []
    }),
  )
}

/** The first and the last day on which an article of the record was published. */
export async function publishedSpan(db: Db): Promise<{ readonly first: string | null; readonly last: string | null }> {
  const end = async (order: 'asc' | 'desc'): Promise<string | null> => {
    const row = await db
      .selectFrom('article')
      .select('published')
      .where('published', 'is not', null)
      .orderBy('published', order)
      .limit(1)
      .executeTakeFirst()
    return row?.published ?? null
  }
  return { first: await end('asc'), last: await end('desc') }
}
