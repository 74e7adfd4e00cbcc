import { z } from 'zod'
import { AppError } from '../../base/index.ts'
import type { Db } from '../schema.ts'
import { type Done, type Judge, judge } from './judge.ts'

/** What a person may find missing in an article. */
export const MISSING_KINDS = ['event', 'statement', 'actor', 'relation', 'time', 'place'] as const

const Missing = z.object({ start: z.int().min(0), end: z.int().min(1), kind: z.enum(MISSING_KINDS) })

/**
 * Note that the reading of an article lacks a finding at these letters. It changes nothing that the record holds: it stands on the
 * article and in the changes, for whoever mends the reader.
 */
export async function noteMissing(
  db: Db,
  article: string,
  missing: { readonly start: number; readonly end: number; readonly kind: string },
  who: Judge,
): Promise<Done> {
  const parsed = Missing.safeParse(missing)
  if (!parsed.success)
    throw new AppError(
      'correct.bad-missing',
      `say from which letter to which, and what is missing: ${MISSING_KINDS.join(', ')}`,
    )
  const row = await db
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.hash', 'article.text_hash')
    .select(['public_id', 'text'])
    .where('public_id', '=', article)
    .executeTakeFirst()
  if (!row) throw new AppError('correct.no-such-article', `no article ${article} is in the record`)
  const { start, end, kind } = parsed.data
  if (start >= end || end > row.text.length)
    throw new AppError(
      'correct.bad-missing',
      `${article} has ${row.text.length} letters: ${start} to ${end} is no part of it`,
    )
  return judge(db, who, { kind: 'missing', subject: article, detail: { start, end, kind } }, async () => ({
    what: `noted that ${article} lacks ${kind === 'event' || kind === 'actor' ? 'an' : 'a'} ${kind} at letters ${start} to ${end}`,
    events: [],
  }))
}
