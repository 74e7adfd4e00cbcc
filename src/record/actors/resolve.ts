import { type ExpressionBuilder, sql } from 'kysely'
import type { Entity, Mention, Reading } from '../../codebook/index.ts'
import { idOf } from '../ids.ts'
import { wordsOf } from '../names.ts'
import { ask, rowsOf } from '../rows.ts'
import type { ArticleRow, Tables } from '../schema.ts'
import { bornIn, insertAll, type Work } from '../work.ts'
import { type Candidate, chooseActor } from './choose.ts'
import { type NameKey, nameKeysOf } from './keys.ts'

/** What the joining of events needs to know of a party. */
export type Party = {
  readonly actor: number
  /** The actor it was merged into, or itself. */
  readonly canonical: number
  readonly kind: string
  readonly named: boolean
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly name: string
}

type Profile = { readonly name: string; readonly country: string | null; readonly sectors: readonly string[] }

/** Give every entity of a reading that acts, is acted on, speaks or is named an actor of the record; by its local id. */
export async function resolveActors(
  work: Work,
  article: ArticleRow,
  reading: Reading,
  entityKeys: ReadonlyMap<string, number>,
): Promise<Map<string, Party>> {
  const used = usedEntities(reading)
  const wanted = reading.entities.filter((e) => used.has(e.id) || (e.named && e.kind !== 'place'))
  const byEntity = groupMentions(reading.mentions)
  const keysOf = new Map(wanted.map((e) => [e.id, nameKeysOf(e, byEntity.get(e.id) ?? [])]))
  const candidates = await findCandidates(work, [...keysOf.values()].flat())

  const possible = wanted.flatMap((entity) =>
    [false, true].map((crowded) => actorIdOf({ article, entity, first: byEntity.get(entity.id)?.[0], crowded })),
  )
  const fresh: Fresh = { work, known: await takenIds(work, [...new Set(possible)]), actors: [], profiles: [] }
  const found = new Map<string, Party>()
  const links: Tables['entity_actor'][] = []
  const names: Tables['actor_name'][] = []
  for (const entity of wanted) {
    const keys = keysOf.get(entity.id) ?? []
    const near = keys.flatMap((key) => candidates.get(key.skeleton) ?? [])
    const choice = chooseActor(entity, keys, near)
    const chosen = 'actor' in choice ? near.find((c) => c.actor === choice.actor) : undefined
    const actor = chosen
      ? chosen.actor
      : await makeActor(fresh, { article, entity, first: byEntity.get(entity.id)?.[0], crowded: near.length > 0 })
    const profile = chosen ? await enrich(fresh, chosen, entity) : { name: entity.name, ...entity.actor }
    const entityKey = entityKeys.get(entity.id) ?? 0
    links.push({
      entity: entityKey,
      actor,
      confidence: 'actor' in choice ? choice.confidence : 1,
      why: choice.why,
      ...bornIn(work),
    })
    for (const key of keys) {
      const known = candidates.get(key.skeleton) ?? []
      if (known.some((c) => c.actor === actor && c.name === key.name)) continue
      names.push({ actor, name: key.name, skeleton: key.skeleton, how: key.how, entity: entityKey, rev: work.rev })
      const kin: Candidate = {
        actor,
        canonical: chosen?.canonical ?? actor,
        kind: chosen?.kind ?? entity.kind,
        country: profile.country,
        sectors: profile.sectors,
        name: key.name,
        title: profile.name,
        skeleton: key.skeleton,
        how: key.how,
      }
      candidates.set(key.skeleton, [...known, kin])
    }
    found.set(entity.id, {
      actor,
      canonical: chosen?.canonical ?? actor,
      kind: entity.kind,
      named: entity.named,
      country: profile.country,
      sectors: profile.sectors,
      name: profile.name,
    })
  }
  await writeFresh(fresh)
  await insertAll(work.tx, 'entity_actor', links)
  await insertAll(work.tx, 'actor_name', names)
  return found
}

function usedEntities(reading: Reading): Set<string> {
  const parties = reading.events.flatMap((e) => [...e.actors, ...e.recipients]).map((p) => p.entity)
  const speakers = reading.attributions.flatMap((a) => [a.speaker, a.channel.through])
  const tied = reading.relations.flatMap((r) => [r.head, r.tail])
  return new Set([...parties, ...speakers, ...tied].filter((id) => id !== null))
}

function groupMentions(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const group = groups.get(mention.entity)
    if (group) group.push(mention)
    else groups.set(mention.entity, [mention])
  }
  return groups
}

