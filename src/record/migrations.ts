import type { Kysely } from 'kysely'
import { first } from './migrations/001-first.ts'
import { counts } from './migrations/002-counts.ts'
import { inOrderOfKeys } from './migrations/003-in-order.ts'
import { byWeek } from './migrations/005-by-week.ts'
import { leanIndexes } from './migrations/006-lean-indexes.ts'
import { byYear } from './migrations/007-by-year.ts'

/** What brings a record from one schema to the next. They only go forward; one that has been released is never changed. */
export const MIGRATIONS: readonly ((db: Kysely<unknown>) => Promise<void>)[] = [
  first,
  counts,
  inOrderOfKeys,
  // Nothing but counts was added, of whole days.
  async () => {},
  byWeek,
  leanIndexes,
  byYear,
]

/** From this schema on the running counts are those of today; an older record's are taken anew. */
export const COUNTED_SINCE = 4
/** From this schema on, so are the numbers by which the joining looks events up. */
export const BLOCKS_SINCE = 5
