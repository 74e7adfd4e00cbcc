import { messageOf } from '../base/index.ts'
import type { Reading } from '../codebook/index.ts'
import { type Item, take } from '../intake/index.ts'
import type { Recorded, Recorder } from '../record/index.ts'
import { allItems, readingIn } from './add-items.ts'
import { openChannel } from './channel.ts'
import type { Outcome } from './outcome.ts'
import { type ReadOptions, readItems } from './read-items.ts'

/** What became of one thing that was to be added. */
export type Added = {
  readonly from: string
  readonly recorded: Recorded | null
  readonly problem: { readonly code: string; readonly message: string } | null
}

export type AddOptions = ReadOptions & {
  readonly recorder: Recorder
  /** The record's id of an article that is in it already and is not read again; null where the record is empty. */
  readonly isKnown: ((article: Reading['article']) => Promise<string | null>) | null
  readonly now: () => string
  readonly dossier?: string | undefined
  /** Record each article as of the end of its day of publication, in that order: for an archive. All readings are held until then. */
  readonly asPublished: boolean
  readonly maxChars: number
  readonly stdin?: Parameters<typeof allItems>[1]['stdin']
}

const AHEAD = 64
/** So many at most go in at once: what they share, and the file's log, is written once for all of them. */
const TOGETHER = 64

/**
 * Add articles to the record: intake, readers and the one writer work beside each other, and each waits where the next
 * is behind. What is yielded as recorded is in the file; an article that is there already is not read again.
 */
export async function* addArticles(paths: readonly string[], options: AddOptions): AsyncGenerator<Added> {
  const read = openChannel<Outcome & { readonly known?: string }>(AHEAD)
  const items = passing(
    allItems(paths, { maxChars: options.maxChars, ...(options.stdin && { stdin: options.stdin }) }),
    options,
    (outcome) => read.put(outcome),
  )
  const pump = (async () => {
    try {
      for await (const outcome of readItems(items, options)) await read.put(outcome)
      read.end()
    } catch (thrown) {
      read.end(thrown)
    }
  })()
  try {
    if (options.asPublished) yield* inOrderOfDays(read, options)
    else
      for (;;) {
        const batch = await read.take(TOGETHER)
        if (batch.length === 0) break
        yield* recordBatch(batch, options, options.now())
      }
  } finally {
    read.end()
    await pump
  }
}

/** Items for the readers; what needs no reader goes straight to the writer. */
async function* passing(
  items: AsyncIterable<Item>,
  options: AddOptions,
  put: (outcome: Outcome & { readonly known?: string }) => Promise<void>,
): AsyncGenerator<Item> {
  for await (const item of items) {
    const ready = item.refused
      ? { from: item.from, reading: null, problem: item.refused }
      : (readingIn(item) ?? (await knownOne(item, options)))
    if (ready) await put(ready)
    else yield item
  }
}

async function knownOne(
  item: Item,
  { isKnown, known, maxChars }: AddOptions,
): Promise<(Outcome & { readonly known: string }) | null> {
  if (!isKnown) return null
  const { article } = take(item, { ...known, maxChars })
  const id = article ? await isKnown(article) : null
  return id === null ? null : { from: item.from, reading: null, problem: null, known: id }
}

async function* recordBatch(
  batch: readonly (Outcome & { readonly known?: string })[],
  options: AddOptions,
  at: string,
): AsyncGenerator<Added> {
  const sound: { readonly from: string; readonly reading: Reading }[] = []
  for (const outcome of batch) {
    const { from, reading, problem, known } = outcome
    const wrong = problem ?? (reading ? dayProblem(reading) : null)
    if (wrong) yield { from, recorded: null, problem: wrong }
    else if (known !== undefined)
      yield { from, recorded: { article: known, outcome: 'again', reports: 0, newEvents: 0 }, problem: null }
    else if (reading) sound.push({ from, reading })
  }
  if (sound.length === 0) return
  try {
    const done = await options.recorder.record(
      sound.map((s) => s.reading),
      { at, dossier: options.dossier },
    )
    for (const [i, { from }] of sound.entries()) yield { from, recorded: done[i] ?? null, problem: null }
  } catch (thrown) {
    // One of them spoils the transaction: each by itself, so that the others still go in.
    if (sound.length === 1)
      yield {
        from: sound[0]?.from ?? '',
        recorded: null,
        problem: { code: 'record.failed', message: `could not be recorded: ${messageOf(thrown)}` },
      }
    else for (const one of sound) yield* recordBatch([{ ...one, problem: null }], options, at)
  }
}

/** A computer's zero is no day of publication; the times in the reading were worked out against it. */
function dayProblem({ article }: Reading): Outcome['problem'] {
  if (!article.published?.startsWith('1970-01-01')) return null
  return {
    code: 'intake.no-day',
    message:
      'published 1970-01-01, which is a computer’s zero and no day: give the day with --published or in dossier.json',
  }
}

async function* inOrderOfDays(
  read: ReturnType<typeof openChannel<Outcome & { readonly known?: string }>>,
  options: AddOptions,
): AsyncGenerator<Added> {
  const held: (Outcome & { readonly known?: string })[] = []
  for (let batch = await read.take(AHEAD); batch.length > 0; batch = await read.take(AHEAD))
    for (const outcome of batch) {
      if (outcome.reading && !dayProblem(outcome.reading)) held.push(outcome)
      else yield* recordBatch([outcome], options, options.now())
    }
  const dayOf = (o: Outcome) => o.reading?.article.published ?? '9999'
  held.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
  for (const outcome of held) {
    const day = outcome.reading?.article.published
    yield* recordBatch([outcome], options, day ? `${day}T23:59:59.000Z` : options.now())
  }
}
