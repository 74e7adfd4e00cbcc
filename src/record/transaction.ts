import { writeCounts } from './event-totals.ts'
import { deleteRows, putRows } from './rows.ts'
import type { Db, Tx } from './schema.ts'
import { indexWords } from './sqlite.ts'
import { writeTotals } from './totals.ts'
import { type EventRows, insertAll, type Later, openWorks, type Revision, type Work, type Works } from './work.ts'

/**
 * Do pieces of work in one transaction, each as a revision of its own: all of it is kept, or none. Counts and search documents
 * of all of them are written at the end. `drawn` is what is known of events from transactions before, where nobody else wrote since.
 */
export async function inTransaction<T>(
  db: Db,
  drawn: Map<number, EventRows>,
  write: (open: Works, tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const later: Later = { counts: new Map(), totals: new Map(), docs: [], profiles: new Map() }
    let last: Work | undefined
    const open = openWorks(tx, later, drawn)
    const done = await write(async (revision) => (last = await open(revision)), tx)
    if (last) await writeLater(last)
    return done
  })
}

/** Do one piece of work as one revision in one transaction. */
export async function inRevision<T>(db: Db, revision: Revision, write: (work: Work) => Promise<T>): Promise<T> {
  return inTransaction(db, new Map(), async (open) => write(await open(revision)))
}

/** What adds up over a transaction; the new totals of outlets and speakers come with its last revision. */
async function writeLater(work: Work): Promise<void> {
  await writeCounts(work.tx, work.counts)
  await writeTotals(work)
  await insertAll(
    work.tx,
    'search_doc',
    work.docs.map(({ words: _, ...doc }) => doc),
  )
  await indexWords(work.tx, work.docs)
  const profiles = [...work.profiles]
  const bare = profiles.filter(([, profile]) => profile.reports === 0).map(([event]) => event)
  await deleteRows(work.tx, 'event_profile', 'event', bare)
  const rows = profiles.filter(([, profile]) => profile.reports > 0)
  const bodies = rows.map(([event, profile]) => ({ event, body: JSON.stringify(profile) }))
  await putRows(work.tx, 'event_profile', 'event', bodies)
}
