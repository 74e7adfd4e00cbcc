import type { Db } from '../schema.ts'
import { holdsWords } from '../sqlite.ts'
import { type Named, nameActors } from './actors.ts'
import { cursorOf, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type StatementSummary, statementsBy, tellStatements } from './statements.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'

export type SearchQuery = Paging & {
  readonly words: string
  readonly kind?: 'article' | 'statement' | 'actor' | 'event' | undefined
}
export type Hit =
  | {
      readonly kind: 'article'
      readonly id: string
      readonly title: string | null
      readonly outlet: string | null
      readonly published: string | null
    }
  | { readonly kind: 'statement'; readonly statement: StatementSummary }
  | { readonly kind: 'event'; readonly event: EventSummary }
  | { readonly kind: 'actor'; readonly actor: Named }

/** Articles, statements, actors and events that hold these words, the newest recorded first. */
export async function search(db: Db, query: SearchQuery): Promise<Page<Hit>> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  let found = db.selectFrom('search_doc').selectAll().where(holdsWords(query.words, 'search_doc.id'))
  if (query.kind) found = found.where('kind', '=', query.kind)
  const after = placeOf(query.cursor)
  if (after) found = found.where('id', '<', after.key)
  const rows = await found
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const hits = await hitsOf(db, page, rev)
  const last = page.at(-1)
  return { rows: hits, next: rows.length > limit && last ? cursorOf('', last.id) : null }
}

type Doc = { readonly kind: string; readonly ref: number }

async function hitsOf(db: Db, docs: readonly Doc[], rev: number | null): Promise<Hit[]> {
  const refs = (kind: string) => docs.filter((d) => d.kind === kind).map((d) => d.ref)
  const actors = await nameActors(db, refs('actor'), rev)
  const versions = await versionsAt(db, refs('event'), rev)
  const events = new Map(
    (await summarise(db, [...versions.values()], rev)).map((event, i) => [[...versions.keys()][i], event]),
  )
  const alive = (await statementsBy(db, refs('statement'))).filter((s) =>
    rev === null ? s.rev_until === null : s.rev_from <= rev && (s.rev_until === null || s.rev_until > rev),
  )
  const statements = new Map((await tellStatements(db, alive, rev)).map((statement, i) => [alive[i]?.key, statement]))
  const ids = refs('article')
  const articles = new Map(
    ids.length === 0
      ? []
      : (
          await db
            .selectFrom('article')
            .select(['id', 'public_id', 'title', 'outlet', 'published'])
            .where('id', 'in', ids)
            .where('rev', '<=', rev ?? Number.MAX_SAFE_INTEGER)
            .execute()
        ).map((a) => [a.id, a]),
  )
  return docs.flatMap(({ kind, ref }): Hit[] => {
    const article = articles.get(ref)
    const statement = statements.get(ref)
    const event = events.get(ref)
    const actor = actors.get(ref)
    if (kind === 'article' && article)
      return [
        { kind, id: article.public_id, title: article.title, outlet: article.outlet, published: article.published },
      ]
    if (kind === 'statement' && statement) return [{ kind, statement }]
    if (kind === 'event' && event) return [{ kind, event }]
    return kind === 'actor' && actor ? [{ kind, actor }] : []
  })
}
