import type { Db, EventVersionRow } from '../schema.ts'
import { type Named, nameActors } from './actors.ts'
import { alive } from './common.ts'

/** A number of people as the reports give it: lowest, highest, and what most independent origins say. */
export type Toll = { readonly low: number; readonly high: number; readonly best: number }

/** Where a finding stands: the sentence, and the article it is in. */
export type Evidence = {
  readonly article: string
  readonly outlet: string | null
  readonly published: string | null
  readonly title: string | null
  readonly url: string | null
  readonly start: number
  readonly end: number
  readonly text: string
}

/** An event as every question tells it. */
export type EventSummary = {
  readonly id: string
  readonly day: string | null
  /** `text`: an article says so; `published`: only the day an article came out is known. */
  readonly dayBy: string
  readonly from: string | null
  readonly until: string | null
  readonly precision: string | null
  readonly type: string
  readonly mode: string | null
  readonly quadClass: number
  readonly intensity: number
  readonly status: string
  readonly actors: readonly Named[]
  readonly recipients: readonly Named[]
  readonly place: string | null
  readonly country: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly placePrecision: string | null
  readonly killed: Toll | null
  readonly injured: Toll | null
  readonly reports: number
  readonly origins: number
  readonly articles: number
  readonly disputed: readonly string[]
  readonly evidence: Evidence | null
}

/** Versions of events as answers tell them, in the order given. */
export async function summarise(
  db: Db,
  versions: readonly EventVersionRow[],
  rev: number | null,
): Promise<EventSummary[]> {
  if (versions.length === 0) return []
  const ids = new Map(
    (
      await db
        .selectFrom('event')
        .select(['key', 'id'])
        .where(
          'key',
          'in',
          versions.map((v) => v.event),
        )
        .execute()
    ).map((e) => [e.key, e.id]),
  )
  const names = await nameActors(
    db,
    versions.flatMap((v) => [...numbersOf(v.actors), ...numbersOf(v.recipients)]),
    rev,
  )
  const evidence = await evidenceOf(
    db,
    versions.map((v) => v.lead),
  )
  const side = (list: string) => [
    ...new Map(
      numbersOf(list)
        .flatMap((a) => names.get(a) ?? [])
        .map((n) => [n.id, n]),
    ).values(),
  ]
  return versions.map((v) => ({
    id: ids.get(v.event) ?? '',
    day: v.day_by === 'unknown' ? null : v.day,
    dayBy: v.day_by,
    from: v.day_from,
    until: v.day_until,
    precision: v.precision,
    type: v.type,
    mode: v.mode,
    quadClass: v.quad,
    intensity: v.intensity,
    status: v.status,
    actors: side(v.actors),
    recipients: side(v.recipients),
    place: v.place,
    country: v.country,
    lat: v.lat,
    lon: v.lon,
    placePrecision: v.place_precision,
    killed: tollOf(v.killed_low, v.killed_high, v.killed_best),
    injured: tollOf(v.injured_low, v.injured_high, v.injured_best),
    reports: v.reports,
    origins: v.origins,
    articles: v.articles,
    disputed: v.disputed.split(' ').filter(Boolean),
    evidence: evidence.get(v.lead) ?? null,
  }))
}

function numbersOf(list: string): number[] {
  return list.split(' ').filter(Boolean).map(Number)
}

function tollOf(low: number | null, high: number | null, best: number | null): Toll | null {
  return low === null ? null : { low, high: high ?? low, best: best ?? low }
}

/** The sentence each report stands in, by the report's number. */
export async function evidenceOf(db: Db, reports: readonly number[]): Promise<Map<number, Evidence>> {
  const found = new Map<number, Evidence>()
  for (let at = 0; at < reports.length; at += 200) {
    const rows = await db
      .selectFrom('report')
      .select(['key', 'article', 'sentence_start as start', 'sentence_end as end'])
      .where('key', 'in', reports.slice(at, at + 200))
      .execute()
    for (const [key, evidence] of await evidenceAt(db, rows)) found.set(key, evidence)
  }
  return found
}

type At = { readonly key: number; readonly article: number; readonly start: number; readonly end: number }

/** The letters at places in articles, by the key of each place. */
export async function evidenceAt(db: Db, places: readonly At[]): Promise<Map<number, Evidence>> {
  if (places.length === 0) return new Map()
  const articles = await db
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.hash', 'article.text_hash')
    .select(['article.id', 'public_id', 'outlet', 'published', 'title', 'url', 'text'])
    .where('article.id', 'in', [...new Set(places.map((p) => p.article))])
    .execute()
  const byId = new Map(articles.map((a) => [a.id, a]))
  return new Map(
    places.flatMap(({ key, article, start, end }) => {
      const found = byId.get(article)
      if (!found) return []
      const { public_id, outlet, published, title, url, text } = found
      return [
        [key, { article: public_id, outlet, published, title, url, start, end, text: text.slice(start, end) }] as const,
      ]
    }),
  )
}

/** The versions of events that held at a revision, by event. */
export async function versionsAt(
  db: Db,
  events: readonly number[],
  rev: number | null,
): Promise<Map<number, EventVersionRow>> {
  const found = new Map<number, EventVersionRow>()
  for (let at = 0; at < events.length; at += 200) {
    const rows = await db
      .selectFrom('event_version')
      .selectAll()
      .where('event', 'in', events.slice(at, at + 200))
      .where(alive('event_version', rev))
      .execute()
    for (const row of rows) found.set(row.event, row)
  }
  return found
}
