import type { Db } from '../schema.ts'
import { findActor, type Named, nameActors } from './actors.ts'
import { alive, cursorOf, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { type Evidence, evidenceAt } from './summaries.ts'

export type RelationsQuery = Paging & {
  readonly actor?: string | undefined
  readonly other?: string | undefined
  readonly type?: string | undefined
}

/** One time a relation was stated. */
type Stated = {
  readonly id: string
  readonly day: string | null
  readonly by: Named | null
  readonly hedged: boolean
  readonly confidence: number
  readonly evidence: Evidence | null
}
export type TieSummary = {
  readonly type: string
  readonly head: Named
  readonly tail: Named
  readonly first: string | null
  readonly last: string | null
  readonly times: number
  readonly outlets: number
  readonly hedged: number
  /** How sure the surest statement is. */
  readonly confidence: number
  /** Ties between the same two that cannot hold at once, in words. */
  readonly conflicts: readonly string[]
  readonly stated: readonly Stated[]
}

const SHOWN = 5

/** Who stands with, behind and against whom: each tie with the days it was stated, by whom and how surely. */
export async function listRelations(db: Db, query: RelationsQuery): Promise<Page<TieSummary>> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  let found = db
    .selectFrom('tie')
    .selectAll('tie')
    .where('tie.rev', '<=', rev ?? Number.MAX_SAFE_INTEGER)
  for (const asked of [query.actor, query.other]) {
    if (asked === undefined) continue
    const { keys } = await findActor(db, asked, rev)
    found = found.where('tie.id', 'in', db.selectFrom('tie_party').select('tie').where('party', 'in', keys))
  }
  if (query.type) found = found.where('tie.type', '=', query.type)
  found = found.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('relation')
        .select('relation.key')
        .whereRef('relation.tie', '=', 'tie.id')
        .where(alive('relation', rev)),
    ),
  )
  const rows = await found
    .where('tie.id', '>', placeOf(query.cursor)?.key ?? 0)
    .orderBy('tie.id')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: await tellTies(db, page, rev), next: rows.length > limit && last ? cursorOf('', last.id) : null }
}

type Tie = { readonly id: number; readonly type: string; readonly head: number; readonly tail: number }

async function tellTies(db: Db, ties: readonly Tie[], rev: number | null): Promise<TieSummary[]> {
  if (ties.length === 0) return []
  const names = await nameActors(
    db,
    ties.flatMap((t) => [t.head, t.tail]),
    rev,
  )
  const sums = await sumsOf(db, ties, rev)
  const stated = await statedOf(db, ties, rev)
  const conflicts = await conflictsOf(db, ties, rev)
  return ties.flatMap((tie) => {
    const [head, tail, sum] = [names.get(tie.head), names.get(tie.tail), sums.get(tie.id)]
    return head && tail && sum
      ? [
          {
            type: tie.type,
            head,
            tail,
            ...sum,
            conflicts: conflicts.get(tie.id) ?? [],
            stated: stated.get(tie.id) ?? [],
          },
        ]
      : []
  })
}

type Sum = Pick<TieSummary, 'first' | 'last' | 'times' | 'outlets' | 'hedged' | 'confidence'>

async function sumsOf(db: Db, ties: readonly Tie[], rev: number | null): Promise<Map<number, Sum>> {
  const rows = await db
    .selectFrom('relation')
    .innerJoin('article', 'article.id', 'relation.article')
    .select((eb) => [
      'tie',
      eb.fn.min('day').as('first'),
      eb.fn.max('day').as('last'),
      eb.fn.countAll<number>().as('times'),
      eb.fn.count<number>('article.outlet_key').distinct().as('outlets'),
      eb.fn.sum<number>('hedged').as('hedged'),
      eb.fn.max('confidence').as('confidence'),
    ])
    .where(
      'tie',
      'in',
      ties.map((t) => t.id),
    )
    .where(alive('relation', rev))
    .groupBy('tie')
    .execute()
  return new Map(
    rows.map(({ tie, first, last, confidence, ...n }) => [
      tie,
      {
        first: first || null,
        last: last || null,
        times: Number(n.times),
        outlets: Number(n.outlets),
        hedged: Number(n.hedged),
        confidence: confidence ?? 0,
      },
    ]),
  )
}

async function statedOf(db: Db, ties: readonly Tie[], rev: number | null): Promise<Map<number, Stated[]>> {
  const lists = await Promise.all(
    ties.map((tie) =>
      db
        .selectFrom('relation')
        .selectAll()
        .where('tie', '=', tie.id)
        .where(alive('relation', rev))
        .orderBy('day')
        .orderBy('key')
        .limit(SHOWN)
        .execute(),
    ),
  )
  const rows = lists.flat()
  const evidence = await evidenceAt(db, rows)
  const speakers = await nameActors(
    db,
    rows.flatMap((r) => r.speaker ?? []),
    rev,
  )
  const tell = (r: (typeof rows)[number]): Stated => ({
    id: r.id,
    day: r.day || null,
    by: r.speaker === null ? null : (speakers.get(r.speaker) ?? null),
    hedged: r.hedged === 1,
    confidence: r.confidence,
    evidence: evidence.get(r.key) ?? null,
  })
  return new Map(ties.map((tie, i) => [tie.id, (lists[i] ?? []).map(tell)]))
}

const FRIENDLY = ['backs', 'allied_with', 'member_of', 'leads', 'speaks_for']

/** What else was said of the two ends of each tie that does not go with it. */
export async function conflictsOf(db: Db, ties: readonly Tie[], rev: number | null): Promise<Map<number, string[]>> {
  const ends = [...new Set(ties.flatMap((t) => [t.head, t.tail]))]
  const opposed = await db
    .selectFrom('tie')
    .select(['id', 'type', 'head', 'tail'])
    .where('head', 'in', ends)
    .where('tail', 'in', ends)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('relation')
          .select('relation.key')
          .whereRef('relation.tie', '=', 'tie.id')
          .where(alive('relation', rev)),
      ),
    )
    .execute()
  return new Map(
    ties.map((tie) => {
      const between = opposed.filter(
        (o) => (o.head === tie.head && o.tail === tie.tail) || (o.head === tie.tail && o.tail === tie.head),
      )
      const against = between.filter((o) => FRIENDLY.includes(o.type) !== FRIENDLY.includes(tie.type))
      return [tie.id, [...new Set(against.map((o) => `also said: ${o.type.replace('_', ' ')}`))]]
    }),
  )
}
