import { AppError } from '../../base/index.ts'
import { membersOf } from '../ask/actors.ts'
import { idOf } from '../ids.ts'
import type { Db, Tx } from '../schema.ts'
import { indexWords } from '../sqlite.ts'
import { tieOf } from '../ties.ts'
import { bornIn, type Work } from '../work.ts'
import type { Effect } from './judge.ts'
import { closeReport, reopenReport } from './reports.ts'

/** The actor a person names by its id. */
export async function actorBy(
  db: Db | Tx,
  id: string,
): Promise<{ readonly id: number; readonly public_id: string; readonly kind: string }> {
  const row = await db
    .selectFrom('actor')
    .select(['id', 'public_id', 'kind'])
    .where('public_id', '=', id)
    .executeTakeFirst()
  if (!row)
    throw new AppError(
      'correct.no-such-actor',
      `no actor ${id} is in the record. Find it with: rubicon ask search NAME`,
    )
  return row
}

/** Let one actor, and all that was merged into it, count as another. */
export async function mergeActors(work: Work, judgement: number, from: number, into: number): Promise<Effect> {
  const { tx, rev } = work
  const members = await membersOf(tx, from, null)
  const top = (await membersOf(tx, into, null))[0] ?? into
  if (members.includes(top)) throw new AppError('correct.one-already', 'these two count as one actor already')
  await tx
    .updateTable('actor_merge')
    .set({ rev_until: rev })
    .where('actor', 'in', members)
    .where('rev_until', 'is', null)
    .execute()
  await tx
    .insertInto('actor_merge')
    .values(members.map((actor) => ({ actor, into_actor: top, judgement, ...bornIn(work) })))
    .execute()
  return { what: 'merged', events: await eventsOf(tx, members) }
}

/** Take a merge back: what that judgement tied together is as it was before it. */
export async function unmergeActors(work: Work, judgement: number, madeAt: number): Promise<Effect> {
  const { tx, rev } = work
  const tied = await tx
    .selectFrom('actor_merge')
    .select('actor')
    .where('judgement', '=', judgement)
    .where('rev_until', 'is', null)
    .execute()
  const members = tied.map((t) => t.actor)
  if (members.length === 0) return { what: 'nothing left to take apart', events: [] }
  const before = await tx
    .selectFrom('actor_merge')
    .selectAll()
    .where('actor', 'in', members)
    .where('rev_until', '=', madeAt)
    .execute()
  await tx
    .updateTable('actor_merge')
    .set({ rev_until: rev })
    .where('actor', 'in', members)
    .where('rev_until', 'is', null)
    .execute()
  if (before.length > 0)
    await tx
      .insertInto('actor_merge')
      .values(
        before.map(({ actor, into_actor, judgement: by }) => ({ actor, into_actor, judgement: by, ...bornIn(work) })),
      )
      .execute()
  return { what: 'taken apart again', events: await eventsOf(tx, members) }
}

async function eventsOf(tx: Tx, actors: readonly number[]): Promise<number[]> {
  const asParty = await tx
    .selectFrom('entity_actor')
    .innerJoin('report_party', 'report_party.entity', 'entity_actor.entity')
    .innerJoin('report_event', 'report_event.report', 'report_party.report')
    .select('report_event.event')
    .distinct()
    .where('entity_actor.actor', 'in', actors)
    .where('entity_actor.rev_until', 'is', null)
    .where('report_event.rev_until', 'is', null)
    .execute()
  const asSpeaker = await tx
    .selectFrom('statement')
    .innerJoin('report', (join) =>
      join.onRef('report.reading', '=', 'statement.reading').on('report.rev_until', 'is', null),
    )
    .innerJoin('report_event', (join) =>
      join.onRef('report_event.report', '=', 'report.key').on('report_event.rev_until', 'is', null),
    )
    .select('report_event.event')
    .distinct()
    .where('statement.speaker', 'in', actors)
    .where('statement.rev_until', 'is', null)
    .where(
      'report.origin',
      'in',
      actors.map((a) => `s:${a}`),
    )
    .execute()
  return [...new Set([...asParty, ...asSpeaker].map((r) => r.event))]
}

/** Make a new actor for what some articles (a…) call by this actor's name, or for all that bears some of its names. */
export async function splitActor(
  work: Work,
  actor: { readonly id: number; readonly public_id: string; readonly kind: string },
  parts: readonly string[],
): Promise<Effect & { readonly key: number; readonly entities: readonly number[] }> {
  const { tx } = work
  const articles = parts.filter((part) => /^a[0-9a-f]{12}$/.test(part))
  const names = parts.filter((part) => !articles.includes(part))
  const entities = await tx
    .selectFrom('entity_actor')
    .innerJoin('entity', 'entity.id', 'entity_actor.entity')
    .innerJoin('article', 'article.id', 'entity.article')
    .select(['entity.id', 'entity.name', 'entity.country', 'entity.sectors'])
    .where('entity_actor.actor', 'in', await membersOf(tx, actor.id, null))
    .where('entity_actor.rev_until', 'is', null)
    .where((eb) => eb.or([eb('article.public_id', 'in', articles), eb('entity.name', 'in', names)]))
    .execute()
  const [first] = entities
  if (!first) throw new AppError('correct.nothing', `${actor.public_id} is in none of these articles or names`)
  const made = await work.keys('actor', 1)
  const public_id = idOf('x', actor.public_id, 'split', work.rev)
  await tx.insertInto('actor').values({ id: made, public_id, kind: actor.kind, named: 1, rev: work.rev }).execute()
  await tx
    .insertInto('actor_profile')
    .values({ actor: made, name: first.name, country: first.country, sectors: first.sectors, ...bornIn(work) })
    .execute()
  const doc = await work.keys('search_doc', 1)
  await tx.insertInto('search_doc').values({ id: doc, kind: 'actor', ref: made, day: '' }).execute()
  await indexWords(tx, [{ id: doc, words: first.name }])
  const keys = entities.map((e) => e.id)
  const named = await tx.selectFrom('actor_name').selectAll().where('entity', 'in', keys).execute()
  for (const name of named)
    await tx
      .insertInto('actor_name')
      .values({ ...name, actor: made, rev: work.rev })
      .execute()
  return {
    key: made,
    made: public_id,
    entities: keys,
    what: `${entities.length} mentions of "${first.name}" are now another actor`,
    events: await moveEntities(work, keys, made, 'split by a person'),
  }
}

