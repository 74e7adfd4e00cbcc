import type { Db } from '../src/record/index.ts'
import { questions } from './record-questions.ts'

const ASKED = 40
/** A page of any question, p95; a picture's counts may take what a page of the desk may. */
const PAGE_MS = 50

/** Time a page of each question, each about other actors and days; back comes how many are over their budget. */
export async function askAll(db: Db): Promise<number> {
  const newest = await db.selectFrom('event').select('id').orderBy('key', 'desc').limit(500).execute()
  const { first, last } = await daysIn(db)
  const days = Math.max(1, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000))
  let over = 0
  for (const [name, ask] of Object.entries(
    questions(
      newest.map((e) => e.id),
      first,
      days,
    ),
  )) {
    for (let n = 0; n < 3; n += 1) await ask(db, n)
    const taken: Taken[] = []
    for (let n = 0; n < ASKED; n += 1) taken.push(await timed(() => ask(db, n)))
    over += line(name, taken, PAGE_MS)
  }
  return over
}

async function daysIn(db: Db): Promise<{ first: string; last: string }> {
  const row = await db
    .selectFrom('article')
    .select((eb) => [eb.fn.min('published').as('first'), eb.fn.max('published').as('last')])
    .executeTakeFirstOrThrow()
  return { first: row.first ?? '2016-01-01', last: row.last ?? '2016-01-01' }
}

/** How long something took on the clock, and how much of a processor; on a busy machine only the second tells. */
export type Taken = { readonly wall: number; readonly cpu: number }

/** Time one piece of work. */
export async function timed(work: () => Promise<unknown>): Promise<Taken> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - start, cpu: (user + system) / 1000 }
}

/** Print how long something took, and say 1 where the processor time of 19 in 20 is over the budget. */
export function line(name: string, taken: readonly Taken[], budget: number): number {
  const at = (share: number, of: 'wall' | 'cpu') => {
    const sorted = taken.map((t) => t[of]).sort((a, b) => a - b)
    return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(7)
  }
  const late = Number(at(0.95, 'cpu')) > budget
  console.log(
    `  ${name.padEnd(34)} processor p50 ${at(0.5, 'cpu')} p95 ${at(0.95, 'cpu')} ms   clock p50 ${at(0.5, 'wall')} p95 ${at(0.95, 'wall')} ms${late ? `   over ${budget} ms` : ''}`,
  )
  return late ? 1 : 0
}
