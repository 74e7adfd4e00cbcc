import type { Reading } from '../codebook/index.ts'
import { findArticle, recordArticle } from './articles.ts'
import { isInDossier, recordDossier } from './dossiers.ts'
import { forget, type Kept } from './join/join.ts'
import { isOlderReader } from './reader-version.ts'
import { closeReading } from './reread.ts'
import { insertRows } from './rows.ts'
import type { Db, Tx } from './schema.ts'
import { refreshStatistics } from './sqlite.ts'
import { inTransaction } from './transaction.ts'
import { packed } from './unpack.ts'
import { bornIn, type EventRows, type Works } from './work.ts'
import { writeReading } from './write-reading.ts'

/** What became of a reading: `again` was there before, `older` is kept but a newer reader's stays in force. */
type Outcome = 'recorded' | 'reread' | 'again' | 'older'
export type Recorded = {
  readonly article: string
  readonly outcome: Outcome
  readonly reports: number
  readonly newEvents: number
}
export type RecordOptions = { readonly at: string; readonly dossier?: string | undefined }

/** The one writer of a record. It keeps what it joined lately in memory; use one for a run of articles. */
export type Recorder = {
  /** Record readings, all of them or none. Recording one twice changes nothing. */
  readonly record: (readings: readonly Reading[], options: RecordOptions) => Promise<Recorded[]>
}

/** Open a writer on a record. */
export function openRecorder(db: Db): Recorder {
  const kept: Kept = new Map()
  const drawn = new Map<number, EventRows>()
  let last = -1
  let added = 0
  return {
    async record(readings, options) {
      try {
        const recorded = await inTransaction(db, drawn, async (open, tx) => {
          const seen = await lastRevision(tx)
          if (seen !== last) {
            forget(kept)
            drawn.clear()
          }
          const done: Recorded[] = []
          for (const reading of readings) done.push(await recordOne({ open, tx, kept }, reading, options))
          last = await lastRevision(tx)
          return done
        })
        forgetOldest(drawn, KEPT_EVENTS)
        // The planner is told now and then how the tables have grown: rarely, as it grows.
        const before = added
        added += recorded.length
        if (Math.floor(Math.log2(1 + added / 250)) > Math.floor(Math.log2(1 + before / 250)))
          await refreshStatistics(db)
        return recorded
      } catch (thrown) {
        last = -1
        throw thrown
      }
    },
  }
}

/** Record one reading. Recording it twice changes nothing. */
export async function recordReading(db: Db, reading: Reading, options: RecordOptions): Promise<Recorded> {
  const [done] = await openRecorder(db).record([reading], options)
  if (!done) throw new Error('a reading was given and nothing came back')
  return done
}

async function lastRevision(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('revision')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst()
  return row?.id ?? 0
}

const KEPT_EVENTS = 4000

function forgetOldest(known: Map<number, unknown>, most: number): void {
  if (known.size <= most) return
  for (const key of [...known.keys()].slice(0, known.size - most / 2)) known.delete(key)
}

type Writer = { readonly open: Works; readonly tx: Tx; readonly kept: Kept }

async function recordOne(
  { open, tx, kept }: Writer,
  reading: Reading,
  { at, dossier }: RecordOptions,
): Promise<Recorded> {
  const known = await findArticle(tx, reading.article)
  const twin =
    known &&
    (await tx
      .selectFrom('reading')
      .select('id')
      .where('article', '=', known.id)
      .where('reader', '=', reading.reader)
      .executeTakeFirst())
  const joins = dossier !== undefined && !(known && (await isInDossier(tx, known.id, dossier)))
  if (known && twin) {
    if (joins) await recordDossier(await open({ at, kind: 'dossier', note: known.public_id }), known, dossier)
    return { article: known.public_id, outcome: 'again', reports: 0, newEvents: 0 }
  }
  const work = await open({ at, kind: 'reading', note: known?.public_id ?? null })
  const article = known ?? (await recordArticle(work, reading.article))
  if (joins) await recordDossier(work, article, dossier)

  const readingKey = await work.keys('reading', 1)
  const { reader } = reading
  const body = packed(reading)
  await insertRows(tx, 'reading', [{ id: readingKey, article: article.id, reader, body, rev: work.rev }])
  const current = known && (await currentReader(tx, known.id))
  if (current && isOlderReader(reader, current))
    return { article: article.public_id, outcome: 'older', reports: 0, newEvents: 0 }
  const old = current ? await closeReading(work, kept, article, current) : undefined
  await insertRows(tx, 'reading_current', [{ article: article.id, reading: readingKey, ...bornIn(work) }])
  const { reports, newEvents } = await writeReading(work, kept, { article, reading, readingKey, old })
  return { article: article.public_id, outcome: current ? 'reread' : 'recorded', reports, newEvents }
}

/** The reader whose reading of an article is in force. */
async function currentReader(tx: Tx, article: number): Promise<string | undefined> {
  const current = await tx
    .selectFrom('reading_current')
    .innerJoin('reading', 'reading.id', 'reading_current.reading')
    .select('reading.reader')
    .where('reading_current.article', '=', article)
    .where('rev_until', 'is', null)
    .executeTakeFirst()
  return current?.reader
}
