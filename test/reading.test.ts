import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Article, Reading, type Span } from '../src/codebook/index.ts'
import { take } from '../src/intake/index.ts'
import { openReader, type Reader } from '../src/read/index.ts'
import { articleOf } from './fast-model.ts'

const GOLDEN = join(import.meta.dirname, 'golden')
const stories = readdirSync(GOLDEN)
  .map((name) => join(GOLDEN, name, 'article.txt'))
  .filter(existsSync)
  .map((path) => readFileSync(path, 'utf8'))

let reader: Reader
beforeAll(async () => {
  reader = await openReader()
})
afterAll(() => reader?.close())

/** Every span of a reading with its place in it: `attributions[0].cue`. */
function spansOf(reading: Reading): (readonly [path: string, span: Span])[] {
  const found: (readonly [string, Span])[] = []
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { start, end, text } = value as Partial<Span>
    if (start !== undefined && end !== undefined && text !== undefined) found.push([path, { start, end, text }])
    for (const [key, one] of Object.entries(value)) walk(one, `${path}.${key}`)
  }
  for (const part of ['mentions', 'attributions', 'events', 'relations', 'times'] as const) walk(reading[part], part)
  return found
}

const isSkipped = (article: Article, span: Span): boolean =>
  article.skipped.some((s) => s.start < span.end && span.start < s.end)

/** Whatever holds of any reading. */
function expectSound(reading: Reading, article: Article): void {
  expect(Reading.safeParse(reading).error).toBeUndefined()
  expect(reading.article.text).toBe(article.text)
  const wrong = spansOf(reading).filter(
    ([, s]) => s.end <= s.start || s.text !== article.text.slice(s.start, s.end) || isSkipped(article, s),
  )
  expect(wrong).toEqual([])
  const ids = (all: readonly { readonly id: string }[]): string[] => all.map((x) => x.id)
  const known = (all: readonly (string | null)[], among: readonly { readonly id: string }[]): void =>
    expect(all.filter((id) => id !== null && !ids(among).includes(id))).toEqual([])
  const { entities, mentions, attributions, events, relations, times, places } = reading
  for (const all of [entities, mentions, attributions, events, relations, times, places])
    expect(new Set(ids(all)).size).toBe(all.length)
  known(
    mentions.map((m) => m.entity),
    entities,
  )
  known(
    [...attributions.flatMap((a) => [a.speaker, a.channel.through]), ...relations.flatMap((r) => [r.head, r.tail])],
    entities,
  )
  known(
    places.map((p) => p.mention),
    mentions,
  )
  known(
    events.map((e) => e.place),
    places,
  )
  known(
    events.map((e) => e.time),
    times,
  )
  known([...attributions.map((a) => a.within), ...[...events, ...relations].flatMap((x) => x.saidBy)], attributions)
  for (const e of entities) expect(e.mentions).toEqual(ids(mentions.filter((m) => m.entity === e.id)))
  for (const party of events.flatMap((e) => [...e.actors, ...e.recipients]))
    expect(mentions.find((m) => m.id === party.mention)?.entity).toBe(party.entity)
  const inOrder = (starts: readonly number[]): void => expect(starts).toEqual([...starts].sort((a, b) => a - b))
  inOrder(reading.sentences.map((s) => s.start))
  inOrder(mentions.map((m) => m.start))
  inOrder(entities.map((e) => mentions.findIndex((m) => m.id === e.mentions[0])))
  inOrder(attributions.map((a) => Math.min(...a.content.map((c) => c.start))))
  for (const a of attributions) inOrder(a.content.map((c) => c.start))
  inOrder(events.map((e) => e.trigger.start))
  inOrder(relations.map((r) => r.evidence.start))
  inOrder(times.map((t) => t.start))
  inOrder(places.map((p) => mentions.findIndex((m) => m.id === p.mention)))
}

/** A reading without offsets: what was found, in words. */
const words = (reading: Reading): string =>
  JSON.stringify({ ...reading, article: null, sentences: null, skipped: null }, (key, value) =>
    key === 'start' || key === 'end' ? undefined : typeof value === 'string' ? value.replace(/\s+/g, ' ') : value,
  )

