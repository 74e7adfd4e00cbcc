import type { ReadingArticle } from '../codebook/index.ts'
import { findArticle } from './articles.ts'
import type { Db } from './schema.ts'
import { unpacked } from './unpack.ts'

/** The record's id of an article that is in it, null for a new one. */
export async function knownArticle(db: Db, article: ReadingArticle): Promise<string | null> {
  return (await findArticle(db, article))?.public_id ?? null
}

/** How many articles the record holds. */
export async function countArticles(db: Db): Promise<number> {
  const row = await db
    .selectFrom('article')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** How many articles a reader has not read yet. */
export async function countToReread(db: Db, reader: string): Promise<number> {
  const row = await toReread(db, reader)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** The articles whose current reading is by another reader, with their texts, in the order they were recorded. */
export async function* articlesToReread(
  db: Db,
  reader: string,
): AsyncGenerator<{ readonly id: string; readonly article: ReadingArticle }> {
  let after = 0
  for (;;) {
    const rows = await toReread(db, reader).where('article.id', '>', after).orderBy('article.id').limit(20).execute()
    if (rows.length === 0) return
    for (const row of rows) {
      after = row.id
      const { given_id, title, outlet, author, url, published, published_by, language, text, body } = row
      const { kind, replyTo } = unpacked(body, '').article
      yield {
        id: row.public_id,
        article: {
          id: given_id,
          title,
          outlet,
          author,
          url,
          published,
          publishedBy: published_by as ReadingArticle['publishedBy'],
          language,
          kind,
          replyTo,
          text,
        },
      }
    }
  }
}

function toReread(db: Db, reader: string) {
  return db
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.hash', 'article.text_hash')
    .innerJoin('reading_current', (join) =>
      join.onRef('reading_current.article', '=', 'article.id').on('reading_current.rev_until', 'is', null),
    )
    .innerJoin('reading', 'reading.id', 'reading_current.reading')
    .selectAll('article')
    .select(['article_text.text', 'reading.body'])
    .where('reading.reader', '!=', reader)
}