async function findCandidates(work: Work, keys: readonly NameKey[]): Promise<Map<string, Candidate[]>> {
  const skeletons = [...new Set(keys.map((k) => k.skeleton))]
  const found = new Map<string, Candidate[]>()
  for (let at = 0; at < skeletons.length; at += 100) {
    const some = skeletons.slice(at, at + 100)
    const rows = await ask(work.tx, 'candidates', some, (wanted) =>
      work.tx
        .selectFrom('actor_name')
        .innerJoin('actor', 'actor.id', 'actor_name.actor')
        .innerJoin('actor_profile', (join) =>
          join.onRef('actor_profile.actor', '=', 'actor_name.actor').on('actor_profile.rev_until', 'is', null),
        )
        .leftJoin('actor_merge', (join) =>
          join.onRef('actor_merge.actor', '=', 'actor_name.actor').on('actor_merge.rev_until', 'is', null),
        )
        .select([
          'actor_name.actor',
          'actor_merge.into_actor',
          'actor.kind',
          'actor_profile.country',
          'actor_profile.sectors',
          'actor_profile.name as title',
          'actor_name.name',
          'actor_name.skeleton',
          'actor_name.how',
        ])
        .where('actor_name.skeleton', 'in', wanted)
        .limit(sql.lit(2000)),
    )
    for (const { into_actor, sectors, ...row } of rows) {
      const candidate = { ...row, canonical: into_actor ?? row.actor, sectors: listOf(sectors) }
      const known = found.get(row.skeleton)
      if (known) known.push(candidate)
      else found.set(row.skeleton, [candidate])
    }
  }
  return found
}

/** Actors that are new with this article, to be written all at once. */
type Fresh = {
  readonly work: Work
  /** Ids of unnamed or crowded actors that the record has already: an article read again. */
  readonly known: ReadonlyMap<string, number>
  readonly actors: Tables['actor'][]
  readonly profiles: Tables['actor_profile'][]
}
type NewActor = {
  readonly article: ArticleRow
  readonly entity: Entity
  readonly first: Mention | undefined
  readonly crowded: boolean
}

function actorIdOf({ article, entity, first, crowded }: NewActor): string {
  const own = !entity.named || crowded
  return idOf(
    'x',
    entity.kind,
    wordsOf(entity.name).join(' '),
    entity.actor.country,
    own ? article.public_id : '',
    own ? (first?.start ?? entity.id) : '',
  )
}

async function makeActor({ work, known, actors, profiles }: Fresh, made: NewActor): Promise<number> {
  const { entity } = made
  const public_id = actorIdOf(made)
  const before = known.get(public_id) ?? actors.find((a) => a.public_id === public_id)?.id
  if (before !== undefined) return before
  const id = await work.keys('actor', 1)
  actors.push({ id, public_id, kind: entity.kind, named: entity.named ? 1 : 0, rev: work.rev })
  const { country, sectors } = entity.actor
  profiles.push({ actor: id, name: entity.name, country, sectors: sectors.join(' '), ...bornIn(work) })
  if (entity.named)
    work.docs.push({ id: await work.keys('search_doc', 1), kind: 'actor', ref: id, day: '', words: entity.name })
  return id
}

/** Which of the ids that new actors of this article could get are taken. */
async function takenIds(work: Work, ids: readonly string[]): Promise<Map<string, number>> {
  const taken = new Map<string, number>()
  for (const { id, public_id } of await rowsOf(work.tx, 'actor', 'public_id', ids)) taken.set(public_id, id)
  return taken
}

async function writeFresh({ work, actors, profiles }: Fresh): Promise<void> {
  await insertAll(work.tx, 'actor', actors)
  await insertAll(work.tx, 'actor_profile', profiles)
}

/** What an article adds to what is known of an actor: a country, a sector, a fuller name. The older profile stays as history. */
async function enrich({ work, profiles }: Fresh, chosen: Candidate, entity: Entity): Promise<Profile> {
  const { tx, rev } = work
  const sectors = [...new Set([...chosen.sectors, ...entity.actor.sectors])]
  const country = chosen.country ?? entity.actor.country
  const fuller = entity.kind === 'person' && wordsOf(chosen.title).length < 2 && wordsOf(entity.name).length >= 2
  const name = fuller ? entity.name : chosen.title
  if (name === chosen.title && country === chosen.country && sectors.length === chosen.sectors.length)
    return { name, country, sectors }
  const mine = profiles.findIndex((p) => p.actor === chosen.actor)
  if (mine >= 0) {
    profiles[mine] = { actor: chosen.actor, name, country, sectors: sectors.join(' '), ...bornIn(work) }
    return { name, country, sectors }
  }
  const own = (eb: ExpressionBuilder<Tables, 'actor_profile'>) =>
    eb.and([eb('actor', '=', chosen.actor), eb('rev_until', 'is', null)])
  await tx.deleteFrom('actor_profile').where(own).where('rev_from', '=', rev).execute()
  await tx.updateTable('actor_profile').set({ rev_until: rev }).where(own).execute()
  await tx
    .insertInto('actor_profile')
    .values({ actor: chosen.actor, name, country, sectors: sectors.join(' '), ...bornIn(work) })
    .execute()
  return { name, country, sectors }
}

function listOf(words: string): string[] {
  return words === '' ? [] : words.split(' ')
}
