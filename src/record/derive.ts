import { countAnew } from './count-anew.ts'
import { blocksOf } from './join/blocks.ts'
import { featuresOf, rebuildProfile } from './join/rebuild.ts'
import { insertMissing } from './rows.ts'
import type { Tables, Tx } from './schema.ts'
import { insertAll } from './work.ts'

const AT_ONCE = 100

/** Work out everything anew that the record keeps only to be quick: running counts, and what the joining looks at. */
export async function deriveAll(tx: Tx): Promise<void> {
  await tx.deleteFrom('event_facet').execute()
  await countAnew(tx, async (events) => {
    const rows = events.flatMap(({ version: { event, day, type, quad, rev }, facets }) =>
      facets.map((facet) => ({ event, facet, day, type, quad, rev_from: rev, rev_until: null })),
    )
    await insertAll(tx, 'event_facet', rows)
  })
  await deriveProfiles(tx)
  await deriveBlocks(tx)
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
