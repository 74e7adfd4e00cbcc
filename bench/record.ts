import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Reading } from '../src/codebook/index.ts'
import { openRecord, openRecorder } from '../src/record/index.ts'
import { askAll, line, type Taken, timed } from './ask-record.ts'
import { syntheticReadings } from './record-readings.ts'

// Budgets, at 1,000,000 reports: a page of any question within 50 ms (p95), joining a new article within 20 ms.
// What is over its budget makes the exit code 1.
const ARTICLE_MS = 20
const TOGETHER = 64
/** So many reports are a stretch, each with its own rate: a cost that grows with the record shows. */
const STRETCH = 10_000

/**
 * Record synthetic reports and time a page of each question.
 *
 * `--reports N` as many (default 10,000), `--skip N` without the first N articles, `--record FILE` into a file that stays,
 * `--no-ask` without the questions. `--reports 0` asks what is there.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      reports: { type: 'string', default: '10000' },
      skip: { type: 'string', default: '0' },
      record: { type: 'string' },
      'no-ask': { type: 'boolean', default: false },
    },
  })
  const wanted = Number(values.reports)
  const path = values.record ?? join(tmpdir(), `rubicon-bench-${process.pid}.db`)
  const db = await openRecord(path)
  const recorder = openRecorder(db)
  const generator = syntheticReadings(1)
  const n = (number: number) => Math.round(number).toLocaleString('en-US')
  for (let n = 0; n < Number(values.skip); n += 1) generator.next()
  const last = await db.selectFrom('revision').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const began = Date.parse(last?.at ?? '2020-02-01T00:00:00.000Z') + 1
  const [start, before] = [performance.now(), process.cpuUsage()]
  const taken: Taken[] = []
  let [reports, articles] = [0, 0]
  let [told, stretch]: [number, Taken[]] = [0, []]
  while (reports < wanted) {
    const batch = Array.from({ length: TOGETHER }, () => (generator.next() as IteratorYieldResult<Reading>).value)
    const at = new Date(began + articles * 10).toISOString()
    const dossier = articles % (4 * TOGETHER) < 3 * TOGETHER ? 'North' : 'South'
    const { wall, cpu } = await timed(async () => {
      const done = await recorder.record(batch, { at, dossier })
      reports += done.reduce((sum, d) => sum + d.reports, 0)
    })
    const each = { wall: wall / TOGETHER, cpu: cpu / TOGETHER }
    taken.push(each)
    stretch.push(each)
    articles += TOGETHER
    if (Math.floor(reports / STRETCH) > told) {
      told = Math.floor(reports / STRETCH)
      line(`an article, up to ${n(reports)} reports`, stretch, ARTICLE_MS)
      stretch = []
    }
  }
  const { user, system } = process.cpuUsage(before)
  const whole = await db
    .selectFrom('report')
    .select((eb) => eb.fn.max('key').as('n'))
    .executeTakeFirst()
  console.log(
    `${n(whole?.n ?? 0)} reports in the record, ${n(reports)} of ${n(articles)} articles recorded now; ${n(reports / ((performance.now() - start) / 1000))} a second by the clock, ${n(reports / ((user + system) / 1e6))} a second of processor; ${n(process.memoryUsage().rss / 1e6)} MB; ${process.version}`,
  )
  let over = taken.length > 0 ? line('an article, recorded and joined', taken.slice(-200), ARTICLE_MS) : 0
  if (!values['no-ask']) over += await askAll(db)
  await db.destroy()
  if (values.record === undefined) for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  return over === 0 ? 0 : 1
}
