import type { Reading } from '../codebook/index.ts'
import { rowsOf } from './rows.ts'
import type { Tx } from './schema.ts'
import type { Context } from './unpack.ts'

/** How the ways of telling events apart by who tells of them are filed: the outlet, the dossier, the speaker. */
export const facetOf = {
  outlet: (key: string) => `o:${key}`,
  dossier: (id: number) => `d:${id}`,
  /** By an actor's number or a country's code. */
  speaker: (key: string | number) => `s:${key}`,
}

/** The facets that one report of a reading gives its event. */
export function facetsOfReport(
  { article, reading, parties }: Context,
  local: string,
  dossiers: readonly number[],
): string[] {
  const saidBy = reading.events.find((e) => e.id === local)?.saidBy ?? []
  const speakers = saidBy.flatMap((id) => speakerOf(reading, id) ?? []).flatMap((entity) => parties.get(entity) ?? [])
  return [
    facetOf.outlet(article.outlet_key),
    ...dossiers.map(facetOf.dossier),
    ...speakers.flatMap(({ actor, country }) => [
      facetOf.speaker(actor),
      ...(country === null ? [] : [facetOf.speaker(country)]),
    ]),
  ]
}

function speakerOf(reading: Reading, attribution: string): string | null {
  return reading.attributions.find((a) => a.id === attribution)?.speaker ?? null
}

/** The facets of events, worked out from the reports that are in them now. */
export async function facetsOfEvents(tx: Tx, events: readonly number[]): Promise<Map<number, Set<string>>> {
  const found = new Map<number, Set<string>>(events.map((event) => [event, new Set()]))
  for (let at = 0; at < events.length; at += 100) {
    const rows = await tx
      .selectFrom('report_event')
      .innerJoin('report', 'report.key', 'report_event.report')
      .innerJoin('article', 'article.id', 'report.article')
      .select(['report_event.event', 'report.article', 'report.reading', 'report.said_by', 'article.outlet_key'])
      .where('report_event.event', 'in', events.slice(at, at + 100))
      .where('report_event.rev_until', 'is', null)
      .execute()
    const dossiers = await dossiersOf(
      tx,
      rows.map((r) => r.article),
    )
    const speakers = await speakersOf(
      tx,
      rows.filter((r) => r.said_by !== '').map((r) => r.article),
    )
    for (const row of rows) {
      const facets = found.get(row.event)
      facets?.add(facetOf.outlet(row.outlet_key))
      for (const dossier of dossiers.get(row.article) ?? []) facets?.add(facetOf.dossier(dossier))
      for (const local of row.said_by.split(' ').filter(Boolean))
        for (const facet of speakers.get(`${row.reading} ${local}`) ?? []) facets?.add(facet)
    }
  }
  return found
}

/** The dossiers that articles are in. */
export async function dossiersOf(tx: Tx, articles: readonly number[]): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>()
  const wanted = [...new Set(articles)]
  for (const { article, dossier } of await rowsOf(tx, 'article_dossier', 'article', wanted))
    found.set(article, [...(found.get(article) ?? []), dossier])
  return found
}

async function speakersOf(tx: Tx, articles: readonly number[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const wanted = [...new Set(articles)]
  for (let at = 0; at < wanted.length; at += 200)
    for (const row of await tx
      .selectFrom('statement')
      .select(['reading', 'local', 'speaker', 'speaker_country'])
      .where('article', 'in', wanted.slice(at, at + 200))
      .where('speaker', 'is not', null)
      .execute())
      found.set(
        `${row.reading} ${row.local}`,
        [row.speaker, row.speaker_country].flatMap((s) => (s === null ? [] : [facetOf.speaker(s)])),
      )
  return found
}
