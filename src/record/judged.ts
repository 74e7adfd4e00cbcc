import type { EventType, Status } from '../codebook/index.ts'
import { PLOVER } from '../codebook/index.ts'
import type { Features } from './join/features.ts'
import { ask } from './rows.ts'
import type { ReportRow, Tx } from './schema.ts'
import type { Work } from './work.ts'

/** What a person may set on a report. */
export type Coding = {
  readonly type?: EventType
  readonly mode?: string
  readonly status?: Status
  readonly day?: string
  readonly place?: string
  readonly country?: string
}

type Judged = { readonly id: number; readonly kind: string; readonly subject: string; readonly detail: string }

/** The judgements on these findings that nobody has undone, in the order they were made. */
async function judgementsOn(tx: Tx, subjects: readonly string[]): Promise<Judged[]> {
  const found: Judged[] = []
  for (let at = 0; at < subjects.length; at += 100)
    found.push(
      ...(await ask(tx, 'judged', subjects.slice(at, at + 100), (wanted) =>
        tx
          .selectFrom('judgement')
          .leftJoin('judgement as undo', 'undo.undoes', 'judgement.id')
          .select(['judgement.id', 'judgement.kind', 'judgement.subject', 'judgement.detail'])
          .where('judgement.subject', 'in', wanted)
          .where('undo.id', 'is', null)
          .orderBy('judgement.id'),
      )),
    )
  return found
}

type Made = { row: ReportRow; features: Features }

/** New reports under the judgements people have made on the same findings before; rejected ones are kept, but never current. */
export async function applyJudgements(
  work: Work,
  made: readonly Made[],
): Promise<{ reports: Made[]; dropped: ReadonlySet<number> }> {
  const dropped = new Set<number>()
  const judged = await judgementsOn(
    work.tx,
    made.map((m) => m.row.id),
  )
  if (judged.length === 0) return { reports: [...made], dropped }
  const reports = made.map((report) => {
    let { row, features } = report
    for (const { id, kind, detail } of judged.filter((j) => j.subject === row.id)) {
      if (kind === 'reject') {
        dropped.add(row.key)
        row = { ...row, rev_until: work.rev, judgement: id }
      }
      if (kind === 'code') {
        const coding = JSON.parse(detail) as Coding
        row = coded(row, coding, id)
        features = { ...features, type: row.type as EventType, mode: row.mode, status: row.status as Status }
      }
    }
    return { row, features }
  })
  return { reports, dropped }
}

/** A report as a person's coding has it. */
export function coded(row: ReportRow, coding: Coding, judgement: number): ReportRow {
  const type = coding.type ?? (row.type as EventType)
  const day = coding.day
    ? {
        day_from: coding.day,
        day_until: new Date(Date.parse(coding.day) + 86_400_000).toISOString().slice(0, 10),
        precision: 'day',
      }
    : {}
  const place =
    coding.place || coding.country
      ? {
          place: coding.place ?? row.place,
          country: coding.country ?? row.country,
          lat: null,
          lon: null,
          place_precision: coding.place ? 'city' : 'country',
          geonames: null,
        }
      : {}
  return {
    ...row,
    ...day,
    ...place,
    type,
    mode: coding.mode ?? (coding.type ? null : row.mode),
    quad: PLOVER[type].quadClass,
    intensity: PLOVER[type].score,
    status: coding.status ?? row.status,
    judgement,
  }
}
