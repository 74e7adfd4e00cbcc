import type { Reading } from '../codebook/index.ts'
import type { ArticleRow, ReportRow, StatementRow, Tables } from './schema.ts'
import type { Context } from './unpack.ts'
import { insertAll, type Work } from './work.ts'

/** Write the entities of a reading and their mentions; back come their keys by local id. */
export async function writeEntities(
  work: Work,
  article: ArticleRow,
  reading: Reading,
  readingKey: number,
): Promise<Map<string, number>> {
  const first = await work.keys('entity', reading.entities.length)
  const keys = new Map(reading.entities.map((e, i) => [e.id, first + i]))
  await insertAll(
    work.tx,
    'entity',
    reading.entities.map((e, i) => ({
      id: first + i, reading: readingKey, article: article.id, local: e.id, name: e.name, kind: e.kind, country: e.actor.country,
      sectors: e.actor.sectors.join(' '), named: e.named ? 1 : 0, wikidata: e.wikidata ?? null,
    })),
  ) // biome-ignore format: one line a group
  await insertAll(
    work.tx,
    'mention',
    reading.mentions.flatMap((m) => {
      const entity = keys.get(m.entity)
      return entity === undefined ? [] : [{ entity, start: m.start, end: m.end, form: m.form }]
    }),
  )
  return keys
}

/** Who is in a report and on which side. */
export function partyRows(
  row: ReportRow,
  reading: Reading,
  entityKeys: ReadonlyMap<string, number>,
): Tables['report_party'][] {
  const event = reading.events.find((e) => e.id === row.local)
  const side = (role: string, list: Reading['events'][number]['actors']) =>
    list.flatMap(({ entity }) => {
      const key = entityKeys.get(entity)
      return key === undefined ? [] : [{ report: row.key, role, entity: key }]
    })
  return event ? [...side('actor', event.actors), ...side('recipient', event.recipients)] : []
}

/** Write whom each statement is about: the parties of the events inside it. */
export async function writeAbout(
  { tx }: Work,
  { reading, parties }: Context,
  statements: readonly StatementRow[],
): Promise<void> {
  const rows = statements.flatMap((s) => {
    const events = reading.events.filter((e) => e.saidBy.includes(s.local))
    const about = events.flatMap((e) => [...e.actors, ...e.recipients]).flatMap((p) => parties.get(p.entity) ?? [])
    const keys = new Set(
      about.flatMap((p) => [...(p.named ? [String(p.actor)] : []), ...(p.country ? [p.country] : [])]),
    )
    return [...keys].map((party) => ({ statement: s.key, party, day: s.day }))
  })
  await insertAll(tx, 'statement_about', rows)
}

/** Make the statements findable by their words. */
export async function indexStatements(
  work: Work,
  { reading }: Context,
  statements: readonly StatementRow[],
): Promise<void> {
  const first = await work.keys('search_doc', statements.length)
  for (const [i, { key, day, source, start, end }] of statements.entries()) {
    const words = `${source ?? ''} ${reading.article.text.slice(start, end)}`
    work.docs.push({ id: first + i, kind: 'statement', ref: key, day, words })
  }
}

/** Make new events findable by the sentence that first reported them. */
export async function indexEvents(
  work: Work,
  { reading, article }: Context,
  fresh: readonly { report: number; event: number }[],
  rows: readonly Tables['report'][],
): Promise<void> {
  const first = await work.keys('search_doc', fresh.length)
  for (const [i, { report, event }] of fresh.entries()) {
    const row = rows.find((r) => r.key === report)
    const words = row
      ? `${row.type} ${row.place ?? ''} ${reading.article.text.slice(row.sentence_start, row.sentence_end)}`
      : ''
    work.docs.push({ id: first + i, kind: 'event', ref: event, day: article.published ?? '', words })
  }
}
