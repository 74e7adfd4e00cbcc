import { z } from 'zod'
import { AppError } from '../../base/index.ts'
import { EVENT_TYPES, Status } from '../../codebook/index.ts'
import { coded } from '../judged.ts'
import type { Db } from '../schema.ts'
import type { Work } from '../work.ts'
import { type Done, type Effect, type Judge, judge } from './judge.ts'
import { closeReport, countFinding, currentReport, reopenReport } from './reports.ts'

/** What a person may set on a report, as it is typed: `type=COERCE status=alleged day=2020-01-03`. */
export const Coding = z
  .object({
    type: z.enum(EVENT_TYPES),
    mode: z.string(),
    status: Status,
    day: z.iso.date(),
    place: z.string().min(1),
    country: z.string().regex(/^[A-Z]{3}$/),
  })
  .partial()
  .strict()

/** Take a finding out of what holds: a report (r…), a statement (s…), a relation (k…). It stays in the history. */
export async function rejectFinding(db: Db, finding: string, who: Judge): Promise<Done> {
  return judge(db, who, { kind: 'reject', subject: finding, detail: {} }, async (work) => {
    if (finding.startsWith('r')) {
      const report = await currentReport(work.tx, finding)
      await closeReport(work, report.key)
      return { what: `report ${finding} rejected`, events: [report.event] }
    }
    return closeOther(work, finding)
  })
}

async function closeOther(work: Work, finding: string): Promise<Effect> {
  const { tx, rev } = work
  const table = finding.startsWith('s') ? 'statement' : finding.startsWith('k') ? 'relation' : undefined
  if (!table)
    throw new AppError(
      'correct.no-such-finding',
      `${finding}: a finding is a report (r…), a statement (s…) or a relation (k…)`,
    )
  const held = await tx
    .selectFrom(table)
    .select('article')
    .where('id', '=', finding)
    .where('rev_until', 'is', null)
    .executeTakeFirst()
  if (!held) throw new AppError('correct.no-such-finding', `no finding ${finding} is in the record now`)
  if (table === 'statement') await countFinding(work, held.article, 'statements', -1)
  await tx.updateTable(table).set({ rev_until: rev }).where('id', '=', finding).where('rev_until', 'is', null).execute()
  return { what: `${table} ${finding} rejected`, events: [] }
}

/** Set what a report says by a person's reading of it; the program's own coding stays in the history. */
export async function codeFinding(db: Db, finding: string, coding: z.infer<typeof Coding>, who: Judge): Promise<Done> {
  if (Object.keys(coding).length === 0)
    throw new AppError(
      'correct.nothing',
      `say what ${finding} should be: type=…, mode=…, status=…, day=…, place=… or country=…`,
    )
  return judge(db, who, { kind: 'code', subject: finding, detail: coding }, async (work, id) => {
    const report = await currentReport(work.tx, finding)
    await closeReport(work, report.key)
    const { key: _key, ...next } = coded(report, coding as Parameters<typeof coded>[1], id)
    await reopenReport(work, report, next, report.event, 'coded by a person')
    const set = Object.entries(coding).map(([name, value]) => `${name} ${value}`)
    return { what: `report ${finding} is now: ${set.join(', ')}`, events: [report.event] }
  })
}
