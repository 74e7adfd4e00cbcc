import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import key from './key.json' with { type: 'json' }

const samples = resolve(import.meta.dirname, '../../../samples/january-2020')
const texts = new Map<string, string>()
for (const file of readdirSync(samples)) {
  const raw = readFileSync(join(samples, file), 'utf8')
  if (file.endsWith('.txt')) texts.set(file, raw)
  if (file.endsWith('.html')) texts.set(file, withoutTags(raw))
  if (!file.endsWith('.jsonl')) continue
  for (const line of raw.split('\n').filter((line) => line !== '')) {
    const item = JSON.parse(line) as { id: string; title?: string; text: string }
    texts.set(`${file}#${item.id}`, item.title === undefined ? item.text : `${item.title}\n\n${item.text}`)
  }
}

type Quote = { readonly file: string; readonly excerpt: string }
const quotes: Record<string, readonly Quote[]> = {
  events: key.events.flatMap(({ reports }) => reports),
  statements: key.statements.flatMap(({ file, content }) => content.map((excerpt) => ({ file, excerpt }))),
  wordsAndDeeds: key.wordsAndDeeds.flatMap(({ reports }) => reports),
  relations: key.relations.map(({ file, evidence }) => ({ file, excerpt: evidence })),
  traps: key.traps,
  furniture: key.furniture,
}

describe('the key of the January 2020 dossier', () => {
  test.each(Object.keys(quotes))('every excerpt of %s stands exactly once in its file', (part) => {
    const wrong = (quotes[part] ?? []).filter(({ file, excerpt }) => occurrences(texts.get(file) ?? '', excerpt) !== 1)
    expect(wrong).toEqual([])
  })

  test('the trigger stands exactly once in the excerpt', () => {
    const triggers = key.events.flatMap(({ reports }) => reports)
    const traps = key.traps.map(({ excerpt, word }) => ({ excerpt, trigger: word }))
    expect([...triggers, ...traps].filter(({ excerpt, trigger }) => occurrences(excerpt, trigger) !== 1)).toEqual([])
  })

  test('no trigger is given to two events', () => {
    const places = key.events.flatMap(({ reports }) => reports.map(triggerPlace))
    expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([])
  })

  test('ids are used once, and every id that is named exists', () => {
    const events = key.events.map(({ id }) => id)
    expect(new Set(events).size).toBe(events.length)
    const named = [
      ...key.disputes.map(({ event }) => event),
      ...key.wordsAndDeeds.flatMap(({ outcome }) => [outcome.event, outcome.weakCandidate]),
    ]
    expect(named.filter((id) => id != null && !events.includes(id))).toEqual([])
  })

  test('every party, speaker and holder of a relation is an actor of the key', () => {
    const actors = new Set(key.actors.map(({ name }) => name))
    const named = [
      ...key.events.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
      ...key.statements.filter(({ anonymous }) => !anonymous).map(({ speaker }) => speaker),
      ...key.wordsAndDeeds.flatMap(({ actor, against }) => [actor, ...against]),
      ...key.relations.flatMap(({ head, tail }) => [head, tail]),
    ]
    expect(named.filter((name) => !actors.has(name))).toEqual([])
  })

  test('every file of the dossier has its outlet and day, and every file named in the key exists', () => {
    const about = JSON.parse(readFileSync(join(samples, 'dossier.json'), 'utf8')) as Record<string, unknown>
    expect(Object.keys(about).sort()).toEqual([...texts.keys()].filter((file) => !file.includes('#')).sort())
    const named = [
      ...key.disputes.flatMap(({ sides }) => sides.flatMap(({ files }) => files)),
      ...key.nearDuplicates.flatMap(({ original, copies }) => [original, ...copies]),
    ]
    expect(named.filter((file) => !texts.has(file))).toEqual([])
  })
})

/** The words of a page, furniture included, head and scripts left out. */
function withoutTags(page: string): string {
  const named: Record<string, string> = { rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', mdash: '—', middot: '·' }
  return page
    .replace(/<head\b.*?<\/head>|<script\b.*?<\/script>|<style\b.*?<\/style>|<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole)
    .replaceAll('&amp;', '&')
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1
}

function triggerPlace({ file, excerpt, trigger }: Quote & { trigger: string }): string {
  return `${file}:${(texts.get(file) ?? '').indexOf(excerpt) + excerpt.indexOf(trigger)}`
}
