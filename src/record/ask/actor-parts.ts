import type { Db } from '../schema.ts'
import type { Named } from './actors.ts'
import { alive } from './common.ts'

/** One article's mentions of an actor. */
export type ActorPart = {
  readonly article: string
  readonly outlet: string | null
  readonly published: string | null
  readonly title: string | null
  readonly name: string
  readonly confidence: number
  readonly why: string
}

/** How many articles of an actor are looked at: one of a hundred thousand is not sorted through. */
export const LOOKED_AT = 1000

/** The articles that have an actor, out of the first so many, those first where it is least sure that they mean it. */
export async function actorParts(
  db: Db,
  members: readonly number[],
  rev: number | null,
  shown = LOOKED_AT,
): Promise<ActorPart[]> {
  if (members.length === 0) return []
  return db
    .selectFrom(
      db
        .selectFrom('entity_actor')
        .select(['entity', 'confidence', 'why'])
        .where('entity_actor.actor', 'in', members)
        .where(alive('entity_actor', rev))
        .limit(LOOKED_AT)
        .as('held'),
    )
    .innerJoin('entity', 'entity.id', 'held.entity')
    .innerJoin('article', 'article.id', 'entity.article')
    .select(['article.public_id as article', 'article.outlet', 'article.published', 'article.title'])
    .select(['entity.name', 'held.confidence', 'held.why'])
    .orderBy('held.confidence')
    .orderBy('held.entity')
    .limit(shown)
    .execute()
}

/** How the actors that were merged into another are called themselves. */
export async function mergedActors(db: Db, others: readonly number[], rev: number | null): Promise<Named[]> {
  if (others.length === 0) return []
  const rows = await db
    .selectFrom('actor')
    .innerJoin('actor_profile', 'actor_profile.actor', 'actor.id')
    .select(['actor.public_id as id', 'name', 'country', 'sectors'])
    .where('actor.id', 'in', others)
    .where(alive('actor_profile', rev))
    .execute()
  return rows.map((r) => ({ ...r, sectors: r.sectors.split(' ').filter(Boolean) }))
}
