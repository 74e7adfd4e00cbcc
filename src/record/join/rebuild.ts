import { gunzipSync } from 'node:zlib'
import { type EventType, PLOVER, type Reading, type Status } from '../../codebook/index.ts'
import { blocOf } from '../origins.ts'
import type { ReportRow, Tx } from '../schema.ts'
import { cluesOf } from './clues.ts'
import { contextOf, type Features, focusOf, namesIn, partyKeyOf, tellingWords, weekdaysIn } from './features.ts'
import { profileOf } from './group.ts'
import { stemOfTrigger } from './kin-words.ts'
import type { Profile } from './profile.ts'
import { quantitiesIn } from './quantities.ts'
import { type SaidHere, saidHere } from './said-here.ts'

/** What the joining needs of reports that are in the record, in their order. */
export async function featuresOf(tx: Tx, rows: readonly ReportRow[]): Promise<Features[]> {
  const found: Features[] = []
  for (let at = 0; at < rows.length; at += 50) found.push(...(await featuresOfSome(tx, rows.slice(at, at + 50))))
  return found
}

async function featuresOfSome(tx: Tx, rows: readonly ReportRow[]): Promise<Features[]> {
  const articles = new Map(
    (
      await tx
        .selectFrom('article')
        .innerJoin('article_text', 'article_text.hash', 'article.text_hash')
        .select(['article.id', 'article.published', 'article_text.text'])
        .where('article.id', 'in', [...new Set(rows.map((r) => r.article))])
        .execute()
    ).map((a) => [a.id, a]),
  )
  const parties = await tx
    .selectFrom('report_party')
    .innerJoin('entity', 'entity.id', 'report_party.entity')
    .innerJoin('entity_actor', (join) =>
      join.onRef('entity_actor.entity', '=', 'report_party.entity').on('entity_actor.rev_until', 'is', null),
    )
    .innerJoin('actor_profile', (join) =>
      join.onRef('actor_profile.actor', '=', 'entity_actor.actor').on('actor_profile.rev_until', 'is', null),
    )
    .leftJoin('actor_merge', (join) =>
      join.onRef('actor_merge.actor', '=', 'entity_actor.actor').on('actor_merge.rev_until', 'is', null),
    )
    .select([
      'actor_merge.into_actor',
      'report_party.report',
      'report_party.role',
      'entity_actor.actor',
      'entity.kind',
      'entity.named',
      'entity.name',
      'entity.local',
      'actor_profile.country',
    ])
    .where(
      'report_party.report',
      'in',
      rows.map((r) => r.key),
    )
    .execute()
  const contexts = new Map([...articles].map(([id, { text }]) => [id, contextOf(text)]))
  const focus = await focusOfArticles(tx, [...new Set(rows.map((r) => r.reading))])
  const origins = await canonicalOrigins(
    tx,
    rows.map((r) => r.origin),
  )
  const told = await saidIn(tx, rows, articles)
  return rows.map((row): Features => {
    const article = articles.get(row.article)
    const here = told.get(row.key)
    const side = (role: string) =>
      parties
        .filter((p) => p.report === row.key && p.role === role && (here?.parties.has(p.local) ?? true))
        .map((p) => partyKeyOf({ ...p, canonical: p.into_actor ?? p.actor, named: p.named === 1, sectors: [] }))
    return {
      report: row.key,
      article: row.article,
      type: row.type as EventType,
      mode: row.mode,
      stem: stemOfTrigger(row.trigger),
      actors: side('actor'),
      recipients: side('recipient'),
      days:
        row.day_from && row.day_until && (here?.time ?? true)
          ? { from: row.day_from, until: row.day_until, precision: row.precision ?? 'unknown' }
          : null,
      published: article?.published ?? null,
      weekdays: row.day_from ? [] : weekdaysIn((article?.text ?? '').slice(row.sentence_start, row.sentence_end)),
      where:
        row.place && (here?.place ?? true)
          ? {
              name: row.place,
              country: row.country,
              lat: row.lat,
              lon: row.lon,
              precision: row.place_precision ?? 'region',
              others: here?.countries ?? [],
            }
          : null,
      status: row.status as Status,
      ...cluesOf(
        (article?.text ?? '').slice(row.sentence_start, row.sentence_end),
        row.trigger_start - row.sentence_start,
        row.trigger,
      ),
      killed: row.killed_low === null ? null : [row.killed_low, row.killed_high ?? row.killed_low],
      injured: row.injured_low === null ? null : [row.injured_low, row.injured_high ?? row.injured_low],
      origin: origins.get(row.origin)?.canonical ?? row.origin,
      bloc:
        (PLOVER[row.type as EventType].quadClass % 2 === 1 ? null : origins.get(row.origin)?.bloc) ??
        origins.get(row.origin)?.canonical ??
        row.origin,
      ownWords: row.said_by === '',
      headline: row.headline === 1,
      sentence: row.sentence_start,
      quantities: quantitiesIn((article?.text ?? '').slice(row.sentence_start, row.sentence_end)),
      people: here?.people ?? [],
      context: contexts.get(row.article) ?? [],
      focus: focus.get(row.reading) ?? new Map(),
      words: tellingWords(
        (article?.text ?? '').slice(row.sentence_start, row.sentence_end),
        namesIn([...parties.filter((p) => p.report === row.key && p.named === 1).map((p) => p.name), row.place ?? '']),
      ),
    }
  })
}

