import type { Named } from './ask/actors.ts'
import { nameActors } from './ask/actors.ts'
import { alive, revisionAt } from './ask/common.ts'
import { type ReportSummary, tellReports } from './ask/event.ts'
import { listEvents } from './ask/events.ts'
import { type EventSummary, type Evidence, evidenceAt } from './ask/summaries.ts'
import { type StatementSummary, tellStatements } from './ask/tell-statements.ts'
import type { Db } from './schema.ts'

const AT_ONCE = 400

/** All events, in the order of their days. */
export async function* allEvents(db: Db, asOf?: string): AsyncGenerator<readonly EventSummary[]> {
  let cursor: string | undefined
  do {
    const { rows, next } = await listEvents(db, { limit: AT_ONCE, cursor, asOf })
    yield rows
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

/** All reports with the event each is in, in the order they were recorded. */
export async function* allReports(
  db: Db,
  asOf?: string,
): AsyncGenerator<readonly (ReportSummary & { readonly event: string })[]> {
  const rev = await revisionAt(db, asOf)
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('report')
      .innerJoin('report_event', 'report_event.report', 'report.key')
      .innerJoin('event', 'event.key', 'report_event.event')
      .innerJoin('reading', 'reading.id', 'report.reading')
      .selectAll('report')
      .select(['report_event.why', 'reading.reader', 'event.id as event_id'])
      .where(alive('report_event', rev))
      .where('report.key', '>', after)
      .orderBy('report.key')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return
    after = rows.at(-1)?.key ?? after
    const told = await tellReports(db, rows, rev)
    yield told.map((report, i) => ({ ...report, event: rows[i]?.event_id ?? '' }))
  }
}

/** All statements with the reader that found each. */
export async function* allStatements(
  db: Db,
  asOf?: string,
): AsyncGenerator<readonly (StatementSummary & { readonly reader: string })[]> {
  const rev = await revisionAt(db, asOf)
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('statement')
      .innerJoin('reading', 'reading.id', 'statement.reading')
      .selectAll('statement')
      .select('reading.reader')
      .where(alive('statement', rev))
      .where('statement.key', '>', after)
      .orderBy('statement.key')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return
    after = rows.at(-1)?.key ?? after
    const told = await tellStatements(db, rows, rev)
    yield told.map((statement, i) => ({ ...statement, reader: rows[i]?.reader ?? '' }))
  }
}

/** One time a relation was stated, for export. */
export type RelationExport = {
  readonly id: string
  readonly type: string
  readonly head: Named
  readonly tail: Named
  readonly day: string | null
  readonly by: Named | null
  readonly hedged: boolean
  readonly confidence: number
  readonly reader: string
  readonly evidence: Evidence | null
}

/** Every statement of every relation. */
export async function* allRelations(db: Db, asOf?: string): AsyncGenerator<readonly RelationExport[]> {
  const rev = await revisionAt(db, asOf)
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('relation')
      .innerJoin('tie', 'tie.id', 'relation.tie')
      .innerJoin('reading', 'reading.id', 'relation.reading')
      .selectAll('relation')
      .select(['reading.reader', 'tie.type', 'tie.head', 'tie.tail'])
      .where(alive('relation', rev))
      .where('relation.key', '>', after)
      .orderBy('relation.key')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return
    after = rows.at(-1)?.key ?? after
    const names = await nameActors(
      db,
      rows.flatMap((r) => [r.head, r.tail, ...(r.speaker === null ? [] : [r.speaker])]),
      rev,
    )
    const evidence = await evidenceAt(db, rows)
    yield rows.flatMap((r) => {
      const head = names.get(r.head)
      const tail = names.get(r.tail)
      if (!head || !tail) return []
      const by = r.speaker === null ? null : (names.get(r.speaker) ?? null)
      return [
        {
          id: r.id,
          type: r.type,
          head,
          tail,
          day: r.day || null,
          by,
          hedged: r.hedged === 1,
          confidence: r.confidence,
          reader: r.reader,
          evidence: evidence.get(r.key) ?? null,
        },
      ]
    })
  }
}

export type ActorExport = Named & {
  readonly kind: string
  readonly named: boolean
  readonly mergedInto: string | null
  readonly names: readonly string[]
  readonly since: string
}

/** Every actor with all its names, merged ones too, each saying into what. */
export async function* allActors(db: Db, asOf?: string): AsyncGenerator<readonly ActorExport[]> {
  const rev = await revisionAt(db, asOf)
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('actor')
      .innerJoin('actor_profile', 'actor_profile.actor', 'actor.id')
      .innerJoin('revision', 'revision.id', 'actor.rev')
      .leftJoin('actor_merge', (join) =>
        join.onRef('actor_merge.actor', '=', 'actor.id').on('actor_merge.rev_until', 'is', null),
      )
      .leftJoin('actor as into', 'into.id', 'actor_merge.into_actor')
      .select([
        'actor.id',
        'actor.public_id',
        'actor.kind',
        'actor.named',
        'actor_profile.name',
        'actor_profile.country',
        'actor_profile.sectors',
        'into.public_id as into',
        'revision.at',
      ])
      .where(alive('actor_profile', rev))
      .where('actor.id', '>', after)
      .orderBy('actor.id')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return
    after = rows.at(-1)?.id ?? after
    const names = await db
      .selectFrom('actor_name')
      .select(['actor', 'name'])
      .distinct()
      .where(
        'actor',
        'in',
        rows.map((r) => r.id),
      )
      .execute()
    yield rows.map((r) => ({
      id: r.public_id,
      name: r.name,
      kind: r.kind,
      named: r.named === 1,
      country: r.country,
      sectors: r.sectors.split(' ').filter(Boolean),
      mergedInto: r.into,
      names: names.filter((n) => n.actor === r.id).map((n) => n.name),
      since: r.at,
    }))
  }
}
