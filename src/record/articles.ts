import { sql } from 'kysely'
import { sha256 } from '../base/index.ts'
import type { ReadingArticle } from '../codebook/index.ts'
import { idOf } from './ids.ts'
import { wordsOf } from './names.ts'
import {
  bandsOf,
  bytesOf,
  containmentOf,
  marksOf,
  NEAR_DUPLICATE,
  SHARED_MARKS,
  SHORTENED,
  signatureFrom,
  signatureOf,
  similarityOf,
} from './near-duplicates.ts'
import { ask, insertMissing, insertRows, rowsOf } from './rows.ts'
import type { ArticleRow, Db, Tx } from './schema.ts'
import { insertAll, type Work } from './work.ts'

/** How an outlet or agency is known whatever its spelling: "The Washington Examiner" gives "washington examiner". */
export function outletKey(name: string | null): string {
  return name ? wordsOf(name).join(' ') : ''
}

/** The record's id of an article: one text in one outlet at one address. */
function articleIdOf(article: ReadingArticle): string {
  return idOf('a', sha256(article.text), outletKey(article.outlet), article.url)
}

/** The article as recorded before, if it was. */
export async function findArticle(db: Db | Tx, article: ReadingArticle): Promise<ArticleRow | undefined> {
  const [known] = await rowsOf(db, 'article', 'public_id', [articleIdOf(article)])
  return known
}

/** Put a new article into the record, its text once by hash, tied to the recorded text that is most like it. */
export async function recordArticle(work: Work, article: ReadingArticle): Promise<ArticleRow> {
  const { tx, rev } = work
  const hash = sha256(article.text)
  await insertMissing(tx, 'article_text', [{ hash, text: article.text }])

  const signature = signatureOf(article.text)
  const bands = bandsOf(signature)
  const marks = marksOf(article.text)
  const twin = (await findTwin(tx, signature, bands)) ?? (await findLonger(tx, article.text, marks))
  const id = await work.keys('article', 1)
  const row: ArticleRow = {
    id,
    public_id: articleIdOf(article),
    text_hash: hash,
    given_id: article.id,
    title: article.title,
    outlet: article.outlet,
    outlet_key: outletKey(article.outlet),
    author: article.author,
    url: article.url,
    published: article.published,
    published_by: article.publishedBy,
    language: article.language,
    signature: bytesOf(signature),
    dup_group: twin?.group ?? id,
    dup_of: twin?.article ?? null,
    dup_similarity: twin?.similarity ?? null,
    rev,
  }
  await insertRows(tx, 'article', [row])
  await insertAll(
    tx,
    'article_band',
    [...new Set([...bands, ...marks])].map((band) => ({ band, article: id })),
  )
  const doc = await work.keys('search_doc', 1)
  work.docs.push({ id: doc, kind: 'article', ref: id, day: article.published ?? '', words: article.text })
  return row
}

type Twin = { readonly article: number; readonly group: number; readonly similarity: number }

async function findTwin(tx: Tx, signature: Uint32Array, bands: readonly number[]): Promise<Twin | undefined> {
  const near = await ask(tx, 'twins', bands, (wanted) =>
    tx
      .selectFrom('article_band')
      .innerJoin('article', 'article.id', 'article_band.article')
      .select(['article.id', 'article.dup_group', 'article.signature'])
      .where('band', 'in', wanted)
      .limit(sql.lit(200)),
  )
  let best: Twin | undefined
  for (const { id, dup_group, signature: bytes } of near) {
    const similarity = similarityOf(signature, signatureFrom(bytes))
    const better = !best || similarity > best.similarity || (similarity === best.similarity && id < best.article)
    if (similarity >= NEAR_DUPLICATE && better) best = { article: id, group: dup_group, similarity }
  }
  return best
}

const LOOKED_AT = 400
const COMPARED = 5

/** The article that this one is a shortened copy of, or the other way round. */
async function findLonger(tx: Tx, text: string, marks: readonly number[]): Promise<Twin | undefined> {
  if (marks.length === 0) return undefined
  const rows = await ask(tx, 'marks', marks, (wanted) =>
    tx.selectFrom('article_band').select('article').where('band', 'in', wanted).limit(sql.lit(LOOKED_AT)),
  )
  const shared = new Map<number, number>()
  for (const { article } of rows) shared.set(article, (shared.get(article) ?? 0) + 1)
  const most = [...shared].filter(([, n]) => n >= SHARED_MARKS).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  if (most.length === 0) return undefined
  const near = await tx
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.hash', 'article.text_hash')
    .select(['article.id', 'article.dup_group', 'article_text.text'])
    .where(
      'article.id',
      'in',
      most.slice(0, COMPARED).map(([article]) => article),
    )
    .orderBy('article.id')
    .execute()
  let best: Twin | undefined
  for (const { id, dup_group, text: other } of near) {
    const similarity = containmentOf(text, other)
    if (similarity >= SHORTENED && similarity > (best?.similarity ?? 0))
      best = { article: id, group: dup_group, similarity }
  }
  return best
}