/** What each report's own sentence says; nothing of a report that a person coded: that is all his. */
async function saidIn(
  tx: Tx,
  rows: readonly ReportRow[],
  articles: ReadonlyMap<number, { readonly text: string }>,
): Promise<Map<number, SaidHere>> {
  const bodies = await tx
    .selectFrom('reading')
    .select(['id', 'body'])
    .where('id', 'in', [...new Set(rows.map((r) => r.reading))])
    .execute()
  const readings = new Map(bodies.map(({ id, body }) => [id, JSON.parse(gunzipSync(body).toString('utf8')) as Reading]))
  const told = new Map<number, SaidHere>()
  for (const row of rows) {
    const reading = readings.get(row.reading)
    const event = reading?.events.find((e) => e.id === row.local)
    if (!reading || !event || row.judgement !== null) continue
    const sentence = { start: row.sentence_start, end: row.sentence_end }
    told.set(row.key, saidHere(reading, event, sentence, articles.get(row.article)?.text ?? ''))
  }
  return told
}

async function focusOfArticles(tx: Tx, readings: readonly number[]): Promise<Map<number, Features['focus']>> {
  const rows = await tx
    .selectFrom('entity')
    .innerJoin('mention', 'mention.entity', 'entity.id')
    .select(['entity.id', 'entity.reading', 'entity.name', 'entity.kind', 'entity.named'])
    .select((eb) => eb.fn.countAll<number>().as('mentions'))
    .where('entity.reading', 'in', readings)
    .groupBy(['entity.id', 'entity.reading', 'entity.name', 'entity.kind', 'entity.named'])
    .orderBy('entity.id')
    .execute()
  const entities = rows.map((r) => ({ ...r, named: r.named === 1, mentions: Number(r.mentions) }))
  return new Map(readings.map((reading) => [reading, focusOf(entities.filter((e) => e.reading === reading))]))
}

/** What the joining needs of the reports that are in an event now, in their order. */
export async function featuresOfEvent(tx: Tx, event: number): Promise<Features[]> {
  const rows = await tx
    .selectFrom('report_event')
    .innerJoin('report', 'report.key', 'report_event.report')
    .selectAll('report')
    .where('report_event.event', '=', event)
    .where('report_event.rev_until', 'is', null)
    .orderBy('report.key')
    .execute()
  return featuresOf(tx, rows)
}

/** The profile of an event made anew from the reports that are in it now. */
export async function rebuildProfile(tx: Tx, event: number): Promise<Profile> {
  return profileOf(await featuresOfEvent(tx, event))
}

/** What named speakers are counted as now: the actor they were merged into, and their government. */
async function canonicalOrigins(
  tx: Tx,
  origins: readonly string[],
): Promise<Map<string, { readonly canonical: string; readonly bloc: string }>> {
  const speakers = [...new Set(origins.filter((o) => o.startsWith('s:')).map((o) => Number(o.slice(2))))]
  if (speakers.length === 0) return new Map()
  const rows = await tx
    .selectFrom('actor')
    .leftJoin('actor_merge', (join) =>
      join.onRef('actor_merge.actor', '=', 'actor.id').on('actor_merge.rev_until', 'is', null),
    )
    .innerJoin('actor_profile', (join) =>
      join.onRef('actor_profile.actor', '=', 'actor.id').on('actor_profile.rev_until', 'is', null),
    )
    .select(['actor.id', 'actor.kind', 'actor_merge.into_actor', 'actor_profile.country', 'actor_profile.sectors'])
    .where('actor.id', 'in', speakers)
    .execute()
  return new Map(
    rows.map(({ id, kind, into_actor, country, sectors }) => {
      const canonical = `s:${into_actor ?? id}`
      return [`s:${id}`, { canonical, bloc: blocOf(canonical, { kind, country, sectors: sectors.split(' ') }) }]
    }),
  )
}
