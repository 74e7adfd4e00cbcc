import { AppError, messageOf } from '../base/index.ts'
import { type Item, type TakeOptions, take } from '../intake/index.ts'
import type { Reader } from '../read/index.ts'
import type { Outcome } from './outcome.ts'

/**
 * Item to reading, in this thread. The reader is asked for only where there is an article to read; what goes wrong from
 * then on is the item's own problem and not thrown.
 */
export async function readOne(
  item: Item,
  known: TakeOptions,
  reader: () => Promise<Pick<Reader, 'read'>>,
): Promise<Outcome> {
  const { from, article, refused } = take(item, known)
  if (refused) return refusedOutcome(from, refused)
  const open = await reader()
  try {
    return { from, reading: await open.read(article), problem: null }
  } catch (thrown) {
    const code = thrown instanceof AppError ? thrown.code : 'reader.failed'
    return { from, reading: null, problem: { code, message: `the reader failed on it: ${messageOf(thrown)}` } }
  }
}

/** What comes of an item that intake refused. */
export function refusedOutcome(from: string, { code, message }: NonNullable<Item['refused']>): Outcome {
  return { from, reading: null, problem: { code, message } }
}
