import { AppError } from '../../base/index.ts'
import type { Db } from '../schema.ts'
import { nameActors } from './actors.ts'
import { alive, type Page, type Paging, revisionAt, sizeOf } from './common.ts'
import { originNames } from './origin-tree.ts'

export type SourcesQuery = Paging & { readonly kind?: 'outlet' | 'speaker' | undefined }
export type SourceSummary = {
  readonly kind: string
  readonly name: string
  readonly id: string | null
  readonly articles: number
  readonly statements: number
  readonly reports: number
  /** Statements of unnamed people among an outlet's statements, 0 to 1. */
  readonly anonymousShare: number
  /** Events that nobody else reports. */
  readonly alone: number
  /** Events it speaks of whose reports stand against each other. */
  readonly contradicted: number
}

/**
 * Outlets and speakers, those with most statements first. Where no kind is asked for, half of a page are outlets and half
 * speakers, so that neither hides the other.
 */
export async function listSources(db: Db, query: SourcesQuery): Promise<Page<SourceSummary>> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  const skip = Number.parseInt(query.cursor ?? '0', 10)
  if (Number.isNaN(skip)) throw new AppError('ask.bad-cursor', `"${query.cursor}" is not a cursor that an answer gave`)
  const kinds = query.kind ? [query.kind] : (['outlet', 'speaker'] as const)
  const size = Math.ceil(limit / kinds.length)
  const lists = await Promise.all(
    kinds.map((kind) =>
      db
        .selectFrom('source_total')
        .selectAll()
        .where('kind', '=', kind)
        .where(alive('source_total', rev))
        .orderBy('statements', 'desc')
        .orderBy('source')
        .limit(size + 1)
        .offset(skip)
        .execute(),
    ),
  )
  const page = lists.flatMap((list) => list.slice(0, size))
  const names = await originNames(
    db,
    page.map((r) => (r.kind === 'outlet' ? `o:${r.source}` : `s:${r.source}`)),
    rev,
  )
  const actors = await nameActors(
    db,
    page.filter((r) => r.kind === 'speaker').map((r) => Number(r.source)),
    rev,
  )
  return {
    rows: page.map((r) => ({
      kind: r.kind,
      name: names.get(r.kind === 'outlet' ? `o:${r.source}` : `s:${r.source}`) ?? r.source,
      id: r.kind === 'speaker' ? (actors.get(Number(r.source))?.id ?? null) : null,
      articles: r.articles,
      statements: r.statements,
      reports: r.reports,
      anonymousShare: r.statements === 0 ? 0 : Math.round((100 * r.anonymous) / r.statements) / 100,
      alone: r.alone,
      contradicted: r.disputed,
    })),
    next: lists.some((list) => list.length > size) ? String(skip + size) : null,
  }
}
