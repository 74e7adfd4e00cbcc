import { parentPort, workerData } from 'node:worker_threads'
import { AppError, messageOf } from '../base/index.ts'
import type { Item, TakeOptions } from '../intake/index.ts'
import { openReader, type Reader } from '../read/index.ts'
import type { Outcome } from './outcome.ts'
import { readOne } from './read-one.ts'

/** What a worker is told when it starts. */
export type WorkerOrders = {
  readonly known: TakeOptions
  readonly modelPath?: string
  /** Another module whose `openReader` is called in place of the reader's own. */
  readonly readerModule?: string
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'cannot-open'; readonly code: string; readonly message: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }

if (parentPort) await work(parentPort, workerData as WorkerOrders)

async function work(port: NonNullable<typeof parentPort>, orders: WorkerOrders): Promise<void> {
  const tell = (message: FromWorker) => port.postMessage(message)
  let reader: Reader
  try {
    const open: typeof openReader = orders.readerModule ? (await import(orders.readerModule)).openReader : openReader
    reader = await open({ threads: 1, ...(orders.modelPath !== undefined && { modelPath: orders.modelPath }) })
  } catch (thrown) {
    tell({
      kind: 'cannot-open',
      code: thrown instanceof AppError ? thrown.code : 'reader.start',
      message: messageOf(thrown),
    })
    port.close()
    return
  }
  port.on('message', async (message: Item | 'close') => {
    if (message === 'close') {
      await reader.close()
      port.close()
    } else tell({ kind: 'outcome', outcome: await readOne(message, orders.known, async () => reader) })
  })
  tell({ kind: 'ready' })
}
