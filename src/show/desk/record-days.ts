import { type Db, lastRevision, recordSpan } from '../../record/index.ts'
import type { PageContext } from './view.ts'

/** A function that gives the first and the last day of the record; it asks again only where the record has changed. */
export function recordDays(db: Db): () => Promise<PageContext['days']> {
  let known: { readonly revision: number; readonly days: PageContext['days'] } | undefined
  return async () => {
    const revision = await lastRevision(db)
    if (known?.revision !== revision) {
      const { first, last } = await recordSpan(db)
      known = { revision, days: first && last ? { first, last } : null }
    }
    return known.days
  }
}
