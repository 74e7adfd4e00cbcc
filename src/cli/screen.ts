import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { World } from './command.ts'

/** Whether to colour what goes to stdout: NO_COLOR forbids, FORCE_COLOR asks for it, else a terminal decides. */
export function colourOn({ env, stdout }: World): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return stdout.isTTY === true && env.TERM !== 'dumb'
}

/** The columns of the terminal; 80 where there is none. */
export function columnsOf({ env, stdout }: World): number {
  return stdout.columns ?? (Number(env.COLUMNS) || 80)
}

/** Write, and wait while the reader at the other end is behind. */
export async function written(stream: Writable, text: string): Promise<void> {
  if (text !== '' && !stream.write(text) && !stream.destroyed) await once(stream, 'drain')
}

/** A line on stderr that shows how far a stream is, with its rate and the time left. */
export type Progress = { done(): void; clear(): void; end(problems: number): void }

/** `total` may be unknown; `now` is in milliseconds. Lines are drawn at most five times a second. */
export function openProgress(stderr: World['stderr'], total: number | null, now: () => number): Progress {
  const began = now()
  let count = 0
  let drawn = 0
  let shown = false
  const draw = () => {
    const seconds = (now() - began) / 1000
    const rate = count / Math.max(seconds, 0.001)
    const left = total === null || count < 2 ? '' : `, ${timeWords((total - count) / rate)} left`
    const line = `${count.toLocaleString('en-US')}${total === null ? '' : ` of ${total.toLocaleString('en-US')}`} read, ${rate.toFixed(1)} a second${left}`
    stderr.write(stderr.isTTY ? `\r\x1b[2K${line}` : `${line}\n`)
    drawn = now()
    shown = true
  }
  const clear = () => {
    if (shown && stderr.isTTY) stderr.write('\r\x1b[2K')
  }
  return {
    done() {
      count += 1
      if (now() - drawn > (stderr.isTTY ? 200 : 5000)) draw()
    },
    clear,
    end(problems) {
      clear()
      const seconds = (now() - began) / 1000
      const failed = problems === 0 ? '' : `, ${problems.toLocaleString('en-US')} not read`
      stderr.write(
        `${(count - problems).toLocaleString('en-US')} read${failed} in ${timeWords(seconds)}, ${(count / Math.max(seconds, 0.001)).toFixed(1)} a second\n`,
      )
    },
  }
}

function timeWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
