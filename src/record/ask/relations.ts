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
export type Stated = {
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
  const names = await nameActors(
    db,
    ties.flatMap((t) => [t.head, t.tail]),
    rev,
  )
  const told: TieSummary[] = []
  for (const tie of ties) {
    const head = names.get(tie.head)
    const tail = names.get(tie.tail)
    if (!head || !tail) continue
    const sum = await db
      .selectFrom('relation')
      .innerJoin('article', 'article.id', 'relation.article')
      .select((eb) => [
        eb.fn.min('day').as('first'),
        eb.fn.max('day').as('last'),
        eb.fn.countAll<number>().as('times'),
        eb.fn.count<number>('article.outlet_key').distinct().as('outlets'),
        eb.fn.sum<number>('hedged').as('hedged'),
        eb.fn.max('confidence').as('confidence'),
      ])
      .where('tie', '=', tie.id)
      .where(alive('relation', rev))
      .executeTakeFirstOrThrow()
    told.push({
      type: tie.type,
      head,
      tail,
      first: sum.first || null,
      last: sum.last || null,
      times: Number(sum.times),
      outlets: Number(sum.outlets),
      hedged: Number(sum.hedged),
      confidence: sum.confidence ?? 0,
      conflicts: await conflictsOf(db, tie, rev),
      stated: await statedOf(db, tie.id, rev),
    })
  }
  return told
}

async function statedOf(db: Db, tie: number, rev: number | null): Promise<Stated[]> {
  const rows = await db
    .selectFrom('relation')
    .selectAll()
    .where('tie', '=', tie)
    .where(alive('relation', rev))
    .orderBy('day')
    .orderBy('key')
    .limit(SHOWN)
    .execute()
  const evidence = await evidenceAt(db, rows)
  const speakers = await nameActors(
    db,
    rows.flatMap((r) => r.speaker ?? []),
    rev,
  )
  return rows.map((r) => ({
    id: r.id,
    day: r.day || null,
    by: r.speaker === null ? null : (speakers.get(r.speaker) ?? null),
    hedged: r.hedged === 1,
    confidence: r.confidence,
    evidence: evidence.get(r.key) ?? null,
  }))
}

const FRIENDLY = ['backs', 'allied_with', 'member_of', 'leads', 'speaks_for']

async function conflictsOf(db: Db, tie: Tie, rev: number | null): Promise<string[]> {
  const between = await db
    .selectFrom('tie')
    .select(['tie.id', 'tie.type'])
    .where((eb) =>
      eb.or([
        eb.and([eb('head', '=', tie.head), eb('tail', '=', tie.tail)]),
        eb.and([eb('head', '=', tie.tail), eb('tail', '=', tie.head)]),
      ]),
    )
    .where('tie.id', '!=', tie.id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('relation')
          .select('relation.key')
          .whereRef('relation.tie', '=', 'tie.id')
          .where(alive('relation', rev)),
      ),
    )
    .execute()
  const against = between.filter((other) => FRIENDLY.includes(other.type) !== FRIENDLY.includes(tie.type))
  return [...new Set(against.map((other) => `also said: ${other.type.replace('_', ' ')}`))]
}
