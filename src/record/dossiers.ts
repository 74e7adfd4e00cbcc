import { ALL, count } from './event-totals.ts'
import { retellEvents } from './event-versions.ts'
import { facetOf } from './facets.ts'
import { ask, insertRows, rowsOf } from './rows.ts'
import type { ArticleRow, Tx } from './schema.ts'
import type { Work } from './work.ts'

/** Say that an article, and with it what it reports, belongs to a dossier; it must not be in it yet. */
export async function recordDossier(
  work: Work,
  article: Pick<ArticleRow, 'id' | 'outlet_key'>,
  name: string,
): Promise<void> {
  const { tx, rev } = work
  let [dossier]: { readonly id: number }[] = await rowsOf(tx, 'dossier', 'name', [name])
  if (!dossier) {
    dossier = { id: await work.keys('dossier', 1) }
    await tx.insertInto('dossier').values({ id: dossier.id, name, rev }).execute()
  }
  await insertRows(tx, 'article_dossier', [{ article: article.id, dossier: dossier.id, rev }])

  const { counts } = work
  const scope = facetOf.dossier(dossier.id)
  count(counts, 'scope_total', [scope, 'articles'])
  count(counts, 'scope_total', [scope, facetOf.outlet(article.outlet_key)])
  const events = await ask(tx, 'events of an article', [article.id], ([id = 0 as never]) =>
    tx
      .selectFrom('report')
      .innerJoin('report_event', 'report_event.report', 'report.key')
      .select('report_event.event')
      .where('report.article', '=', id)
      .where('report.rev_until', 'is', null)
      .where('report_event.rev_until', 'is', null),
  )
  const statements = await rowsOf(tx, 'statement', 'article', [article.id], { now: true })
  count(counts, 'scope_total', [scope, 'reports'], events.length)
  count(counts, 'scope_total', [scope, 'statements'], statements.length)
  await retellEvents(work, [...new Set(events.map((e) => e.event))])
}

/** True where the article is in the dossier already. */
export async function isInDossier(tx: Tx, article: number, name: string): Promise<boolean> {
  const row = await tx
    .selectFrom('article_dossier')
    .innerJoin('dossier', 'dossier.id', 'article_dossier.dossier')
    .select('dossier.id')
    .where('article_dossier.article', '=', article)
    .where('dossier.name', '=', name)
    .executeTakeFirst()
  return row !== undefined
}

/** Count reports, statements and readings of one article in (or, with numbers below zero, out) wherever it belongs. */
export function countArticle(
  { counts }: Pick<Work, 'counts'>,
  dossiers: readonly number[],
  what: Readonly<Record<string, number>>,
): void {
  for (const scope of [ALL, ...dossiers.map(facetOf.dossier)])
    for (const [name, n] of Object.entries(what))
      if (scope === ALL || name === 'reports' || name === 'statements') count(counts, 'scope_total', [scope, name], n)
}
