import { availableParallelism } from 'node:os'
import type { Item, TakeOptions } from '../intake/index.ts'
import type { Reader } from '../read/index.ts'
import type { Outcome } from './outcome.ts'
import { openPool } from './pool.ts'
import { readOne } from './read-one.ts'

export type { Outcome } from './outcome.ts'

export type ReadOptions = {
  readonly known: TakeOptions
  readonly modelPath?: string
  /** Worker threads; null: one for each core, 8 at most. */
  readonly workers: number | null
  /** How long a worker may take over one article. */
  readonly articleSeconds: number
  /** Opens the reader that reads a lone article in this thread. */
  readonly openReader: (options: { readonly modelPath?: string }) => Promise<Reader>
  /** The module whose `openReader` each worker calls. */
  readonly readerModule?: string
}

/**
 * Read items, in order. A lone item is read in this thread, which is soonest; more go to worker threads with a reader
 * each. Items are asked for only a little ahead of what was taken, so memory does not grow with their number.
 */
export async function* readItems(items: AsyncIterable<Item>, options: ReadOptions): AsyncGenerator<Outcome> {
  const source = items[Symbol.asyncIterator]()
  try {
    const first = await source.next()
    if (first.done) return
    // The second is asked for beside the first: a slow stdin must not hold up the article that is already here.
    const second = source.next()
    const alone = options.workers === null && (await within(second, 20))?.done === true
    if (alone) yield await readAlone(first.value, options)
    else yield* readOver(rest(first, second, source), options)
  } finally {
    await source.return?.()
  }
}

async function readAlone(item: Item, { known, modelPath, openReader }: ReadOptions): Promise<Outcome> {
  let reader: Reader | undefined
  try {
    return await readOne(item, known, async () => {
      reader = await openReader(modelPath === undefined ? {} : { modelPath })
      return reader
    })
  } finally {
    await reader?.close()
  }
}

async function* readOver(items: AsyncGenerator<Item>, options: ReadOptions): AsyncGenerator<Outcome> {
  const pool = openPool({
    size: options.workers ?? Math.min(8, availableParallelism()),
    seconds: options.articleSeconds,
    known: options.known,
    ...(options.modelPath !== undefined && { modelPath: options.modelPath }),
    ...(options.readerModule !== undefined && { readerModule: options.readerModule }),
  })
  const ahead = pool.size * 3
  const waiting: Promise<Outcome>[] = []
  try {
    let coming: Promise<IteratorResult<Item>> | null = items.next()
    while (coming || waiting.length > 0) {
      // Whichever is first: a reading to hand on, or, with room ahead, an item to give out.
      const head: Promise<null> | undefined = waiting[0]?.then(
        () => null,
        () => null,
      )
      const item = coming && waiting.length < ahead ? await (head ? Promise.race([coming, head]) : coming) : null
      if (item === null) yield await waiting.shift()!
      else if (item.done) coming = null
      else {
        const outcome = pool.read(item.value)
        outcome.catch(() => {})
        waiting.push(outcome)
        coming = items.next()
      }
    }
  } finally {
    await pool.close()
  }
}

async function* rest(
  first: IteratorResult<Item>,
  second: Promise<IteratorResult<Item>>,
  source: AsyncIterator<Item>,
): AsyncGenerator<Item> {
  for (let next = first; !next.done; next = next === first ? await second : await source.next()) yield next.value
}

async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
