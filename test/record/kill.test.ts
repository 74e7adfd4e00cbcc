import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { seeded, syntheticReadings } from '../../bench/record-readings.ts'
import { checkRecord, openRecord } from '../../src/record/index.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'rubicon-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const KILLS = 50
const ARTICLES = 160

/** Start the child, kill it after `ms` (never where null), and give back the articles it said it had recorded. */
function runChild(record: string, readings: string, ms: number | null): Promise<{ said: string[]; killed: boolean }> {
  const child = spawn(process.execPath, [here('./kill-child.mjs'), record, readings], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  let timer: NodeJS.Timeout | undefined
  child.stdout.on('data', (piece) => {
    // The clock starts with the first word: what is to be killed is the recording, not the start of Node.
    if (out === '' && ms !== null) timer = setTimeout(() => child.kill('SIGKILL'), ms)
    out += piece
  })
  return new Promise((resolve) =>
    child.on('close', (_code, signal) => {
      clearTimeout(timer)
      resolve({
        said: [...out.matchAll(/^(a[0-9a-f]{12}) \w+$/gm)].map((m) => m[1] ?? ''),
        killed: signal === 'SIGKILL',
      })
    }),
  )
}

test.skipIf(!existsSync(here('../../dist/record/index.js')))(
  `killed ${KILLS} times at random moments, it loses no article it named and records none twice`,
  { timeout: 240_000 },
  async () => {
    const readings = [...take(syntheticReadings(7), ARTICLES)]
    const file = join(folder, 'readings.jsonl')
    const record = join(folder, 'rubicon.db')
    writeFileSync(file, readings.map((r) => `${JSON.stringify(r)}\n`).join(''))

    const random = seeded(11)
    const named = new Set<string>()
    let kills = 0
    for (let round = 0; kills < KILLS && round < 4 * KILLS; round += 1) {
      const { said, killed } = await runChild(record, file, Math.floor(random() * 80))
      if (killed) kills += 1
      for (const article of said) named.add(article)
      const db = await openRecord(record)
      const held = await db.selectFrom('article').select('public_id').execute()
      await db.destroy()
      const ids = held.map((a) => a.public_id)
      expect([...named].filter((id) => !ids.includes(id))).toEqual([])
      expect(new Set(ids).size).toBe(ids.length)
      // Once all is in, there is nothing left to interrupt: begin again from nothing.
      if (ids.length === ARTICLES && kills < KILLS) {
        for (const end of ['', '-wal', '-shm']) rmSync(record + end, { force: true })
        named.clear()
      }
    }
    expect(kills).toBe(KILLS)

    const whole = join(folder, 'whole.db')
    await runChild(record, file, null)
    await runChild(whole, file, null)
    const [after, once] = [await openRecord(record), await openRecord(whole)]
    const { faults, counts } = await checkRecord(after)
    expect(faults).toEqual([])
    expect(counts).toEqual((await checkRecord(once)).counts)
    await Promise.all([after.destroy(), once.destroy()])
  },
)

function* take<T>(source: Iterable<T>, n: number): Generator<T> {
  let left = n
  for (const value of source) {
    if (left-- <= 0) return
    yield value
  }
}
