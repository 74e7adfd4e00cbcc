import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../src/base/index.ts'
import { type Article, Reading } from '../../src/codebook/index.ts'
import { type Item, take } from '../../src/intake/index.ts'
import { mutated, randomOf } from './mutate.ts'

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../samples', name), 'utf8')
const GOLDEN = join(import.meta.dirname, '../golden')
const stories = (): string[] =>
  readdirSync(GOLDEN)
    .map((name) => join(GOLDEN, name, 'article.txt'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'))
const SEEDS: readonly { readonly form: Item['form']; readonly text: string }[] = [
  { form: 'file', text: sample('basra-strike.txt') },
  { form: 'page', text: sample('ferry-blockade.html') },
  ...sample('nile-dam.jsonl')
    .trim()
    .split('\n')
    .map((text) => ({ form: 'json' as const, text })),
  ...stories().map((text) => ({ form: 'file' as const, text })),
]

/**
 * One hostile item; the number fixes it. Most are a stretch of some hundred letters, some whole, some 10,000 letters long. Some keep their
 * letters, some are wounded again as bytes.
 */
export function hostileItem(number: number): Item {
  const random = randomOf(number)
  const whole = SEEDS[Math.floor(random() * SEEDS.length)]!
  const size = random()
  const seed = { form: whole.form, text: whole.form === 'json' ? whole.text : sized(whole.text, size, random) }
  const most = size < SMALL ? 6 : 12
  const text =
    seed.form === 'json' && random() < 0.7 ? woundedInside(seed.text, size, random) : mutated(seed.text, random, most)
  if (random() < 0.7) return { from: `case ${number}`, form: seed.form, content: text }
  const bytes = Buffer.from(text, random() < 0.2 ? 'utf16le' : random() < 0.3 ? 'latin1' : 'utf8')
  for (let i = Math.floor(random() * 4); i > 0; i -= 1)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  return { from: `case ${number}`, form: seed.form, content: bytes }
}

const SMALL = 0.97
const WHOLE = 0.99

/** A stretch of 200 to 800 letters, the whole, or the whole again and again up to 10,000 letters. */
function sized(text: string, size: number, random: () => number): string {
  if (size >= WHOLE) return text.repeat(Math.ceil(10_000 / text.length)).slice(0, 10_000)
  if (size >= SMALL) return text
  const length = 200 + Math.floor(random() * 600)
  const start = Math.floor(random() * Math.max(1, text.length - length))
  return text.slice(start, start + length)
}

/** A line that is still JSON, with wounds in the words of its fields. */
function woundedInside(line: string, size: number, random: () => number): string {
  const fields = Object.entries(JSON.parse(line) as Record<string, string>)
  const wounded = (key: string, value: string): string => {
    if (key === 'text') return mutated(sized(value, size, random), random, size < SMALL ? 6 : 12)
    return key !== 'kind' && random() < 0.1 ? mutated(value, random) : value
  }
  return JSON.stringify(Object.fromEntries(fields.map(([key, value]) => [key, wounded(key, value)])))
}

type ReadArticle = (article: Article) => Promise<Reading>
/** Milliseconds of work this process has done: what others do on the machine does not count. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

type Trial = { readonly ms: number; readonly letters: number; readonly refused: string | null }

/** What must hold of any input; throws, with the case, where it does not. */
export async function tryItem(item: Item, read?: ReadArticle): Promise<Trial> {
  const began = spent()
  const { article, refused } = take(item)
  if (refused) {
    // `intake.failed` is what take() makes of an error nobody thought of.
    if (!(refused instanceof AppError) || refused.code === 'intake.failed')
      throw new Error(`${item.from}: ${refused.message}`, { cause: refused.cause })
    if (/[\r\n]/.test(refused.message)) throw new Error(`${item.from}: the refusal is not one line: ${refused.message}`)
    return { ms: spent() - began, letters: item.content.length, refused: refused.code }
  }
  const end = article.text.length
  let last = 0
  for (const { start, end: until } of article.skipped) {
    if (start < last || until <= start || until > end)
      throw new Error(`${item.from}: skipped ${start} to ${until} of ${end}`)
    last = until
  }
  if (read) checkReading(Reading.parse(await read(article)), article, item.from)
  return { ms: spent() - began, letters: item.content.length, refused: null }
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
