import type { Db } from '../schema.ts'
import { type Description, descriptionsOf } from './actor-descriptions.ts'
import { type ActorPart, actorParts, mergedActors } from './actor-parts.ts'
import { type Speech, speechOf } from './actor-speech.ts'
import { findActor, type Named } from './actors.ts'
import { alive, type Paging, revisionAt } from './common.ts'
import { countDays, type DayCount, type DaysAnswer } from './count-days.ts'
import { countDyads, type DyadCount } from './count-dyads.ts'
import type { EventFilter } from './event-filter.ts'
import { leadingEvents } from './leading.ts'
import { namedParty, stateOf } from './named-party.ts'
import { listNetwork, type NetworkTie } from './network.ts'
import type { QuadCounts } from './scope.ts'
import { listStatements } from './statements.ts'
import type { EventSummary } from './summaries.ts'
import type { ToldStatement } from './told-statements.ts'
import { listWordsAndDeeds, type Pairing } from './words-and-deeds.ts'

export type ActorQuery = Pick<Paging, 'asOf'> &
  Omit<EventFilter, 'actor' | 'recipient' | 'party'> & { readonly actor: string }

/** The events of a day by quad class. */
type ActorDay = { readonly day: string; readonly counts: QuadCounts }
export type ActorAnswer = {
  readonly actor: Named & { readonly kind: string; readonly named: boolean }
  /** Its names, since which day of publication an article has each, and when the record learnt it. */
  readonly names: readonly {
    readonly name: string
    readonly how: string
    readonly since: string | null
    readonly first: string | null
  }[]
  readonly descriptions: readonly Description[]
  /** Actors that a person's judgement made one with it. */
  readonly merged: readonly Named[]
  readonly did: QuadCounts
  readonly suffered: QuadCounts
  readonly days: { readonly did: readonly ActorDay[]; readonly suffered: readonly ActorDay[] }
  /** With whom it has most events, whoever acted. */
  readonly dyads: readonly DyadCount[]
  /** Against whom its verbal conflict goes. */
  readonly against: readonly DyadCount[]
  readonly speech: Speech
  /** Where it is least sure that it is the same; of a state, which goes by its name, nothing. */
  readonly evidence: readonly ActorPart[]
  /** The leading events of its busiest days. */
  readonly events: readonly EventSummary[]
  readonly statements: readonly ToldStatement[]
  readonly relations: readonly NetworkTie[]
  readonly wordsAndDeeds: readonly Pairing[]
}

const SHOWN = 10
const BUSIEST = 7

/** Who an actor is, what it did and what was done to it, what it said, with whom it stands, and what came of its words. */
export async function getActor(db: Db, { actor: whom, asOf, ...filter }: ActorQuery): Promise<ActorAnswer> {
  const rev = await revisionAt(db, asOf)
  const asked = await findActor(db, whom, rev)
  const members = asked.actors.length > 0 ? asked.actors : await stateOf(db, whom)
  const actor = await namedParty(db, { ...asked, actors: members }, rev)
  const rows =
    members.length === 0
      ? []
      : await db.selectFrom('actor').select(['id', 'public_id', 'kind', 'named']).where('id', 'in', members).execute()
  const own = rows.find((r) => r.public_id === actor.id)
  const others = rows.flatMap((r) => (r.public_id === actor.id ? [] : [r.id]))
  const key = members.length > 0 ? await findActor(db, actor.id, rev) : asked
  const narrow = { ...filter, asOf }
  const did = await countDays(db, { ...narrow, actor: key, leads: 0 })
  const suffered = await countDays(db, { ...narrow, recipient: key, leads: 0 })
  return {
    actor: { ...actor, kind: own?.kind ?? 'state', named: (own?.named ?? 1) === 1 },
    names: await namesOf(db, members, rev),
    descriptions: own?.kind === 'state' ? [] : await descriptionsOf(db, members, rev),
    merged: await mergedActors(db, others, rev),
    did: totalOf(did),
    suffered: totalOf(suffered),
    days: { did: did.days.map(dayOnly), suffered: suffered.days.map(dayOnly) },
    dyads: (await countDyads(db, { ...narrow, party: key, limit: SHOWN })).dyads,
    against: (await countDyads(db, { ...narrow, actor: key, quadClass: 3, limit: SHOWN })).dyads,
    speech: await speechOf(db, asked.keys, rev),
    evidence: own?.kind === 'state' ? [] : await actorParts(db, members, rev, SHOWN),
    events: (await leadingEvents(db, { ...narrow, party: key, days: busiest(did, suffered), each: 1 })).flatMap(
      ({ events }) => events,
    ),
    statements: (await listStatements(db, { asOf, limit: SHOWN, speaker: key, from: filter.from, until: filter.until }))
      .rows,
    relations: (await listNetwork(db, { asOf, limit: 20, actor: key })).ties,
    wordsAndDeeds: (await listWordsAndDeeds(db, { asOf, limit: 6, actor: key, from: filter.from, until: filter.until }))
      .rows,
  }
}

/** The days with most events of either side, in their order. */
function busiest(did: DaysAnswer, suffered: DaysAnswer): string[] {
  const events = new Map<string, number>()
  for (const { day, events: n } of [...did.days, ...suffered.days]) events.set(day, (events.get(day) ?? 0) + n)
  const most = [...events].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, BUSIEST)
  return most.map(([day]) => day).sort()
}

function dayOnly({ day, counts }: DayCount): ActorDay {
  return { day, counts }
}

function totalOf({ days, noDay }: DaysAnswer): QuadCounts {
  const sum = { ...noDay }
  for (const { counts } of days) for (const q of [1, 2, 3, 4] as const) sum[q] += counts[q]
  return sum
}

async function namesOf(db: Db, members: readonly number[], rev: number | null): Promise<ActorAnswer['names']> {
  if (members.length === 0) return []
  const rows = await db
    .selectFrom('actor_name')
    .innerJoin('revision', 'revision.id', 'actor_name.rev')
    .leftJoin('entity', 'entity.id', 'actor_name.entity')
    .leftJoin('article', 'article.id', 'entity.article')
    // What a person split off has taken its names along.
    .leftJoin('entity_actor', (join) =>
      join.onRef('entity_actor.entity', '=', 'actor_name.entity').on(alive('entity_actor', rev) as never),
    )
    .select(['actor_name.name', 'how', 'revision.at', 'article.published'])
    .where('actor_name.actor', 'in', members)
    .where((eb) => eb.or([eb('entity_actor.actor', 'is', null), eb('entity_actor.actor', 'in', members)]))
    .where('actor_name.rev', '<=', rev ?? Number.MAX_SAFE_INTEGER)
    .orderBy('actor_name.rev')
    .limit(60)
    .execute()
  const seen = new Map<string, ActorAnswer['names'][number]>()
  for (const { name, how, at, published } of rows)
    if (!seen.has(name)) seen.set(name, { name, how, since: published, first: at })
  return [...seen.values()].sort((x, y) => ((x.since ?? '~') < (y.since ?? '~') ? -1 : 1))
}
