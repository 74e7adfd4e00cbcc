import { parseArgs } from 'node:util'
import { openReader } from '../../src/read/index.ts'
import { hostileItem, tryItem } from './check.ts'

/** `--cases N`, `--from N` to go on, `--no-reader` for intake alone. Stops at the first case that breaks and names it. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      'no-reader': { type: 'boolean', default: false },
    },
  })
  const reader = values['no-reader']
    ? null
    : await openReader(process.env.RUBICON_MODEL ? { modelPath: process.env.RUBICON_MODEL } : {})
  const first = Number(values.from)
  const last = first + Number(values.cases) - 1
  let refused = 0
  let slowest = { ms: 0, number: 0 }
  for (let number = first; number <= last; number += 1) {
    const item = hostileItem(number)
    const trial = await tryItem(item, reader ? (article) => reader.read(article) : undefined)
    if (trial.refused !== null) refused += 1
    const ms = trial.ms / Math.max(1, trial.letters / 10_000)
    if (ms > slowest.ms) slowest = { ms, number }
    if (ms > 1000) throw new Error(`${item.from}: ${Math.round(ms)} ms for 10,000 letters`)
    if (number % 500 === 0)
      console.error(
        `${number} of ${last}, ${refused} refused, slowest case ${slowest.number}: ${Math.round(slowest.ms)} ms for 10,000 letters`,
      )
  }
  await reader?.close()
  console.log(
    `${last - first + 1} cases: none broke, ${refused} refused in one line, slowest case ${slowest.number}: ${Math.round(slowest.ms)} ms for 10,000 letters`,
  )
  return 0
}