describe('the golden stories', () => {
  test('are read soundly, without their furniture', async () => {
    for (const content of stories) {
      const { article } = take({ from: 'story', form: 'file', content })
      expect(article?.skipped.length).toBeGreaterThan(0)
      const reading = await reader.read(article!)
      expectSound(reading, article!)
      expect(reading.attributions.length).toBeGreaterThan(4)
      expect(reading.events.length).toBeGreaterThan(4)
    }
  })

  test('the same article twice gives the same bytes', async () => {
    const article = articleOf(stories[0]!)
    const [first, , second] = [
      await reader.read(article),
      await reader.read(articleOf(stories[1]!)),
      await reader.read(article),
    ]
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
  })

  test('white space in front moves every span and changes nothing else', async () => {
    const text = stories[2]!
    const before = '\n \u00a0\n'
    const [plain, moved] = [await reader.read(articleOf(text)), await reader.read(articleOf(before + text))]
    const back = JSON.stringify({ ...moved, article: null }, (key, value) =>
      key === 'start' || key === 'end' ? value - before.length : value,
    )
    expect(back).toBe(JSON.stringify({ ...plain, article: null }))
  })

  test('Windows line ends change offsets alone', async () => {
    for (const text of stories.slice(2, 5)) {
      const article = articleOf(text.replaceAll('\n', '\r\n'))
      const reading = await reader.read(article)
      expectSound(reading, article)
      expect(words(reading)).toBe(words(await reader.read(articleOf(text))))
    }
  })

  test('a stretch that is skipped holds no finding', async () => {
    const text = stories[0]!
    const skipped = ['“They were', '“We asked'].map((words) => {
      const start = text.indexOf(words)
      return { start, end: text.indexOf('\n', start), why: 'page-furniture' }
    })
    const reading = await reader.read(articleOf(text, { skipped }))
    expectSound(reading, articleOf(text, { skipped }))
    expect(reading.skipped).toEqual(skipped)
    expect(reading.entities.map((e) => e.name)).not.toContain('Amal Idris')
  })
})

describe('odd texts', () => {
  test.each(['', ' ', '\n\n', '.', '“', '”“', '\ud800', '\u2028', '\u0301', '😀', '“”', 'said', '\ufeff', '\0', '‎‏'])(
    '%j is read without a finding that does not fit',
    async (text) => {
      expectSound(await reader.read(articleOf(text)), articleOf(text))
    },
  )

  const piece = fc.constantFrom(
    'Ana Weidt said ',
    'the army shelled Kesra ',
    '“We will not leave,” ',
    'she told reporters. ',
    'on Monday',
    'İstanbul ',
    'Ōta’s ',
    'São Tome\u0301 ',
    '😀',
    '👩🏽‍⚕️ ',
    '\u0301',
    '\ud83d',
    '\udc00',
    '\r\n',
    '\n\n',
    '\u00a0',
    '\u2028',
    '\u200f',
    'قال الوزير. ',
    '“',
    '”',
    "'",
    '\0',
    '. ',
    '12,000 people were killed ',
    'ﬁ',
    'ẞ',
    '𝐀𝐫𝐦𝐲 ',
    '\ufeff',
    '\t',
  )

  test('of any pieces of text: offsets exact, ids whole, lists in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), async (pieces) => {
        const article = articleOf(pieces.join(''))
        expectSound(await reader.read(article), article)
      }),
      { numRuns: 60 },
    )
  })

  test('letters outside the first plane move what stands behind them', async () => {
    const article = articleOf('😀😀 “We will not leave,” Maria Okafor told reporters on Monday.')
    const [said] = (await reader.read(article)).attributions
    expect(said?.content.map((c) => c.text)).toEqual(['“We will not leave,”'])
    expect(said?.source?.text).toBe('Maria Okafor')
  })

  test('a line of 20 kB is read within two seconds, or on a slow machine in twice the time of its parts', async () => {
    const clock = async (texts: readonly string[]): Promise<number> => {
      const began = performance.now()
      for (const text of texts) expectSound(await reader.read(articleOf(text)), articleOf(text))
      return performance.now() - began
    }
    const line = Array(3).fill(stories.join(' ').replace(/\s+/g, ' ')).join(' ').slice(0, 20_000)
    const parts = line.match(/.{1,2000}/g) ?? []
    const apart = await clock(parts)
    expect(await clock([line])).toBeLessThan(Math.max(2000, 2 * apart))
  })

  test.each([
    ['words without an end of a sentence', 'the army of Sudan said '.repeat(200)],
    ['opening marks', '“'.repeat(2000)],
    ['straight marks', '" '.repeat(2000)],
    ['single marks', "' ‘".repeat(1000)],
    ['one word', 'x'.repeat(20_000)],
    ['one claim inside another', '“He said “she said '.repeat(200)],
  ])('nothing but %s', async (_name, text) => {
    expectSound(await reader.read(articleOf(text)), articleOf(text))
  })
})
