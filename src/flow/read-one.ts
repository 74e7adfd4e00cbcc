import { AppError, messageOf } from '../base/index.ts'
import { type Item, type TakeOptions, take } from '../intake/index.ts'
import type { Reader } from '../read/index.ts'
import type { Outcome } from './outcome.ts'

/** Item to reading, in this thread. Never throws: what goes wrong is the item's own problem. */
export async function readOne(item: Item, known: TakeOptions, reader: Pick<Reader, 'read'>): Promise<Outcome> {
  const { from, article, refused } = take(item, known)
  if (refused) return { from, reading: null, problem: { code: refused.code, message: refused.message } }
  try {
    return { from, reading: await reader.read(article), problem: null }
  } catch (thrown) {
    const code = thrown instanceof AppError ? thrown.code : 'reader.failed'
    return { from, reading: null, problem: { code, message: `the reader failed on it: ${messageOf(thrown)}` } }
  }
}
