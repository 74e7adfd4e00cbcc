import type { Db, StatementRow } from '../schema.ts'
import { type Named, nameActors } from './actors.ts'
import { type Evidence, evidenceAt } from './summaries.ts'

/** A statement as every answer and export tells it; `evidence` is what is said, by its letters. */
export type StatementSummary = {
  readonly id: string
  readonly day: string | null
  readonly speaker: Named | null
  readonly source: string | null
  readonly cue: string | null
  readonly form: string
  readonly anonymous: boolean
  readonly number: string | null
  readonly affiliation: string | null
  readonly reason: string | null
  readonly channel: string
  readonly channelText: string | null
  readonly through: Named | null
  readonly within: string | null
  readonly confidence: number
  readonly evidence: Evidence | null
}

/** Statements by their numbers, in that order. */
export async function statementsBy(db: Db, keys: readonly number[]): Promise<StatementRow[]> {
  if (keys.length === 0) return []
  const rows = new Map(
    (await db.selectFrom('statement').selectAll().where('key', 'in', keys).execute()).map((r) => [r.key, r]),
  )
  return keys.flatMap((key) => rows.get(key) ?? [])
}

/** Statements as answers tell them. */
export async function tellStatements(
  db: Db,
  rows: readonly StatementRow[],
  rev: number | null,
): Promise<StatementSummary[]> {
  const names = await nameActors(
    db,
    rows.flatMap((r) => [r.speaker, r.through].filter((a) => a !== null)),
    rev,
  )
  const evidence = await evidenceAt(db, rows)
  return rows.map((r) => ({
    id: r.id,
    day: r.day === '' ? null : r.day,
    speaker: r.speaker === null ? null : (names.get(r.speaker) ?? null),
    source: r.source,
    cue: r.cue,
    form: r.type,
    anonymous: r.anonymous === 1,
    number: r.anonymous_number,
    affiliation: r.affiliation,
    reason: r.reason,
    channel: r.channel,
    channelText: r.channel_text,
    through: r.through === null ? null : (names.get(r.through) ?? null),
    within: r.within,
    confidence: r.confidence,
    evidence: evidence.get(r.key) ?? null,
  }))
}
