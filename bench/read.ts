import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readItems } from '../src/flow/index.ts'
import type { Item } from '../src/intake/index.ts'
import { openReader } from '../src/read/index.ts'
import { benchArticle } from './article.ts'

/** What must be reached on two cores; the run fails past it. */
const BUDGET = { articlesASecond: 7, firstReadingMs: 2000, memoryMb: 700, growthMb: 60 }

async function* articles(count: number): AsyncGenerator<Item> {
  for (let n = 1; n <= count; n += 1)
    yield { from: `article ${n}`, form: 'json', content: JSON.stringify(benchArticle(n)) }
}

/** Articles of 800 words a second over all workers, after a warm-up, with the memory at the half and at the end. */
async function stream(count: number, workers: number): Promise<{ rate: number; halfMb: number; endMb: number }> {
  const warm = workers * 4
  let read = 0
  let began = 0
  let halfMb = 0
  let endMb = 0
  let endMs = 0
  for await (const { problem } of readItems(articles(warm + count), {
    known: {},
    workers,
    articleSeconds: 300,
    openReader,
    ...(process.env.RUBICON_MODEL && { modelPath: process.env.RUBICON_MODEL }),
  })) {
    if (problem) throw new Error(problem.message)
    read += 1
    if (read === warm) began = performance.now()
    if (read === warm + Math.floor(count / 2)) halfMb = memoryMb()
    if (read === warm + count) {
      // Before the workers end and give their memory back.
      endMs = performance.now()
      endMb = memoryMb()
    }
  }
  return { rate: count / ((endMs - began) / 1000), halfMb, endMb }
}

function memoryMb(): number {
  return process.memoryUsage().rss / 1e6
}

/** From the command to its exit with one reading, the best of `runs`. */
function firstReading(runs: number): number {
  const path = join(tmpdir(), 'rubicon-bench.txt')
  writeFileSync(path, benchArticle(0).text)
  const times = Array.from({ length: runs }, () => {
    const began = performance.now()
    const { status, stderr } = spawnSync(process.execPath, [
      join(import.meta.dirname, '../bin/rubicon.js'),
      'read',
      path,
      '--format',
      'jsonl',
    ])
    if (status !== 0) throw new Error(String(stderr))
    return performance.now() - began
  })
  return Math.min(...times)
}

/** `--articles N` (default 200), `--workers N` (default: one a core, 2 at most, as the budget is for two). */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: 'string', default: '200' },
      workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    },
  })
  const [count, workers] = [Number(values.articles), Number(values.workers)]
  const first = firstReading(3)
  const { rate, halfMb, endMb } = await stream(count, workers)
  const lines: readonly (readonly [what: string, value: number, unit: string, good: boolean, budget: string])[] = [
    ['first reading, command to exit', first, 'ms', first <= BUDGET.firstReadingMs, `≤ ${BUDGET.firstReadingMs}`],
    [
      `articles of 800 words, ${workers} workers`,
      rate,
      'a second',
      rate >= BUDGET.articlesASecond,
      `≥ ${BUDGET.articlesASecond}`,
    ],
    ['memory at the end', endMb, 'MB', endMb <= BUDGET.memoryMb, `≤ ${BUDGET.memoryMb}`],
    [
      `memory grown over the last ${Math.ceil(count / 2)} articles`,
      endMb - halfMb,
      'MB',
      endMb - halfMb <= BUDGET.growthMb,
      `≤ ${BUDGET.growthMb}`,
    ],
  ]
  for (const [what, value, unit, good, budget] of lines)
    console.log(`${good ? 'ok  ' : 'PAST'} ${what}: ${value.toFixed(1)} ${unit} (budget ${budget})`)
  return lines.every(([, , , good]) => good) ? 0 : 1
}
