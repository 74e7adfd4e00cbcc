import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../src/base/index.ts'
import { type Article, Reading } from '../../src/codebook/index.ts'
import { type Item, take } from '../../src/intake/index.ts'
import { mutated, randomOf } from './mutate.ts'

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../samples', name), 'utf8')
const SEEDS: readonly { readonly form: Item['form']; readonly text: string }[] = [
  { form: 'file', text: sample('basra-strike.txt') },
  { form: 'page', text: sample('ferry-blockade.html') },
  ...sample('nile-dam.jsonl')
    .trim()
    .split('\n')
    .map((text) => ({ form: 'json' as const, text })),
]

/** One hostile item; the number fixes it. Some keep their letters, some are wounded again as bytes. */
export function hostileItem(number: number): Item {
  const random = randomOf(number)
  const seed = SEEDS[Math.floor(random() * SEEDS.length)]!
  const text = seed.form === 'json' && random() < 0.7 ? woundedInside(seed.text, random) : mutated(seed.text, random)
  if (random() < 0.7) return { from: `case ${number}`, form: seed.form, content: text }
  const bytes = Buffer.from(text, random() < 0.2 ? 'utf16le' : random() < 0.3 ? 'latin1' : 'utf8')
  for (let i = Math.floor(random() * 4); i > 0; i -= 1)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  return { from: `case ${number}`, form: seed.form, content: bytes }
}

/** A line that is still JSON, with wounds in the words of its fields. */
function woundedInside(line: string, random: () => number): string {
  const fields = Object.entries(JSON.parse(line) as Record<string, string>)
  return JSON.stringify(
    Object.fromEntries(
      fields.map(([key, value]) => [
        key,
        key === 'text' || (key !== 'kind' && random() < 0.1) ? mutated(value, random) : value,
      ]),
    ),
  )
}

type ReadArticle = (article: Article) => Promise<Reading>
type Trial = { readonly ms: number; readonly letters: number; readonly refused: string | null }

/** What must hold of any input; throws, with the case, where it does not. */
export async function tryItem(item: Item, read?: ReadArticle): Promise<Trial> {
  const began = performance.now()
  const { article, refused } = take(item)
  if (refused) {
    // `intake.failed` is what take() makes of an error nobody thought of.
    if (!(refused instanceof AppError) || refused.code === 'intake.failed')
      throw new Error(`${item.from}: ${refused.message}`, { cause: refused.cause })
    if (/[\r\n]/.test(refused.message)) throw new Error(`${item.from}: the refusal is not one line: ${refused.message}`)
    return { ms: performance.now() - began, letters: item.content.length, refused: refused.code }
  }
  const end = article.text.length
  let last = 0
  for (const { start, end: until } of article.skipped) {
    if (start < last || until <= start || until > end)
      throw new Error(`${item.from}: skipped ${start} to ${until} of ${end}`)
    last = until
  }
  if (read) checkReading(Reading.parse(await read(article)), article, item.from)
  return { ms: performance.now() - began, letters: item.content.length, refused: null }
}

/** Every span of the reading has the letters that stand there in the article, and every id it names is in it. */
function checkReading(reading: Reading, article: Article, from: string): void {
  const fail = (what: string) => {
    throw new Error(`${from}: ${what}`)
  }
  if (reading.article.text !== article.text) fail('the text was changed')
  const ids = new Set<string>()
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [i, one] of value.entries()) walk(one, `${path}[${i}]`)
    else if (typeof value === 'object' && value !== null) {
      const { start, end, text, id } = value as Record<string, unknown>
      if (typeof id === 'string') ids.add(id)
      if (typeof start === 'number' && typeof end === 'number') {
        if (start < 0 || end < start || end > article.text.length) fail(`${path}: ${start} to ${end}`)
        if (typeof text === 'string' && text !== article.text.slice(start, end)) fail(`${path}: other letters`)
      }
      for (const [key, one] of Object.entries(value)) walk(one, `${path}.${key}`)
    }
  }
  walk({ ...reading, article: {} }, 'reading')
  const named = [
    ...reading.mentions.map((m) => m.entity),
    ...reading.entities.flatMap((e) => e.mentions),
    ...reading.attributions.flatMap((a) => [a.speaker, a.within, a.channel.through]),
    ...reading.events.flatMap((e) => [...e.actors, ...e.recipients].flatMap((p) => [p.entity, p.mention])),
    ...reading.events.flatMap((e) => [e.place, e.time, ...e.saidBy]),
    ...reading.relations.flatMap((r) => [r.head, r.tail, ...r.saidBy]),
  ]
  for (const id of named) if (id !== null && !ids.has(id)) fail(`it names ${id}, which is not in it`)
}
