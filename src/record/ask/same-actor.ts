import { AppError } from '../../base/index.ts'
import type { Db } from '../schema.ts'
import { type ActorPart, actorParts, LOOKED_AT, mergedActors } from './actor-parts.ts'
import { findActor, type Named, nameActors } from './actors.ts'
import { alive, cursorOf, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { search } from './search.ts'

export type SameQuery = Paging & {
  readonly id: string
  /** Words to look for the other one by; where none are given, those that go by a like name or are like it are told. */
  readonly words?: string | undefined
  /** Only what articles call by this name. */
  readonly called?: string | undefined
}

/** Another actor that may be the same, by which names it goes and in how many articles it is. */
type SameCandidate = Named & { readonly kind: string; readonly names: readonly string[]; readonly articles: number }

export type SameActorAnswer = {
  readonly kind: 'actor'
  readonly actor: Named & { readonly kind: string }
  /** Actors that a person's judgement made one with it already. */
  readonly merged: readonly Named[]
  readonly candidates: readonly SameCandidate[]
  /** What articles call it, the most frequent first. */
  readonly names: readonly { readonly name: string; readonly articles: number }[]
  /** The articles that have it, those first where it is least sure that they mean it. */
  readonly parts: Page<ActorPart>['rows']
  /** True where only the first of many articles were looked at. */
  readonly onlyFirst: boolean
  readonly next: string | null
}

const CANDIDATES = 12

/** What may be the same as an actor, and what it is made of: articles and the names they call it by. */
export async function sameAsActor(db: Db, query: SameQuery): Promise<SameActorAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const { actors } = await findActor(db, query.id, rev)
  const [top] = actors
  const named = top === undefined ? undefined : (await nameActors(db, [top], rev)).get(top)
  if (top === undefined || !named)
    throw new AppError('ask.no-such-actor', `${query.id} is a country, not an actor of its own. Give an actor's id`)
  const kinds = await kindsOf(db, actors)
  const parts = await actorParts(db, actors, rev)
  const wanted = query.called === undefined ? parts : parts.filter((p) => p.name === query.called)
  const after = placeOf(query.cursor)?.key ?? 0
  const limit = sizeOf(query)
  return {
    kind: 'actor',
    actor: { ...named, kind: kinds.get(top) ?? 'person' },
    merged: await mergedActors(db, actors.slice(1), rev),
    candidates: await candidatesFor(db, actors, query, rev),
    names: countedNames(parts),
    parts: wanted.slice(after, after + limit),
    onlyFirst: parts.length >= LOOKED_AT,
    next: wanted.length > after + limit ? cursorOf('', after + limit) : null,
  }
}

function countedNames(parts: readonly ActorPart[]): SameActorAnswer['names'] {
  const found = new Map<string, number>()
  for (const { name } of parts) found.set(name, (found.get(name) ?? 0) + 1)
  return [...found].map(([name, articles]) => ({ name, articles })).sort((a, b) => b.articles - a.articles)
}

async function candidatesFor(
  db: Db,
  own: readonly number[],
  { words, asOf }: SameQuery,
  rev: number | null,
): Promise<SameCandidate[]> {
  const found = words ? await actorsNamed(db, words, asOf) : await likeNamed(db, own)
  const named = await nameActors(db, found, rev)
  const mine = new Set([...(await nameActors(db, own, rev)).values()].map((n) => n.id))
  const others = new Map<string, number>()
  for (const actor of found) {
    const id = named.get(actor)?.id
    if (id && !mine.has(id) && !others.has(id)) others.set(id, actor)
  }
  const kinds = await kindsOf(db, [...others.values()])
  // A state goes by its country and is no other's double.
  const chosen = [...others.values()].filter((actor) => kinds.get(actor) !== 'state').slice(0, CANDIDATES)
  return Promise.all(
    chosen.map(async (actor) => ({
      ...(named.get(actor) as Named),
      kind: kinds.get(actor) ?? '',
      names: await namesOf(db, actor),
      articles: await articlesOf(db, actor, rev),
    })),
  )
}

async function actorsNamed(db: Db, words: string, asOf: string | undefined): Promise<number[]> {
  const { rows } = await search(db, { words, kind: 'actor', limit: 2 * CANDIDATES, asOf })
  const ids = rows.flatMap((hit) => (hit.kind === 'actor' ? [hit.actor.id] : []))
  if (ids.length === 0) return []
  const found = await db.selectFrom('actor').select(['id', 'public_id']).where('public_id', 'in', ids).execute()
  return ids.flatMap((id) => found.find((f) => f.public_id === id)?.id ?? [])
}

/** Actors that share the skeleton of a name with these: "Khamenei" and "Ali Khamenei". */
async function likeNamed(db: Db, own: readonly number[]): Promise<number[]> {
  const mine = await db.selectFrom('actor_name').select('skeleton').where('actor', 'in', own).limit(60).execute()
  const skeletons = [...new Set(mine.map((m) => m.skeleton))].filter((s) => !s.endsWith(':'))
  if (skeletons.length === 0) return []
  const rows = await db
    .selectFrom('actor_name')
    .select('actor')
    .where('skeleton', 'in', skeletons)
    .where('actor', 'not in', own)
    .limit(200)
    .execute()
  return [...new Set(rows.map((r) => r.actor))]
}

async function kindsOf(db: Db, actors: readonly number[]): Promise<Map<number, string>> {
  if (actors.length === 0) return new Map()
  const rows = await db.selectFrom('actor').select(['id', 'kind']).where('id', 'in', actors).execute()
  return new Map(rows.map((r) => [r.id, r.kind]))
}

async function namesOf(db: Db, actor: number): Promise<string[]> {
  const rows = await db.selectFrom('actor_name').select('name').where('actor', '=', actor).limit(12).execute()
  return [...new Set(rows.map((r) => r.name))].slice(0, 4)
}

/** In how many articles it is, as far as is looked. */
async function articlesOf(db: Db, actor: number, rev: number | null): Promise<number> {
  const rows = await db
    .selectFrom('entity_actor')
    .select('entity')
    .where('actor', '=', actor)
    .where(alive('entity_actor', rev))
    .limit(LOOKED_AT)
    .execute()
  return rows.length
}
