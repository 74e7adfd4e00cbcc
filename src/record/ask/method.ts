import type { Db } from '../schema.ts'
import { alive } from './common.ts'

/** A reader version and how many articles its reading is the current one of. */
export type ReaderUse = { readonly reader: string; readonly articles: number }

/** Which readers the record's current readings come from, the most used first; counted over at most 100,000 articles. */
export async function listReaders(db: Db): Promise<ReaderUse[]> {
  const some = db
    .selectFrom('reading_current')
    .innerJoin('reading', 'reading.id', 'reading_current.reading')
    .select('reading.reader')
    .where(alive('reading_current', null) as never)
    .limit(100_000)
    .as('some')
  const rows = await db
    .selectFrom(some)
    .select((eb) => ['some.reader', eb.fn.countAll<number>().as('articles')])
    .groupBy('some.reader')
    .orderBy('articles', 'desc')
    .execute()
  return rows.map(({ reader, articles }) => ({ reader, articles: Number(articles) }))
}
