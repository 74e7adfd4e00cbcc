import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type Article,
  type Entity,
  type Event,
  type Mention,
  PLOVER,
  type Reading,
  spanOf,
} from '../../src/codebook/index.ts'
import { articlesIn } from '../../src/intake/index.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const FOLDER = here('../../samples/january-2020')

type KeyEvent = {
  id: string
  type: Event['type']
  actors: string[]
  recipients: string[]
  from: string | null
  until: string | null
  precision: 'day' | 'week' | 'month' | 'year' | 'unknown'
  place: string | null
  reports: { file: string; excerpt: string; trigger: string; status: Event['status'] }[]
}
type KeyActor = { name: string; variants: string[]; kind: Entity['kind']; country: string | null; sectors: string[] }
type Key = { events: KeyEvent[]; actors: KeyActor[] }

/** A mention of the key where it stands in the text, with the event it is of. */
export type KeyMention = { readonly start: number; readonly end: number; readonly text: string; readonly event: string }

/**
 * The sample dossier as a careful reader would read it: the reports of the key, with the parties, days and places that the
 * sentence of each report itself gives. What the key knows from other sentences is left out, as a reader could not know it.
 */
export async function dossierReadings(): Promise<{ readings: Reading[]; mentions: Map<string, KeyMention[]> }> {
  const key = JSON.parse(readFileSync(here('../golden/january-2020/key.json'), 'utf8')) as Key
  const readings: Reading[] = []
  const mentions = new Map<string, KeyMention[]>()
  for await (const { from, article } of articlesIn([FOLDER])) {
    if (!article) continue
    const file = from.includes(' line ') ? `2020-01-posts.jsonl#${article.id}` : (from.split('/').at(-1) ?? from)
    const own: KeyMention[] = []
    readings.push(readingOf(article, file, key, own))
    mentions.set(article.id, own)
  }
  return { readings, mentions }
}

function readingOf(article: Article, file: string, key: Key, own: KeyMention[]): Reading {
  const { text } = article
  const entities = new Map<string, Entity>()
  const mentions: Mention[] = []
  const events: Event[] = []
  const times: Reading['times'][number][] = []
  const places: Reading['places'][number][] = []
  const partiesIn = (names: readonly string[], start: number, end: number) =>
    names.flatMap((name) => {
      const actor = key.actors.find((a) => a.name === name)
      const variant = actor?.variants.find((v) => text.slice(start, end).includes(v))
      if (!actor || variant === undefined) return []
      const at = start + text.slice(start, end).indexOf(variant)
      const id = `m${mentions.length}`
      mentions.push({ id, ...spanOf(text, at, at + variant.length), entity: name, kind: actor.kind, form: 'name' })
      const named = !name.startsWith('unnamed')
      const before = entities.get(name)?.mentions ?? []
      entities.set(name, {
        id: name,
        name,
        kind: actor.kind,
        actor: { country: actor.country, sectors: actor.sectors },
        named,
        mentions: [...before, id],
      })
      return [{ mention: id, entity: name }]
    })
  for (const event of key.events)
    for (const report of event.reports.filter((r) => r.file === file)) {
      const start = text.indexOf(report.excerpt)
      const within = report.excerpt.indexOf(report.trigger)
      if (start < 0 || within < 0) continue
      const end = start + report.excerpt.length
      const trigger = spanOf(text, start + within, start + within + report.trigger.length)
      const n = events.length
      const timed =
        event.from !== null &&
        event.until !== null &&
        /\b(?:\w+day|Jan|Dec|January|December|last|yesterday|\d{4}|ago)\b/.test(report.excerpt)
      if (timed)
        times.push({ id: `t${n}`, ...trigger, from: event.from, until: event.until, precision: event.precision })
      const placed = event.place !== null && report.excerpt.includes(event.place)
      if (placed)
        places.push({
          id: `p${n}`,
          mention: '',
          name: event.place ?? '',
          country: null,
          lat: null,
          lon: null,
          precision: 'city',
          geonames: null,
        })
      const { quadClass, score } = PLOVER[event.type]
      events.push({
        id: `v${n}`, type: event.type, mode: null, contexts: [], cameo: '', quadClass, intensity: score, trigger,
        actors: partiesIn(event.actors, start, end), recipients: partiesIn(event.recipients, start, end),
        place: placed ? `p${n}` : null, time: timed ? `t${n}` : null, status: report.status, casualties: null, saidBy: [], confidence: 1,
      }) // biome-ignore format: one line a group
      own.push({ ...trigger, event: event.id })
    }
  const { id, title, outlet, author, url, published, publishedBy, language } = article
  const sentences = events.map((e) => {
    const from = Math.max(text.lastIndexOf('\n', e.trigger.start), text.lastIndexOf('. ', e.trigger.start)) + 1
    const stop = text.slice(e.trigger.end).search(/[.!?]\s|\n/)
    return { start: from, end: stop < 0 ? text.length : e.trigger.end + stop + 1 }
  })
  return {
    reading: 1, reader: 'the-key/1.0.0', article: { id, title, outlet, author, url, published, publishedBy, language, text },
    sentences, entities: [...entities.values()], mentions, attributions: [], events, relations: [], times, places, skipped: [],
  } // biome-ignore format: one line a group
}
