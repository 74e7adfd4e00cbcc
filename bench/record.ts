import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reading } from '../src/codebook/index.ts'
import { openRecord, openRecorder } from '../src/record/index.ts'
import { questions } from './record-questions.ts'
import { syntheticReadings } from './record-readings.ts'

// Budgets, at 1,000,000 reports: a page of any question within 50 ms (p95), joining a new article within 20 ms.
// What is over its budget makes the exit code 1.
const PAGE_MS = 50
const ARTICLE_MS = 20
const ASKED = 40

/** `N [FILE] [last]`: N reports into FILE, which stays; without FILE into one that goes. `last`: ask at the end only. */
export async function main(args: readonly string[]): Promise<number> {
  const wanted = Number(args[0] ?? 10_000)
  const path = args[1] ?? join(tmpdir(), `rubicon-bench-${process.pid}.db`)
  const db = await openRecord(path)
  const recorder = openRecorder(db)
  const generator = syntheticReadings(1)
  let reports = 0
  let articles = 0
  let over = 0
  const marks = args[2] === 'last' ? [] : [10_000, 100_000, 1_000_000].filter((mark) => mark <= wanted)
  if (!marks.includes(wanted)) marks.push(wanted)

  console.log(`recording into ${path}, ${process.version}`)
  for (const mark of marks) {
    const [began, before, worked] = [performance.now(), reports, process.cpuUsage()]
    const from = articles
    const times: number[] = []
    while (reports < mark) {
      const batch: Reading[] = []
      for (let i = 0; i < 16; i += 1) batch.push((generator.next() as IteratorYieldResult<Reading>).value)
      const start = performance.now()
      const done = await recorder.record(batch, {
        at: new Date(Date.parse('2020-02-01T00:00:00Z') + articles * 10).toISOString(),
        dossier: articles % 64 < 48 ? 'North' : 'South',
      })
      times.push((performance.now() - start) / batch.length)
      articles += batch.length
      reports += done.reduce((sum, d) => sum + d.reports, 0)
    }
    const seconds = (performance.now() - began) / 1000
    console.log(
      `\n${reports.toLocaleString('en-US')} reports of ${articles.toLocaleString('en-US')} articles; ${Math.round((reports - before) / seconds).toLocaleString('en-US')} reports a second, ${Math.round(process.memoryUsage().rss / 1e6)} MB; ${(cpuMs(worked) / (articles - from)).toFixed(1)} ms of processor an article`,
    )
    over += line('an article, recorded and joined', times.slice(-200), ARTICLE_MS)
    const ids = (await db.selectFrom('event').select('id').orderBy('key', 'desc').limit(500).execute()).map((e) => e.id)
    for (const [name, ask] of Object.entries(questions(ids, Math.max(1, Math.floor((articles / 90_000) * 1500))))) {
      for (let n = 0; n < 3; n += 1) await ask(db, n)
      const taken: number[] = []
      for (let n = 0; n < ASKED; n += 1) {
        const start = performance.now()
        await ask(db, n)
        taken.push(performance.now() - start)
      }
      over += line(name, taken, PAGE_MS)
    }
  }
  await db.destroy()
  if (args[1] === undefined) for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  return over === 0 ? 0 : 1
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

function line(name: string, times: readonly number[], budget: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const late = at(0.95) > budget
  console.log(
    `  ${name.padEnd(34)} p50 ${at(0.5).toFixed(1).padStart(7)} ms   p95 ${at(0.95).toFixed(1).padStart(7)} ms${late ? `   over ${budget} ms` : ''}`,
  )
  return late ? 1 : 0
}