/** Give entities to another actor, with all they said and are in; back come the events this touches. */
export async function moveEntities(
  work: Work,
  entities: readonly number[],
  to: number,
  why: string,
): Promise<number[]> {
  const { tx, rev } = work
  const before = await tx
    .selectFrom('entity_actor')
    .selectAll()
    .where('entity', 'in', entities)
    .where('rev_until', 'is', null)
    .execute()
  const from = [...new Set(before.map((b) => b.actor))]
  const readings = (
    await tx.selectFrom('entity').select('reading').distinct().where('id', 'in', entities).execute()
  ).map((e) => e.reading)
  await tx
    .updateTable('entity_actor')
    .set({ rev_until: rev })
    .where('entity', 'in', entities)
    .where('rev_until', 'is', null)
    .execute()
  await tx
    .insertInto('entity_actor')
    .values(entities.map((entity) => ({ entity, actor: to, confidence: 1, why, ...bornIn(work) })))
    .execute()
  const touched = new Set<number>()
  for (const actor of from) {
    await moveStatements(work, readings, actor, to)
    await moveRelations(work, readings, actor, to)
    for (const event of await moveOrigins(work, readings, actor, to)) touched.add(event)
  }
  const parties = await tx
    .selectFrom('report_party')
    .innerJoin('report_event', 'report_event.report', 'report_party.report')
    .select('event')
    .distinct()
    .where('entity', 'in', entities)
    .where('rev_until', 'is', null)
    .execute()
  for (const { event } of parties) touched.add(event)
  return [...touched]
}

async function moveStatements(work: Work, readings: readonly number[], from: number, to: number): Promise<void> {
  const { tx, rev } = work
  const rows = await tx
    .selectFrom('statement')
    .selectAll()
    .where('reading', 'in', readings)
    .where('speaker', '=', from)
    .where('rev_until', 'is', null)
    .execute()
  for (const row of rows) {
    await tx.updateTable('statement').set({ rev_until: rev }).where('key', '=', row.key).execute()
    const key = await work.keys('statement', 1)
    await tx
      .insertInto('statement')
      .values({ ...row, key, speaker: to, ...bornIn(work) })
      .execute()
    const about = await tx.selectFrom('statement_about').selectAll().where('statement', '=', row.key).execute()
    for (const one of about)
      await tx
        .insertInto('statement_about')
        .values({ ...one, statement: key })
        .execute()
  }
}

async function moveRelations(work: Work, readings: readonly number[], from: number, to: number): Promise<void> {
  const { tx, rev } = work
  const rows = await tx
    .selectFrom('relation')
    .innerJoin('tie', 'tie.id', 'relation.tie')
    .selectAll('relation')
    .select(['tie.type', 'tie.head', 'tie.tail'])
    .where('reading', 'in', readings)
    .where((eb) => eb.or([eb('tie.head', '=', from), eb('tie.tail', '=', from)]))
    .where('rev_until', 'is', null)
    .execute()
  for (const { type, head, tail, ...row } of rows) {
    await tx.updateTable('relation').set({ rev_until: rev }).where('key', '=', row.key).execute()
    const end = (actor: number) => ({ actor: actor === from ? to : actor, country: null })
    const tie = await tieOf(work, type, end(head), end(tail))
    await tx
      .insertInto('relation')
      .values({ ...row, key: await work.keys('relation', 1), tie, ...bornIn(work) })
      .execute()
  }
}

async function moveOrigins(work: Work, readings: readonly number[], from: number, to: number): Promise<number[]> {
  const rows = await work.tx
    .selectFrom('report')
    .innerJoin('report_event', (join) =>
      join.onRef('report_event.report', '=', 'report.key').on('report_event.rev_until', 'is', null),
    )
    .selectAll('report')
    .select('report_event.event')
    .where('report.reading', 'in', readings)
    .where('report.origin', '=', `s:${from}`)
    .where('report.rev_until', 'is', null)
    .execute()
  for (const row of rows) {
    await closeReport(work, row.key)
    await reopenReport(work, row, { origin: `s:${to}` }, row.event, 'its speaker is another actor')
  }
  return rows.map((r) => r.event)
}
