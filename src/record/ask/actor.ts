import type { Db } from '../schema.ts'
import { findActor, type Named, nameActors } from './actors.ts'
import { alive, type Paging, revisionAt } from './common.ts'
import { listEvents } from './events.ts'
import { stateOf } from './named-party.ts'
import { listRelations, type TieSummary } from './relations.ts'
import { listStatements, type StatementSummary } from './statements.ts'
import type { EventSummary } from './summaries.ts'

export type ActorQuery = Paging & { readonly actor: string }

/** One article's entity that is held to be this actor, how surely and why. */
type Held = {
  readonly article: string
  readonly outlet: string | null
  readonly name: string
  readonly confidence: number
  readonly why: string
}
export type ActorAnswer = {
  readonly actor: Named & { readonly kind: string }
  readonly names: readonly { readonly name: string; readonly how: string; readonly first: string | null }[]
  /** Actors that a person's judgement made one with it. */
  readonly merged: readonly Named[]
  readonly did: Readonly<Record<1 | 2 | 3 | 4, number>>
  readonly suffered: Readonly<Record<1 | 2 | 3 | 4, number>>
  readonly evidence: readonly Held[]
  readonly events: readonly EventSummary[]
  readonly statements: readonly StatementSummary[]
  readonly relations: readonly TieSummary[]
}

const SHOWN = 10

/** Who an actor is, what it did and what was done to it, what it said, and with whom it stands. */
export async function getActor(db: Db, query: ActorQuery): Promise<ActorAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const asked = await findActor(db, query.actor, rev)
  const members = asked.actors.length > 0 ? asked.actors : await stateOf(db, query.actor)
  const named = await nameActors(db, members, rev)
  const [first] = named.values()
  const rows =
    members.length === 0
      ? []
      : await db.selectFrom('actor').select(['id', 'public_id', 'kind']).where('id', 'in', members).execute()
  const actor = first ?? { id: query.actor, name: query.actor, country: query.actor, sectors: [] }
  const page = { asOf: query.asOf, limit: SHOWN }
  const key = first ? first.id : query.actor
  return {
    actor: { ...actor, kind: rows.find((r) => r.public_id === actor.id)?.kind ?? 'state' },
    names: await namesOf(db, members, rev),
    merged: await mergedOf(
      db,
      rows.filter((r) => r.public_id !== actor.id).map((r) => r.id),
      rev,
    ),
    did: await countsOf(db, asked.keys, 'actor', rev),
    suffered: await countsOf(db, asked.keys, 'recipient', rev),
    evidence: await evidenceFor(db, members, rev),
    events: (await listEvents(db, { ...page, party: key })).rows,
    statements: (await listStatements(db, { ...page, speaker: key })).rows,
    relations: (await listRelations(db, { ...page, actor: key })).rows,
  }
}

async function namesOf(db: Db, members: readonly number[], rev: number | null): Promise<ActorAnswer['names']> {
  if (members.length === 0) return []
  const rows = await db
    .selectFrom('actor_name')
    .innerJoin('revision', 'revision.id', 'actor_name.rev')
    .select(['name', 'how', 'revision.at'])
    .where('actor', 'in', members)
    .where('actor_name.rev', '<=', rev ?? Number.MAX_SAFE_INTEGER)
    .orderBy('actor_name.rev')
    .limit(60)
    .execute()
  const seen = new Map<string, { name: string; how: string; first: string | null }>()
  for (const { name, how, at } of rows) if (!seen.has(name)) seen.set(name, { name, how, first: at })
  return [...seen.values()]
}

async function mergedOf(db: Db, others: readonly number[], rev: number | null): Promise<Named[]> {
  if (others.length === 0) return []
  const rows = await db
    .selectFrom('actor')
    .innerJoin('actor_profile', 'actor_profile.actor', 'actor.id')
    .select(['actor.public_id', 'name', 'country', 'sectors'])
    .where('actor.id', 'in', others)
    .where(alive('actor_profile', rev))
    .execute()
  return rows.map((r) => ({
    id: r.public_id,
    name: r.name,
    country: r.country,
    sectors: r.sectors.split(' ').filter(Boolean),
  }))
}

async function countsOf(
  db: Db,
  keys: readonly string[],
  role: string,
  rev: number | null,
): Promise<ActorAnswer['did']> {
  const counts: Record<1 | 2 | 3 | 4, number> = { 1: 0, 2: 0, 3: 0, 4: 0 }
  if (keys.length === 0) return counts
  const rows = await db
    .selectFrom('event_party')
    .select(['quad', (eb) => eb.fn.count<number>('event').distinct().as('n')])
    .where('party', 'in', keys)
    .where('role', '=', role)
    .where(alive('event_party', rev))
    .groupBy('quad')
    .execute()
  for (const { quad, n } of rows) counts[quad as 1 | 2 | 3 | 4] = Number(n)
  return counts
}

async function evidenceFor(db: Db, members: readonly number[], rev: number | null): Promise<Held[]> {
  if (members.length === 0) return []
  const rows = await db
    .selectFrom('entity_actor')
    .innerJoin('entity', 'entity.id', 'entity_actor.entity')
    .innerJoin('article', 'article.id', 'entity.article')
    .select([
      'article.public_id as article',
      'article.outlet',
      'entity.name',
      'entity_actor.confidence',
      'entity_actor.why',
    ])
    .where('entity_actor.actor', 'in', members)
    .where(alive('entity_actor', rev))
    .orderBy('entity_actor.confidence')
    .limit(SHOWN)
    .execute()
  return rows
}
