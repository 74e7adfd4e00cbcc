import { AppError } from '../../base/index.ts'
import { idOf } from '../ids.ts'
import type { Db, Tx } from '../schema.ts'
import { actorBy, mergeActors, splitActor } from './actors.ts'
import { type Done, type Judge, judge } from './judge.ts'
import { moveReports } from './reports.ts'

/** Let two actors (x…) count as one, or two events (v…): the first goes into the second. */
export async function merge(db: Db, from: string, into: string, who: Judge): Promise<Done> {
  if (from.startsWith('x')) {
    const [a, b] = [await actorBy(db, from), await actorBy(db, into)]
    return judge(db, who, { kind: 'merge', subject: from, detail: { into } }, async (work, id) => {
      const { events } = await mergeActors(work, id, a.id, b.id)
      return { what: `${from} now counts as ${into}`, events }
    })
  }
  return judge(db, who, { kind: 'merge', subject: from, detail: { into } }, async (work) => {
    const [a, b] = [await eventBy(work.tx, from), await eventBy(work.tx, into)]
    if (a === b) throw new AppError('correct.one-already', 'that is one event already')
    const reports = await work.tx
      .selectFrom('report_event')
      .select('report')
      .where('event', '=', a)
      .where('rev_until', 'is', null)
      .execute()
    await moveReports(
      work,
      reports.map((r) => r.report),
      b,
      'merged by a person',
    )
    return { what: `${from} is now part of ${into}`, events: [a, b], heir: b }
  })
}

/** Take apart: some articles' mentions of an actor (a…), or those under some of its names, or some reports (r…) of an event, become one of their own. */
export async function split(db: Db, subject: string, parts: readonly string[], who: Judge): Promise<Done> {
  if (parts.length === 0)
    throw new AppError(
      'correct.nothing',
      `say what to take out of ${subject}: articles (a…) or names of an actor, reports (r…) of an event`,
    )
  if (subject.startsWith('x')) {
    const actor = await actorBy(db, subject)
    return judge(db, who, { kind: 'split', subject, detail: { parts } }, async (work, id) => {
      const { key, entities, ...effect } = await splitActor(work, actor, parts)
      await work.tx
        .updateTable('judgement')
        .set({ detail: JSON.stringify({ parts, made: key, entities }) })
        .where('id', '=', id)
        .execute()
      return effect
    })
  }
  return judge(db, who, { kind: 'split', subject, detail: { parts } }, async (work) => {
    const event = await eventBy(work.tx, subject)
    const rows = await work.tx
      .selectFrom('report')
      .innerJoin('report_event', 'report_event.report', 'report.key')
      .select('report.key')
      .where('report.id', 'in', parts)
      .where('report_event.event', '=', event)
      .where('report_event.rev_until', 'is', null)
      .execute()
    if (rows.length === 0) throw new AppError('correct.nothing', `none of these reports is in event ${subject}`)
    const made = await work.keys('event', 1)
    const id = idOf('v', subject, 'split', work.rev)
    await work.tx.insertInto('event').values({ key: made, id, rev: work.rev }).execute()
    await moveReports(
      work,
      rows.map((r) => r.key),
      made,
      'split by a person',
    )
    return {
      what: `${rows.length} reports of ${subject} are now an event of their own`,
      events: [event, made],
      heir: made,
      made: id,
    }
  })
}

/** The number of an event that a person names by its whole id. */
export async function eventBy(tx: Tx, id: string): Promise<number> {
  const row = await tx.selectFrom('event').select('key').where('id', '=', id).executeTakeFirst()
  if (!row)
    throw new AppError('correct.no-such-event', `no event ${id} is in the record. Find it with: rubicon ask events`)
  return row.key
}
