import { Worker } from 'node:worker_threads'
import { AppError, messageOf } from '../base/index.ts'
import type { Item, TakeOptions } from '../intake/index.ts'
import type { Outcome } from './outcome.ts'
import { refusedOutcome } from './read-one.ts'
import type { FromWorker, WorkerOrders } from './worker.ts'

type Job = {
  readonly item: Item
  readonly done: (outcome: Outcome) => void
  readonly failed: (error: AppError) => void
}
type Slot = { readonly worker: Worker; job: Job | null; ready: boolean; why: string; timer: NodeJS.Timeout | undefined }

export type Pool = {
  readonly size: number
  /** Rejects only where no reader could be opened at all. */
  read(item: Item): Promise<Outcome>
  close(): Promise<void>
}

/**
 * Worker threads with a reader each, started when they are first needed. A worker that dies, or takes longer than
 * `seconds`, fails the article it had and is replaced; the others go on.
 */
export function openPool(
  options: WorkerOrders & { readonly size: number; readonly seconds: number; readonly known: TakeOptions },
): Pool {
  const { size, seconds, ...orders } = options
  const slots = new Set<Slot>()
  const queue: Job[] = []
  let closing = false
  let broken: AppError | null = null

  function give(slot: Slot): void {
    const job = slot.ready ? queue.shift() : undefined
    if (!job) return
    slot.job = job
    slot.timer = setTimeout(() => {
      slot.why = `it took longer than ${seconds} s (setting articleSeconds)`
      void slot.worker.terminate()
    }, seconds * 1000)
    slot.worker.postMessage(job.item)
  }

  function start(): void {
    // Under a test runner this file is TypeScript still; the worker is always the built one.
    const built = import.meta.url.endsWith('.ts') ? '../../dist/flow/worker.js' : './worker.js'
    const worker = new Worker(new URL(built, import.meta.url), {
      workerData: orders,
      // A small nursery: what one article leaves behind is swept before the next has piled up on it.
      resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 },
    })
    const slot: Slot = { worker, job: null, ready: false, why: 'the reader stopped', timer: undefined }
    slots.add(slot)
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') slot.ready = true
      else if (message.kind === 'cannot-open') return stop(new AppError(message.code, message.message))
      else finish(slot, (job) => job.done(message.outcome))
      give(slot)
    })
    worker.on('error', (error) => {
      slot.why = messageOf(error)
    })
    worker.on('exit', () => {
      slots.delete(slot)
      finish(slot, ({ item, done }) =>
        done({
          from: item.from,
          reading: null,
          problem: { code: 'reader.crashed', message: `the reader failed on it: ${slot.why}` },
        }),
      )
      if (!slot.ready && !closing && !broken)
        stop(new AppError('reader.start', `the reader could not be started: ${slot.why}`))
      if (queue.length > 0 && !closing) start()
    })
  }

  function finish(slot: Slot, then: (job: Job) => void): void {
    clearTimeout(slot.timer)
    const job = slot.job
    slot.job = null
    if (job) then(job)
  }

  function stop(error: AppError): void {
    broken = error
    for (const job of queue.splice(0)) job.failed(error)
  }

  return {
    size,
    async read(item) {
      if (item.refused) return refusedOutcome(item.from, item.refused)
      if (broken) throw broken
      return new Promise<Outcome>((done, failed) => {
        queue.push({ item, done, failed })
        const idle = [...slots].find((slot) => slot.ready && !slot.job)
        if (idle) give(idle)
        else if (slots.size < size) start()
      })
    },
    async close() {
      closing = true
      await Promise.all([...slots].map(({ worker, job }) => leave(worker, job === null)))
    },
  }
}

/** An idle worker closes its reader and ends; a busy one, or one that lingers, is ended. */
async function leave(worker: Worker, idle: boolean): Promise<void> {
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  if (idle) worker.postMessage('close')
  const timer = setTimeout(() => void worker.terminate(), idle ? 2000 : 0)
  await gone
  clearTimeout(timer)
}
