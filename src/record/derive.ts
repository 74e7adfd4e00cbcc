import { ALL, type Counts, count, countEvent, writeCounts } from './event-totals.ts'
import { facetOf, facetsOfEvents } from './facets.ts'
import { blocksOf } from './join/blocks.ts'
import { featuresOf, rebuildProfile } from './join/rebuild.ts'
import { insertMissing } from './rows.ts'
import type { Tables, Tx } from './schema.ts'
import { recountTies } from './ties.ts'
import { insertAll } from './work.ts'

const AT_ONCE = 100

/** Work out everything anew that the record keeps only to be quick: running counts, and what the joining looks at. */
export async function deriveAll(tx: Tx): Promise<void> {
  await deriveCounts(tx)
  await deriveProfiles(tx)
  await deriveBlocks(tx)
}

/** What is counted while writing, by table: its rows can be counted anew from all others. */
const COUNTS = ['event_facet', 'day_total', 'place_total', 'dyad_total', 'scope_total', 'tie_voice'] as const

/** Count everything anew that is counted while writing, and who tells of each event. */
async function deriveCounts(tx: Tx): Promise<void> {
  for (const table of COUNTS) await tx.deleteFrom(table).execute()
  for (let after = 0; ; ) {
    const events = await tx
      .selectFrom('event_version')
      .innerJoin('event', 'event.key', 'event_version.event')
      .selectAll('event_version')
      .select('event.rev')
      .where('event_version.rev_until', 'is', null)
      .where('event_version.event', '>', after)
      .orderBy('event_version.event')
      .limit(AT_ONCE)
      .execute()
    if (events.length === 0) break
    after = events.at(-1)?.event ?? after
    await deriveEvents(tx, events)
  }
  await deriveScopes(tx)
  await deriveTies(tx)
}

async function deriveEvents(
  tx: Tx,
  events: readonly (Tables['event_version'] & { readonly rev: number })[],
): Promise<void> {
  const keys = events.map((e) => e.event)
  const parties = await tx
    .selectFrom('event_party')
    .selectAll()
    .where('event', 'in', keys)
    .where('rev_until', 'is', null)
    .execute()
  const dyads = await tx
    .selectFrom('event_dyad')
    .selectAll()
    .where('event', 'in', keys)
    .where('rev_until', 'is', null)
    .execute()
  const facets = await facetsOfEvents(tx, keys)
  const counts: Counts = new Map()
  const rows: Tables['event_facet'][] = []
  for (const version of events) {
    const { event, day, type, quad, rev } = version
    const own = [...(facets.get(event) ?? [])]
    rows.push(...own.map((facet) => ({ event, facet, day, type, quad, rev_from: rev, rev_until: null })))
    const inside = (row: { readonly event: number }) => row.event === event
    countEvent(counts, { version, parties: parties.filter(inside), dyads: dyads.filter(inside), facets: own }, 1)
  }
  await insertAll(tx, 'event_facet', rows)
  await writeCounts(tx, counts)
}

async function deriveProfiles(tx: Tx): Promise<void> {
  await tx.deleteFrom('event_profile').execute()
  for (let after = 0; ; ) {
    const rows = await tx
      .selectFrom('event_version')
      .select('event')
      .where('rev_until', 'is', null)
      .where('event', '>', after)
      .orderBy('event')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return
    const profiles: Tables['event_profile'][] = []
    for (const { event } of rows) profiles.push({ event, body: JSON.stringify(await rebuildProfile(tx, event)) })
    await insertAll(tx, 'event_profile', profiles)
    after = rows.at(-1)?.event ?? after
  }
}

const ARTICLES_AT_ONCE = 20

/** Work out anew under which numbers the joining looks for each event. */
export async function deriveBlocks(tx: Tx): Promise<void> {
  await tx.deleteFrom('event_block').execute()
  for (let after = 0; ; ) {
    const articles = await tx
      .selectFrom('article')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(ARTICLES_AT_ONCE)
      .execute()
    if (articles.length === 0) return
    after = articles.at(-1)?.id ?? after
    const reports = await tx
      .selectFrom('report')
      .innerJoin('report_event', 'report_event.report', 'report.key')
      .selectAll('report')
      .select('report_event.event')
      .where(
        'report.article',
        'in',
        articles.map((article) => article.id),
      )
      .where('report.rev_until', 'is', null)
      .where('report_event.rev_until', 'is', null)
      .execute()
    const features = await featuresOf(tx, reports)
    const rows = reports.flatMap(({ event }, i) => {
      const report = features[i]
      return report ? blocksOf(report).map((block) => ({ block, event })) : []
    })
    await insertMissing(
      tx,
      'event_block',
      rows.sort((a, b) => a.block - b.block || a.event - b.event),
    )
  }
}

async function deriveScopes(tx: Tx): Promise<void> {
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

async function deriveTies(tx: Tx): Promise<void> {
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
