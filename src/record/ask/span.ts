import { ALL } from '../event-totals.ts'
import { NO_DAY } from '../event-versions.ts'
import { facetOf } from '../facets.ts'
import type { Db } from '../schema.ts'
import { originNames } from './origin-tree.ts'

export type SpanQuery = { readonly dossier?: string | undefined }
export type OutletCount = { readonly name: string; readonly articles: number; readonly reports: number | null }
export type SpanAnswer = {
  readonly first: string | null
  readonly last: string | null
  readonly articles: number
  readonly reports: number
  readonly events: number
  readonly statements: number
  /** Named actors of the whole record, merged ones not counted. */
  readonly actors: number
  readonly outlets: number
  /** The outlets with most articles, 200 at most; `reports` only for the whole record. */
  readonly outletList: readonly OutletCount[]
  /** Reader versions in force, with the number of articles each has read last. */
  readonly readers: readonly { readonly reader: string; readonly articles: number }[]
  readonly dossiers: readonly { readonly name: string; readonly articles: number }[]
}

const SHOWN = 200

/** How much the record, or one dossier of it, holds now, and from which day to which. A dossier nobody has heard of holds nothing. */
export async function recordSpan(db: Db, query: SpanQuery = {}): Promise<SpanAnswer> {
  const dossiers = await dossiersIn(db)
  const asked = dossiers.find((d) => d.name === query.dossier)
  const scope = query.dossier === undefined ? ALL : facetOf.dossier(asked?.id ?? 0)
  const totals = await db
    .selectFrom('scope_total')
    .select(['what', 'n'])
    .where('scope', '=', scope)
    .where('n', '>', 0)
    .execute()
  const numbers = new Map(totals.map(({ what, n }) => [what, n]))
  const outlets = scope === ALL ? await allOutlets(db) : await outletsIn(db, totals)
  const readers =
    scope === ALL
      ? totals
      : await db.selectFrom('scope_total').select(['what', 'n']).where('scope', '=', ALL).where('n', '>', 0).execute()
  return {
    first: await endOf(db, scope, 'asc'),
    last: await endOf(db, scope, 'desc'),
    articles: numbers.get('articles') ?? 0,
    reports: numbers.get('reports') ?? 0,
    events: numbers.get('events') ?? 0,
    statements: numbers.get('statements') ?? 0,
    actors: await actorsIn(db),
    ...outlets,
    readers: readers
      .filter(({ what }) => what.startsWith('reader:'))
      .map(({ what, n }) => ({ reader: what.slice('reader:'.length), articles: n }))
      .sort((a, b) => b.articles - a.articles),
    dossiers: dossiers.map(({ name, articles }) => ({ name, articles })),
  }
}

async function dossiersIn(db: Db): Promise<{ id: number; name: string; articles: number }[]> {
  const rows = await db.selectFrom('dossier').select(['id', 'name']).orderBy('name').execute()
  if (rows.length === 0) return []
  const counts = await db
    .selectFrom('scope_total')
    .select(['scope', 'n'])
    .where('what', '=', 'articles')
    .where(
      'scope',
      'in',
      rows.map((row) => facetOf.dossier(row.id)),
    )
    .execute()
  const articles = new Map(counts.map(({ scope, n }) => [scope, n]))
  return rows.map(({ id, name }) => ({ id, name, articles: articles.get(facetOf.dossier(id)) ?? 0 }))
}

async function endOf(db: Db, scope: string, order: 'asc' | 'desc'): Promise<string | null> {
  const row = await db
    .selectFrom('day_total')
    .select('day')
    .where('scope', '=', scope)
    .where('day', '<', NO_DAY)
    .where('n', '>', 0)
    .orderBy('day', order)
    .limit(1)
    .executeTakeFirst()
  return row?.day ?? null
}

async function actorsIn(db: Db): Promise<number> {
  const named = await db
    .selectFrom('actor')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('named', '=', 1)
    .executeTakeFirst()
  const merged = await db
    .selectFrom('actor_merge')
    .innerJoin('actor', 'actor.id', 'actor_merge.actor')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('named', '=', 1)
    .whereRef('actor_merge.actor', '!=', 'actor_merge.into_actor')
    .where('rev_until', 'is', null)
    .executeTakeFirst()
  return Number(named?.n ?? 0) - Number(merged?.n ?? 0)
}

type Outlets = Pick<SpanAnswer, 'outlets' | 'outletList'>

async function allOutlets(db: Db): Promise<Outlets> {
  const rows = await db
    .selectFrom('source_total')
    .select(['source', 'articles', 'reports'])
    .where('kind', '=', 'outlet')
    .where('rev_until', 'is', null)
    .execute()
  return named(
    db,
    rows.map(({ source, ...counts }) => ({ key: source, ...counts })),
  )
}

async function outletsIn(db: Db, totals: readonly { readonly what: string; readonly n: number }[]): Promise<Outlets> {
  const rows = totals.filter(({ what }) => what.startsWith('o:') && what !== facetOf.outlet(''))
  return named(
    db,
    rows.map(({ what, n }) => ({ key: what.slice(2), articles: n, reports: null })),
  )
}

type Keyed = { readonly key: string; readonly articles: number; readonly reports: number | null }

async function named(db: Db, rows: readonly Keyed[]): Promise<Outlets> {
  const top = [...rows].sort((a, b) => b.articles - a.articles || (a.key < b.key ? -1 : 1)).slice(0, SHOWN)
  const names = await originNames(
    db,
    top.map((row) => facetOf.outlet(row.key)),
    null,
  )
  return {
    outlets: rows.length,
    outletList: top.map(({ key, articles, reports }) => ({
      name: names.get(facetOf.outlet(key)) ?? key,
      articles,
      reports,
    })),
  }
}
