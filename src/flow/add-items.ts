import { z } from 'zod'
import { Reading } from '../codebook/index.ts'
import { type Item, itemsIn } from '../intake/index.ts'
import type { Outcome } from './outcome.ts'
import { isWarc, warcItems, warcsBelow } from './warc-items.ts'

type Bounds = Parameters<typeof itemsIn>[1]

/** Everything at the paths that `add` takes: what `itemsIn` gives, and the pages of WARC files. */
export async function* allItems(paths: readonly string[], bounds: Bounds): AsyncGenerator<Item> {
  for (const path of paths) {
    if (isWarc(path)) {
      yield* warcItems(path, bounds.maxChars)
      continue
    }
    const warcs = path === '-' ? [] : await warcsBelow(path)
    for await (const item of itemsIn([path], bounds))
      if (item.refused?.code !== 'intake.no-files' || warcs.length === 0) yield item
    for (const warc of warcs) yield* warcItems(warc, bounds.maxChars)
  }
}

/** The reading that a line of JSON already is (`rubicon read --format jsonl` wrote it); null for anything else. */
export function readingIn(item: Item): Outcome | null {
  if (item.form !== 'json') return null
  const text = typeof item.content === 'string' ? item.content : Buffer.from(item.content).toString('utf8')
  if (!/^\s*\{\s*"reading"\s*:/.test(text)) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {
      from: item.from,
      reading: null,
      problem: { code: 'intake.not-json', message: 'not JSON: the line is broken or not one JSON object' },
    }
  }
  const parsed = Reading.safeParse(value)
  if (parsed.success) return { from: item.from, reading: parsed.data, problem: null }
  const [first] = z.prettifyError(parsed.error).split('\n')
  return {
    from: item.from,
    reading: null,
    problem: { code: 'intake.not-a-reading', message: `not a reading: ${first}` },
  }
}
