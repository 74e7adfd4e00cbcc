import { AppError } from '../../base/index.ts'
import type { Reading } from '../../codebook/index.ts'
import type { Db } from '../schema.ts'
import { unpacked } from '../unpack.ts'
import type { Named } from './actors.ts'
import { type ArticleFinding, type ArticleJudgement, actorsOf, findingsOf, judgementsOn } from './article-findings.ts'
import { alive, type Paging, revisionAt } from './common.ts'

export type ArticleQuery = Paging & { readonly article: string }
export type ArticleAnswer = {
  readonly id: string
  readonly reading: Reading
  /** Every reader that has read it, the current one marked. */
  readonly readers: readonly { readonly reader: string; readonly at: string; readonly current: boolean }[]
  readonly dossiers: readonly string[]
  /** Articles that tell the same story in nearly the same words. */
  readonly nearDuplicates: readonly {
    readonly id: string
    readonly outlet: string | null
    readonly published: string | null
    readonly url: string | null
  }[]
  /** The event each report of the reading is in, by its id in the reading. */
  readonly events: Readonly<Record<string, string>>
  /** What the record made of each statement, report and relation, by its id in the reading. */
  readonly findings: Readonly<Record<string, ArticleFinding>>
  /** Whom the record takes each entity for, by its id in the reading. */
  readonly actors: Readonly<Record<string, Named>>
  /** What people have judged of the article and its findings, and not taken back. */
  readonly judgements: readonly ArticleJudgement[]
}

/** One article with the reading in force, and where its reports went. */
export async function getArticle(db: Db, query: ArticleQuery): Promise<ArticleAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const article = await db
    .selectFrom('article')
    .selectAll()
    .where((eb) => eb.or([eb('public_id', '=', query.article), eb('given_id', '=', query.article)]))
    .executeTakeFirst()
  if (!article) throw new AppError('ask.no-such-article', `no article ${query.article} is in the record`)
  const readings = await db
    .selectFrom('reading')
    .innerJoin('revision', 'revision.id', 'reading.rev')
    .leftJoin('reading_current', (join) =>
      join.onRef('reading_current.reading', '=', 'reading.id').on(alive('reading_current', rev) as never),
    )
    .select(['reading.id', 'reading.reader', 'reading.body', 'revision.at', 'reading_current.rev_from as since'])
    .where('reading.article', '=', article.id)
    .execute()
  const current = readings.find((r) => r.since !== null)
  if (!current)
    throw new AppError('ask.not-yet', `article ${query.article} was not in the record on ${query.asOf ?? 'this day'}`)
  const { text } = await db
    .selectFrom('article_text')
    .select('text')
    .where('hash', '=', article.text_hash)
    .executeTakeFirstOrThrow()
  const dossiers = await db
    .selectFrom('article_dossier')
    .innerJoin('dossier', 'dossier.id', 'article_dossier.dossier')
    .select('name')
    .where('article', '=', article.id)
    .execute()
  const near = await db
    .selectFrom('article')
    .select(['public_id as id', 'outlet', 'published', 'url'])
    .where('dup_group', '=', article.dup_group)
    .where('id', '!=', article.id)
    .limit(100)
    .execute()
  const reports = await db
    .selectFrom('report')
    .innerJoin('report_event', 'report_event.report', 'report.key')
    .innerJoin('event', 'event.key', 'report_event.event')
    .select(['report.local', 'event.id'])
    .where('report.article', '=', article.id)
    .where(alive('report', rev) as never)
    .where(alive('report_event', rev) as never)
    .execute()
  const findings = await findingsOf(db, article.id, current.id, rev)
  return {
    id: article.public_id,
    reading: unpacked(current.body, text),
    readers: readings.map((r) => ({ reader: r.reader, at: r.at, current: r.since !== null })),
    dossiers: dossiers.map((d) => d.name),
    nearDuplicates: near,
    events: Object.fromEntries(reports.map((r) => [r.local, r.id])),
    findings,
    actors: await actorsOf(db, current.id, rev),
    judgements: await judgementsOn(db, [article.public_id, ...Object.values(findings).map((f) => f.id)], rev),
  }
}
