import type { World } from './command.ts'

/** A bar on stderr with rate and time left; a line every ten seconds where stderr is no terminal. */
export type Bar = { step(): void; clear(): void; end(): void }

/** `total` may be unknown: then the bar only counts. `now` is in milliseconds. */
export function openBar(stderr: World['stderr'], total: number | null, now: () => number): Bar {
  const began = now()
  let done = 0
  let drawn = 0
  const line = () => {
    const seconds = Math.max(0.001, (now() - began) / 1000)
    const rate = done / seconds
    const counted =
      total === null
        ? done.toLocaleString('en-US')
        : `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`
    const left = total === null || done < 2 ? '' : `, ${timeWords(Math.max(0, total - done) / rate)} left`
    const share = total ? Math.min(1, done / total) : 0
    const bar = total === null ? '' : `▕${'█'.repeat(Math.round(24 * share)).padEnd(24)}▏ `
    return `${bar}${counted}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en-US')} a second${left}`
  }
  const clear = () => {
    if (stderr.isTTY) stderr.write('\r\x1b[2K')
  }
  return {
    step() {
      done += 1
      if (now() - drawn < (stderr.isTTY ? 150 : 10_000)) return
      drawn = now()
      stderr.write(stderr.isTTY ? `\r\x1b[2K${line()}` : `${line()}\n`)
    },
    clear,
    end: clear,
  }
}

/** "40 s", "3 min 5 s", "2 h 10 min". */
export function timeWords(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  return whole < 3600
    ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
