import { type RawBuilder, sql } from 'kysely'
import type { QuadClass } from '../../codebook/index.ts'
import { ALL } from '../event-totals.ts'
import type { Asking } from './event-filter.ts'

/** How many of something there are of each quad class. */
export type QuadCounts = Readonly<Record<QuadClass, number>>

type Four = { readonly q1: unknown; readonly q2: unknown; readonly q3: unknown; readonly q4: unknown }

/** The four numbers of a row, by quad class. */
export function quadCounts({ q1, q2, q3, q4 }: Four): QuadCounts {
  return { 1: Number(q1 ?? 0), 2: Number(q2 ?? 0), 3: Number(q3 ?? 0), 4: Number(q4 ?? 0) }
}

/** All of them together. */
export function sumOf(counts: QuadCounts): number {
  return counts[1] + counts[2] + counts[3] + counts[4]
}

/** Four sums: of `n` (1 where rows themselves are counted) over the rows of each quad class; null where it has none. */
export function sums(quad: RawBuilder<unknown>, n: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join([1, 2, 3, 4].map((q) => sql`sum(${n}) filter (where ${quad} = ${sql.lit(q)}) as ${sql.ref(`q${q}`)}`))
}

/**
 * The scope whose running counts answer a filter, if any does: the whole record, one dossier, one country as a party or as
 * the place. Type, quad class, status and days narrow within a scope; anything more is counted row by row.
 */
export function scopeOf(asking: Asking, rev: number | null): string | null {
  const { keys, facets, country, place, origins } = asking
  if (rev !== null || place !== undefined || (origins ?? 0) > 1) return null
  const scopes: (string | null)[] = facets.map((own) => (own.length === 1 && own[0]?.startsWith('d:') ? own[0] : null))
  for (const role of ['actor', 'recipient', 'party'] as const) {
    const [key, more] = keys[role] ?? []
    if (key !== undefined) scopes.push(more === undefined && /^[A-Z]{3}$/.test(key) ? `${role}:${key}` : null)
  }
  if (country) scopes.push(`c:${country}`)
  if (scopes.length > 1) return null
  return scopes[0] === undefined ? ALL : scopes[0]
}
