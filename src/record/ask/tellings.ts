import type { Db } from '../schema.ts'
import { type Named, nameActors } from './actors.ts'
import { alive } from './common.ts'
import { originNames } from './origin-tree.ts'
import { saidHow, unnamedBy } from './said-how.ts'
import { type Evidence, evidenceAt } from './summaries.ts'

/** What one report of an event holds, as far as reports can stand against each other. */
export type Telling = {
  readonly key: number
  readonly id: string
  readonly article: number
  readonly reading: number
  readonly said_by: string
  readonly published: string | null
  readonly origin: string
  readonly status: string
  readonly day: string | null
  readonly place: string | null
  readonly killed: readonly [number, number] | null
  readonly injured: readonly [number, number] | null
  readonly start: number
  readonly end: number
}

/** One report's word, with who stands behind it. */
export type Voice = {
  readonly report: string
  readonly name: string
  /** The actor who speaks; null where an outlet or an unnamed source does. */
  readonly actor: Named | null
  readonly published: string | null
  readonly evidence: Evidence | null
}

/** The reports of each of these events, earliest published first; no more than `limit` of each are looked at. */
export async function tellingsOf(
  db: Db,
  events: readonly number[],
  rev: number | null,
  limit: number,
): Promise<Map<number, Telling[]>> {
  const found = new Map<number, Telling[]>(events.map((event) => [event, []]))
  if (events.length === 0) return found
  const rows = await db
    .selectFrom('report_event')
    .innerJoin('report', 'report.key', 'report_event.report')
    .innerJoin('article', 'article.id', 'report.article')
    .selectAll('report')
    .select(['article.published', 'report_event.event'])
    .where('report_event.event', 'in', events)
    .where(alive('report_event', rev))
    .orderBy('report.key')
    .execute()
  const range = (low: number | null, high: number | null) => (low === null ? null : ([low, high ?? low] as const))
  for (const r of rows) {
    const own = found.get(r.event)
    if (!own || own.length >= limit) continue
    own.push({
      key: r.key,
      id: r.id,
      article: r.article,
      reading: r.reading,
      said_by: r.said_by,
      published: r.published,
      origin: r.origin,
      status: r.status,
      day: r.precision === 'day' ? r.day_from : null,
      place: r.place === null ? null : r.country ? `${r.place}, ${r.country}` : r.place,
      killed: range(r.killed_low, r.killed_high),
      injured: range(r.injured_low, r.injured_high),
      start: r.sentence_start,
      end: r.sentence_end,
    })
  }
  for (const own of found.values())
    own.sort((a, b) =>
      (a.published ?? '') < (b.published ?? '') ? -1 : (a.published ?? '') > (b.published ?? '') ? 1 : 0,
    )
  return found
}

/** Who stands behind each of these reports, with the sentence, by the report's number. */
export async function voicesOf(db: Db, tellings: readonly Telling[], rev: number | null): Promise<Map<number, Voice>> {
  const origins = tellings.map((t) => t.origin)
  const names = await originNames(db, origins, rev)
  const actors = await nameActors(db, speakersIn(origins), rev)
  const evidence = await evidenceAt(db, tellings)
  const said = await saidHow(db, tellings)
  return new Map(
    tellings.map((t) => [
      t.key,
      {
        report: t.id,
        name: unnamedBy(t.origin, said.get(t.key)) ?? names.get(t.origin) ?? t.origin,
        actor: actors.get(Number(t.origin.slice(2))) ?? null,
        published: t.published,
        evidence: evidence.get(t.key) ?? null,
      },
    ]),
  )
}

/** The actors that origins name. */
function speakersIn(origins: readonly string[]): number[] {
  return origins.filter((origin) => origin.startsWith('s:')).map((origin) => Number(origin.slice(2)))
}
