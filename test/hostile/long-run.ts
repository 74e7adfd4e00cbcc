import { parseArgs } from 'node:util'
import { messageOf } from '../../src/base/index.ts'
import type { Article } from '../../src/codebook/index.ts'
import { openReader } from '../../src/read/index.ts'
import { hostileItem, tryItem } from './check.ts'

/** Milliseconds for 10,000 letters that no case may take, and how often a slow one is tried again at the end, when the machine may be less busy. */
const LIMIT = 1000
const TRIES = 3
const SHOWN = 20

/** `--cases N`, `--from N` to go on, `--no-reader` for intake alone. Cases that break are named; 1 where there are any. */
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
  const read = reader ? (article: Article) => reader.read(article) : undefined
  const first = Number(values.from)
  const last = first + Number(values.cases) - 1
  const broken: string[] = []
  const slow: number[] = []
  let refused = 0
  let letters = 0
  let slowest = { ms: 0, number: 0 }
  for (let number = first; number <= last; number += 1) {
    try {
      const trial = await timed(number, read)
      letters += trial.letters
      if (trial.refused !== null) refused += 1
      if (trial.ms > LIMIT) slow.push(number)
      else if (trial.ms > slowest.ms) slowest = { ms: trial.ms, number }
    } catch (error) {
      broken.push(messageOf(error))
    }
    if (number % 500 === 0)
      console.error(
        `${number} of ${last}, ${broken.length} broke, ${slow.length} slow, ${refused} refused, ${slowOf(slowest)}`,
      )
  }
  for (const number of slow) {
    let ms = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < TRIES && ms > LIMIT; tries += 1) ms = Math.min(ms, (await timed(number, read)).ms)
    if (ms > slowest.ms) slowest = { ms, number }
    if (ms > LIMIT) broken.push(`case ${number}: ${Math.round(ms)} ms for 10,000 letters`)
  }
  await reader?.close()
  for (const what of broken.slice(0, SHOWN)) console.log(what)
  const n = last - first + 1
  console.log(
    `${n} cases from ${first} of ${Math.round(letters / n)} letters on average: ${broken.length || 'none'} broke, ${refused} refused in one line, ${slowOf(slowest)}`,
  )
  return broken.length === 0 ? 0 : 1
}

const slowOf = ({ ms, number }: { readonly ms: number; readonly number: number }): string =>
  `slowest case ${number}: ${Math.round(ms)} ms for 10,000 letters`

/** The trial of a case, with its milliseconds for 10,000 letters. */
async function timed(number: number, read: Parameters<typeof tryItem>[1]): ReturnType<typeof tryItem> {
  const trial = await tryItem(hostileItem(number), read)
  return { ...trial, ms: trial.ms / Math.max(1, trial.letters / 10_000) }
}
