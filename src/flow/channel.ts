/** A queue between two parts of one pipeline that holds only so much: who puts too much waits. */
export type Channel<T> = {
  put(value: T): Promise<void>
  /** No more comes; or the reason why. */
  end(thrown?: unknown): void
  /** What is there, at least one, at most `most`; none at the end. */
  take(most: number): Promise<T[]>
}

/** Open a channel that holds at most `room` values. */
export function openChannel<T>(room: number): Channel<T> {
  const held: T[] = []
  const wake = { put: [] as (() => void)[], take: [] as (() => void)[] }
  let ended = false
  let thrown: unknown
  const rouse = (sleepers: (() => void)[]) => {
    for (const go of sleepers.splice(0)) go()
  }
  return {
    async put(value) {
      while (held.length >= room && !ended) await new Promise<void>((go) => wake.put.push(go))
      held.push(value)
      rouse(wake.take)
    },
    end(reason) {
      ended = true
      thrown = reason
      rouse(wake.take)
      rouse(wake.put)
    },
    async take(most) {
      while (held.length === 0 && !ended) await new Promise<void>((go) => wake.take.push(go))
      if (held.length === 0 && thrown !== undefined) throw thrown
      const taken = held.splice(0, most)
      rouse(wake.put)
      return taken
    },
  }
}
