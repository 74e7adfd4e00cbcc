import { ALL, type Counts, count, countEvent, type Drawn, writeCounts } from './event-totals.ts'
import { facetOf, facetsOfEvents } from './facets.ts'
import { rowsOf } from './rows.ts'
import type { EventVersionRow, Tables, Tx } from './schema.ts'
import { recountTies } from './ties.ts'
import { insertAll } from './work.ts'

const AT_ONCE = 100

/** The running counts, each with the columns that tell its rows apart. */
export const COUNTS = {
  day_total: ['scope', 'day', 'type', 'status'],
  place_total: ['scope', 'month', 'place', 'quad'],
  dyad_total: ['scope', 'month', 'way', 'actor', 'recipient', 'quad'],
  scope_total: ['scope', 'what'],
  tie_voice: ['tie', 'voice'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>

/** An event with all it is counted by, its facets worked out from its reports, and the revision it was made in. */
export type Countable = Drawn & { readonly version: EventVersionRow & { readonly rev: number } }

/** Count everything anew that is counted while writing; `see` is shown the events on the way, some at a time. */
export async function countAnew(tx: Tx, see: (events: readonly Countable[]) => Promise<void>): Promise<void> {
  for (const table of Object.keys(COUNTS) as (keyof typeof COUNTS)[]) await tx.deleteFrom(table).execute()
  for (let after = 0; ; ) {
    const events = await eventsAfter(tx, after)
    if (events.length === 0) break
    const counts: Counts = new Map()
    for (const event of events) countEvent(counts, event, 1)
    await writeCounts(tx, counts)
    await see(events)
    after = events.at(-1)?.version.event ?? after
  }
  await countScopes(tx)
  await countTies(tx)
}

async function eventsAfter(tx: Tx, after: number): Promise<Countable[]> {
  const versions = await tx
    .selectFrom('event_version')
    .innerJoin('event', 'event.key', 'event_version.event')
    .selectAll('event_version')
    .select('event.rev')
    .where('event_version.rev_until', 'is', null)
    .where('event_version.event', '>', after)
    .orderBy('event_version.event')
    .limit(AT_ONCE)
    .execute()
  const keys = versions.map((v) => v.event)
  const parties = await rowsOf(tx, 'event_party', 'event', keys, { now: true })
  const dyads = await rowsOf(tx, 'event_dyad', 'event', keys, { now: true })
  const facets = await facetsOfEvents(tx, keys)
  return versions.map((version) => ({
    version,
    parties: parties.filter((row) => row.event === version.event),
    dyads: dyads.filter((row) => row.event === version.event),
    facets: [...(facets.get(version.event) ?? [])],
  }))
}

async function countScopes(tx: Tx): Promise<void> {
  const counts: Counts = new Map()
  const read = await tx
    .selectFrom('reading_current')
    .innerJoin('reading', 'reading.id', 'reading_current.reading')
    .select(['reading.reader', (eb) => eb.fn.countAll<number>().as('n')])
    .where('rev_until', 'is', null)
    .groupBy('reading.reader')
    .execute()
  for (const { reader, n } of read) {
    count(counts, 'scope_total', [ALL, 'articles'], Number(n))
    count(counts, 'scope_total', [ALL, `reader:${reader}`], Number(n))
  }
  const inDossiers = await tx
    .selectFrom('article_dossier')
    .innerJoin('article', 'article.id', 'article_dossier.article')
    .select(['dossier', 'outlet_key', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy(['dossier', 'outlet_key'])
    .execute()
  for (const { dossier, outlet_key, n } of inDossiers) {
    count(counts, 'scope_total', [facetOf.dossier(dossier), 'articles'], Number(n))
    count(counts, 'scope_total', [facetOf.dossier(dossier), facetOf.outlet(outlet_key)], Number(n))
  }
  for (const table of ['report', 'statement'] as const) {
    const all = await tx
      .selectFrom(table as 'report')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('rev_until', 'is', null)
      .executeTakeFirst()
    count(counts, 'scope_total', [ALL, `${table}s`], Number(all?.n ?? 0))
    const some = await tx
      .selectFrom('article_dossier')
      .innerJoin(table as 'report', `${table as 'report'}.article`, 'article_dossier.article')
      .select(['dossier', (eb) => eb.fn.countAll<number>().as('n')])
      .where('rev_until', 'is', null)
      .groupBy('dossier')
      .execute()
    for (const { dossier, n } of some) count(counts, 'scope_total', [facetOf.dossier(dossier), `${table}s`], Number(n))
  }
  await writeCounts(tx, counts)
}

async function countTies(tx: Tx): Promise<void> {
  await tx.deleteFrom('tie_party').where('party', '=', ALL).execute()
  for (let after = 0; ; ) {
    const ties = await tx.selectFrom('tie').select('id').where('id', '>', after).orderBy('id').limit(AT_ONCE).execute()
    if (ties.length === 0) return
    const ids = ties.map((tie) => tie.id)
    after = ids.at(-1) ?? after
    await insertAll(
      tx,
      'tie_party',
      ids.map((tie) => ({ party: ALL, tie, times: 0 })),
    )
    await recountTies(tx, ids)
  }
}
