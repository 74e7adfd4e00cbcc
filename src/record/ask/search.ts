import type { Db } from '../schema.ts'
import { wordsIn } from '../search-terms.ts'
import { foundBy } from '../sqlite.ts'
import { type Named, nameActors } from './actors.ts'
import { cursorOf, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type EventSummary, type Evidence, summarise, versionsAt } from './summaries.ts'
import { statementsBy } from './tell-statements.ts'
import { type ToldStatement, tellWhole } from './told-statements.ts'

const KINDS = ['actor', 'event', 'statement', 'article'] as const
type Kind = (typeof KINDS)[number]

export type SearchQuery = Paging & {
  readonly words: string
  readonly kind?: Kind | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}
export type Hit =
  | {
      readonly kind: 'article'
      readonly id: string
      readonly title: string | null
      readonly outlet: string | null
      readonly published: string | null
      /** The first stretch of its text that holds one of the words. */
      readonly evidence: Evidence | null
    }
  | { readonly kind: 'statement'; readonly statement: ToldStatement }
  | { readonly kind: 'event'; readonly event: EventSummary }
  | { readonly kind: 'actor'; readonly actor: Named }

/** A page of hits; where no kind was asked for, the first few of each, and of which kinds there are more. */
export type SearchAnswer = Page<Hit> & { readonly words: string; readonly more: readonly Kind[] }

const FEW = 5

/** Articles, statements, actors and events that hold these words, the newest recorded first; of actors the longest known. */
export async function search(db: Db, query: SearchQuery): Promise<SearchAnswer> {
  const { words } = query
  const rev = await revisionAt(db, query.asOf)
  if (words.trim() === '') return { rows: [], next: null, words, more: [] }
  if (query.kind || query.cursor) {
    const limit = sizeOf(query)
    const docs = await docsOf(db, query, query.kind, limit + 1)
    const page = docs.slice(0, limit)
    const last = page.at(-1)
    const rows = await hitsOf(db, page, words, rev)
    return { rows, next: docs.length > limit && last ? cursorOf('', last.id) : null, words, more: [] }
  }
  const few = Math.min(FEW, sizeOf(query))
  const found = await Promise.all(KINDS.map((kind) => docsOf(db, query, kind, few + 1)))
  const rows = await hitsOf(
    db,
    found.flatMap((docs) => docs.slice(0, few)),
    words,
    rev,
  )
  return { rows, next: null, words, more: KINDS.filter((_, i) => (found[i]?.length ?? 0) > few) }
}

/** So many hits are looked at, few at first: what is looked for mostly stands among the newest. */
const LOOKED_AT = [500, 20_000]

async function docsOf(db: Db, query: SearchQuery, kind: Kind | undefined, limit: number) {
  const after = placeOf(query.cursor)?.key
  const oldest = kind === 'actor'
  const among = (most: number) => {
    let found = db
      .selectFrom('search_doc')
      .selectAll()
      .where(foundBy(query.words, 'search_doc.id', { after, oldest, most }))
    if (kind) found = found.where('kind', '=', kind)
    if (query.from && !oldest) found = found.where('day', '>=', query.from)
    if (query.until && !oldest) found = found.where('day', '<', query.until)
    return found
      .orderBy('id', oldest ? 'asc' : 'desc')
      .limit(limit)
      .execute()
  }
  let docs: Awaited<ReturnType<typeof among>> = []
  for (const most of LOOKED_AT) if (docs.length < limit) docs = await among(most)
  return docs
}

type Doc = { readonly kind: string; readonly ref: number }

async function hitsOf(db: Db, docs: readonly Doc[], words: string, rev: number | null): Promise<Hit[]> {
  const refs = (kind: string) => docs.filter((d) => d.kind === kind).map((d) => d.ref)
  const actors = await nameActors(db, refs('actor'), rev)
  const versions = await versionsAt(db, refs('event'), rev)
  const events = new Map(
    (await summarise(db, [...versions.values()], rev)).map((event, i) => [[...versions.keys()][i], event]),
  )
  const alive = (await statementsBy(db, refs('statement'))).filter((s) =>
    rev === null ? s.rev_until === null : s.rev_from <= rev && (s.rev_until === null || s.rev_until > rev),
  )
  const statements = new Map((await tellWhole(db, alive, rev)).map((statement, i) => [alive[i]?.key, statement]))
  const ids = refs('article')
  const articles = new Map(
    ids.length === 0
      ? []
      : (
          await db
            .selectFrom('article')
            .innerJoin('article_text', 'article_text.hash', 'article.text_hash')
            .select(['article.id', 'public_id', 'title', 'outlet', 'published', 'url', 'text'])
            .where('article.id', 'in', ids)
            .where('article.rev', '<=', rev ?? Number.MAX_SAFE_INTEGER)
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
        {
          kind,
          id: article.public_id,
          title: article.title,
          outlet: article.outlet,
          published: article.published,
          evidence: excerptOf(article, words),
        },
      ]
    if (kind === 'statement' && statement) return [{ kind, statement }]
    if (kind === 'event' && event) return [{ kind, event }]
    return kind === 'actor' && actor ? [{ kind, actor }] : []
  })
}

type Text = {
  readonly public_id: string
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly url: string | null
  readonly text: string
}

const WIDEST = 160

/** The line or sentence round the first of the words in a text, after its title where they stand there too. */
function excerptOf({ public_id, title, outlet, published, url, text }: Text, words: string): Evidence | null {
  const places = wordsIn(text, words)
  const headed = title !== null && text.startsWith(title) ? title.length : 0
  const first = places.find((p) => p.start >= headed) ?? places[0]
  if (!first) return null
  const whole = first.start <= WIDEST
  const before = text.slice(whole ? 0 : first.start - WIDEST, first.start)
  const after = text.slice(first.end, first.end + WIDEST)
  const stop = before.search(/[^.!?\n]*$/)
  const start = first.start - before.length + (stop === 0 && !whole ? Math.max(0, before.indexOf(' ')) : stop)
  const end = first.end + (/^[^.!?\n]*[.!?]?[”’"]?/.exec(after)?.[0].length ?? 0)
  const lead = text.slice(start).search(/\S/)
  return {
    article: public_id,
    outlet,
    published,
    title,
    url,
    start: start + lead,
    end,
    text: text.slice(start + lead, end),
  }
}
