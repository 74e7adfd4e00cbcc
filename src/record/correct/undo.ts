import { AppError } from '../../base/index.ts'
import type { Db } from '../schema.ts'
import { bornIn, type Work } from '../work.ts'
import { actorBy, moveEntities, unmergeActors } from './actors.ts'
import { eventBy } from './correct.ts'
import { type Done, type Effect, type Judge, judge } from './judge.ts'
import { closeReport, countFinding, currentReport, moveReports, reopenReport } from './reports.ts'

type Judgement = {
  readonly id: number
  readonly kind: string
  readonly subject: string
  readonly detail: string
  readonly rev: number
}

/** Take a judgement back: what it changed is as it was, and both judgements stay in the history. */
export async function undo(db: Db, judgement: string, who: Judge): Promise<Done> {
  const row = await db.selectFrom('judgement').selectAll().where('public_id', '=', judgement).executeTakeFirst()
  if (!row)
    throw new AppError(
      'correct.no-such-judgement',
      `no judgement ${judgement} is in the record. See them with: rubicon ask changes`,
    )
  if (row.kind === 'undo')
    throw new AppError('correct.undo-of-undo', `${judgement} is itself an undo: judge anew instead`)
  const undone = await db.selectFrom('judgement').select('public_id').where('undoes', '=', row.id).executeTakeFirst()
  if (undone) throw new AppError('correct.undone', `${judgement} has been undone already, by ${undone.public_id}`)
  return judge(db, who, { kind: 'undo', subject: judgement, detail: {}, undoes: row.id }, (work) => takeBack(work, row))
}

async function takeBack(work: Work, row: Judgement): Promise<Effect> {
  const actor = row.subject.startsWith('x')
  if (row.kind === 'merge') return actor ? unmergeActors(work, row.id, row.rev) : putReportsBack(work, row)
  if (row.kind === 'split') return actor ? unsplitActor(work, row) : putReportsBack(work, row)
  if (row.kind === 'code') return uncode(work, row)
  if (row.kind === 'missing') return { what: 'that note no longer stands', events: [] }
  if (row.subject.startsWith('r')) return unreject(work, row)
  return reopenOther(work, row)
}

async function unsplitActor(work: Work, { subject, detail, rev }: Judgement): Promise<Effect> {
  const { entities, made } = JSON.parse(detail) as { entities: number[]; made: number }
  const before = await work.tx
    .selectFrom('entity_actor')
    .select(['entity', 'actor'])
    .where('entity', 'in', entities)
    .where('rev_until', '=', rev)
    .execute()
  const old = await actorBy(work.tx, subject)
  const owner = new Map(before.map(({ entity, actor }) => [entity, actor]))
  const events = new Set<number>()
  for (const to of new Set(entities.map((entity) => owner.get(entity) ?? old.id))) {
    const own = entities.filter((entity) => (owner.get(entity) ?? old.id) === to)
    for (const event of await moveEntities(work, own, to, 'a split was undone')) events.add(event)
  }
  // Nothing is left of the actor that was split off: it no longer has a name to be found by.
  await work.tx
    .updateTable('actor_profile')
    .set({ rev_until: work.rev })
    .where('actor', '=', made)
    .where('rev_until', 'is', null)
    .execute()
  return { what: 'they are one actor again', events: [...events] }
}

/** Reports that left their event at that judgement go back to it. */
async function putReportsBack(work: Work, { subject, kind, rev }: Judgement): Promise<Effect> {
  const { tx } = work
  const home = await eventBy(tx, subject)
  const left = await tx
    .selectFrom('report_event')
    .innerJoin('report', 'report.key', 'report_event.report')
    .innerJoin('report as now', (join) => join.onRef('now.id', '=', 'report.id').on('now.rev_until', 'is', null))
    .innerJoin('report_event as place', (join) =>
      join.onRef('place.report', '=', 'now.key').on('place.rev_until', 'is', null),
    )
    .select(['now.key', 'place.event'])
    .where('report_event.event', '=', home)
    .where('report_event.rev_until', '=', rev)
    .execute()
  const events = await moveReports(work, [...new Set(left.map((l) => l.key))], home, `a ${kind} was undone`)
  return { what: `${left.length} reports are back in ${subject}`, events: [home, ...events], heir: home }
}

async function uncode(work: Work, { subject, id, rev }: Judgement): Promise<Effect> {
  const now = await currentReport(work.tx, subject)
  if (now.judgement !== id)
    throw new AppError('correct.not-last', `${subject} has been judged or read again since; judge it anew instead`)
  const before = await work.tx
    .selectFrom('report')
    .selectAll()
    .where('id', '=', subject)
    .where('rev_until', '=', rev)
    .executeTakeFirst()
  if (!before)
    throw new AppError('correct.not-last', `${subject} was coded while it was read; read the article again instead`)
  await closeReport(work, now.key)
  await reopenReport(work, before, { judgement: null }, now.event, 'a coding was undone')
  return { what: `${subject} is as it was read`, events: [now.event] }
}

async function unreject(work: Work, { subject }: Judgement): Promise<Effect> {
  const last = await work.tx
    .selectFrom('report')
    .selectAll()
    .where('id', '=', subject)
    .orderBy('key', 'desc')
    .executeTakeFirstOrThrow()
  if (last.rev_until === null) return { what: `${subject} holds already`, events: [] }
  const place = await work.tx
    .selectFrom('report_event')
    .select('event')
    .innerJoin('report', 'report.key', 'report_event.report')
    .where('report.id', '=', subject)
    .orderBy('report_event.report', 'desc')
    .executeTakeFirstOrThrow()
  await reopenReport(work, last, { judgement: null }, place.event, 'a rejection was undone')
  return { what: `${subject} holds again`, events: [place.event] }
}

async function reopenOther(work: Work, { subject, rev }: Judgement): Promise<Effect> {
  if (subject.startsWith('s')) {
    const row = await work.tx
      .selectFrom('statement')
      .selectAll()
      .where('id', '=', subject)
      .where('rev_until', '=', rev)
      .executeTakeFirstOrThrow()
    await work.tx
      .insertInto('statement')
      .values({ ...row, key: await work.keys('statement', 1), ...bornIn(work) })
      .execute()
    await countFinding(work, row.article, 'statements', 1)
  } else {
    const row = await work.tx
      .selectFrom('relation')
      .selectAll()
      .where('id', '=', subject)
      .where('rev_until', '=', rev)
      .executeTakeFirstOrThrow()
    await work.tx
      .insertInto('relation')
      .values({ ...row, key: await work.keys('relation', 1), ...bornIn(work) })
      .execute()
  }
  return { what: `${subject} holds again`, events: [] }
}
