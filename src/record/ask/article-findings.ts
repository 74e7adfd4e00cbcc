import type { Db, ReportRow } from '../schema.ts'
import { type Named, nameActors } from './actors.ts'
import { alive } from './common.ts'

/** What the record made of one finding of a reading. */
export type ArticleFinding = {
  /** Its id in the record: a report (r…), a statement (s…), a relation (k…). */
  readonly id: string
  /** Whether it counts; one that a person rejected does not. */
  readonly holds: boolean
  /** As a person coded it, where one did. */
  readonly coded: CodedReport | null
}
type CodedReport = Pick<ReportRow, 'type' | 'mode' | 'status' | 'country' | 'place'> & {
  readonly quadClass: number
  readonly from: string | null
  readonly until: string | null
}

/** The findings of one reading by their ids in it (v3, a2, r1), as the record has them. */
export async function findingsOf(
  db: Db,
  article: number,
  reading: number,
  rev: number | null,
): Promise<Record<string, ArticleFinding>> {
  const upTo = rev ?? Number.MAX_SAFE_INTEGER
  const holds = (row: { readonly rev_from: number; readonly rev_until: number | null }) =>
    row.rev_from <= upTo && (row.rev_until === null || row.rev_until > upTo)
  const found: Record<string, ArticleFinding> = {}
  const reports = await db
    .selectFrom('report')
    .selectAll()
    .where('article', '=', article)
    .where('reading', '=', reading)
    .where('rev_from', '<=', upTo)
    .orderBy('key')
    .execute()
  for (const r of reports)
    found[r.local] = {
      id: r.id,
      holds: holds(r),
      coded: r.judgement !== null && holds(r) ? codingOf(r) : null,
    }
  for (const table of ['statement', 'relation'] as const) {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'local', 'rev_from', 'rev_until'])
      .where('article', '=', article)
      .where('reading', '=', reading)
      .where('rev_from', '<=', upTo)
      .orderBy('key')
      .execute()
    for (const row of rows) found[row.local] = { id: row.id, holds: holds(row), coded: null }
  }
  return found
}

function codingOf({ type, mode, status, country, place, quad, day_from, day_until }: ReportRow): CodedReport {
  return { type, mode, status, country, place, quadClass: quad, from: day_from, until: day_until }
}

/** Whom the record takes each entity of a reading for, by the entity's id in it. */
export async function actorsOf(db: Db, reading: number, rev: number | null): Promise<Record<string, Named>> {
  const rows = await db
    .selectFrom('entity')
    .innerJoin('entity_actor', 'entity_actor.entity', 'entity.id')
    .select(['entity.local', 'entity_actor.actor'])
    .where('entity.reading', '=', reading)
    .where(alive('entity_actor', rev) as never)
    .execute()
  const named = await nameActors(
    db,
    rows.map((r) => r.actor),
    rev,
  )
  return Object.fromEntries(
    rows.flatMap(({ local, actor }) => {
      const name = named.get(actor)
      return name ? [[local, name]] : []
    }),
  )
}

/** A person's judgement on an article or on a finding of it, that nobody has taken back. */
export type ArticleJudgement = {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly by: string
  readonly note: string | null
  readonly at: string
}

/** The judgements on these subjects that stand, in the order they were made. */
export async function judgementsOn(
  db: Db,
  subjects: readonly string[],
  rev: number | null,
): Promise<ArticleJudgement[]> {
  const upTo = rev ?? Number.MAX_SAFE_INTEGER
  const found: ArticleJudgement[] = []
  for (let at = 0; at < subjects.length; at += 200) {
    const rows = await db
      .selectFrom('judgement')
      .innerJoin('revision', 'revision.id', 'judgement.rev')
      .leftJoin('judgement as undo', (join) =>
        join.onRef('undo.undoes', '=', 'judgement.id').on('undo.rev', '<=', upTo),
      )
      .select(['judgement.public_id as id', 'judgement.kind', 'judgement.subject', 'judgement.detail'])
      .select(['judgement.by', 'judgement.note', 'revision.at'])
      .where('judgement.subject', 'in', subjects.slice(at, at + 200))
      .where('judgement.rev', '<=', upTo)
      .where('undo.id', 'is', null)
      .orderBy('judgement.id')
      .execute()
    found.push(...rows.map((r) => ({ ...r, detail: JSON.parse(r.detail) as Record<string, unknown> })))
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
