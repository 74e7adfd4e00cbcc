import { gunzipSync, gzipSync } from 'node:zlib'
import type { Event, Reading } from '../codebook/index.ts'
import type { Party } from './actors/resolve.ts'
import { outletKey } from './articles.ts'
import { idOf } from './ids.ts'
import { cluesOf, isGiven } from './join/clues.ts'
import {
  contextOf,
  type Features,
  focusOf,
  namesIn,
  partyKeyOf,
  tellingWords,
  type Where,
  weekdaysIn,
} from './join/features.ts'
import { stemOfTrigger } from './join/kin-words.ts'
import { quantitiesIn } from './join/quantities.ts'
import { saidHere } from './join/said-here.ts'
import { originOf, type Telling } from './origins.ts'
import type { ArticleRow, ReportRow, StatementRow } from './schema.ts'
import { bornIn, type Work } from './work.ts'

/** A reading as it is kept: gzipped JSON without the article's text, which is kept once elsewhere. */
export function packed(reading: Reading): Uint8Array {
  return gzipSync(JSON.stringify({ ...reading, article: { ...reading.article, text: '' } }), { level: 4 })
}

/** The whole reading again. */
export function unpacked(body: Uint8Array, text: string): Reading {
  const reading = JSON.parse(gunzipSync(body).toString('utf8')) as Reading
  return { ...reading, article: { ...reading.article, text } }
}

export type Context = {
  readonly work: Work
  readonly article: ArticleRow
  readonly reading: Reading
  readonly readingKey: number
  readonly parties: ReadonlyMap<string, Party>
}

/** The attributions of a reading as rows, in their order. */
export function statementRows(
  { work, article, reading, readingKey, parties }: Context,
  firstKey: number,
): StatementRow[] {
  const ids = new Map(
    reading.attributions.map((a) => [a.id, statementId(article, a.content[0]?.start ?? 0, a.content.at(-1)?.end ?? 0)]),
  )
  return reading.attributions.map((a, i) => {
    const speaker = a.speaker ? parties.get(a.speaker) : undefined
    const through = a.channel.through ? parties.get(a.channel.through) : undefined
    return {
      key: firstKey + i,
      id: ids.get(a.id) ?? '',
      article: article.id,
      reading: readingKey,
      local: a.id,
      start: a.content[0]?.start ?? 0,
      end: a.content.at(-1)?.end ?? 0,
      spans: JSON.stringify(a.content.map(({ start, end }) => [start, end])),
      source: a.source?.text ?? null,
      cue: a.cue?.text ?? null,
      type: a.type,
      speaker: speaker?.actor ?? null,
      speaker_country: speaker?.country ?? null,
      anonymous: a.anonymous.is ? 1 : 0,
      anonymous_number: a.anonymous.number,
      affiliation: a.anonymous.affiliation,
      reason: a.anonymous.reason,
      channel: a.channel.kind,
      channel_text: a.channel.text,
      through: through?.actor ?? null,
      within: a.within ? (ids.get(a.within) ?? null) : null,
      confidence: a.confidence,
      day: article.published ?? '',
      ...bornIn(work),
    }
  })
}

function statementId(article: ArticleRow, start: number, end: number): string {
  return idOf('s', article.public_id, start, end)
}

/** The events of a reading as report rows, each with what the joining needs of it. */
export function reportRows(
  context: Context,
  root: { readonly outlet_key: string; readonly author: string | null },
  firstKey: number,
): { row: ReportRow; features: Features }[] {
  const { article, reading, parties } = context
  const attributions = new Map(reading.attributions.map((a) => [a.id, a]))
  const telling: Telling = {
    outlet: root.outlet_key || outletKey(article.outlet),
    author: article.author ?? root.author,
    group: article.dup_group,
    parties,
    attributions,
  }
  const seen = new Map<string, number>()
  const names = contextOf(reading.article.text)
  const focus = focusOf(reading.entities.map((e) => ({ ...e, mentions: e.mentions.length })))
  return reading.events.map((event, i) => {
    const twin = seen.get(`${event.trigger.start}|${event.type}`) ?? 0
    seen.set(`${event.trigger.start}|${event.type}`, twin + 1)
    const id = idOf('r', article.public_id, event.trigger.start, event.type, twin || '')
    const given = isGiven(reading.article.text, event.trigger.start, event.trigger.text)
    const { origin, canonical, bloc } = originOf(event, telling, given)
    return oneReport(context, event, { id, key: firstKey + i, origin, canonical, bloc, names, focus })
  })
}

type Named = {
  readonly id: string
  readonly key: number
  readonly origin: string
  readonly canonical: string
  readonly bloc: string
  readonly names: readonly string[]
  readonly focus: Features['focus']
}

function oneReport(
  { work, article, reading, readingKey, parties }: Context,
  event: Event,
  { id, key, origin, canonical, bloc, names, focus }: Named,
): { row: ReportRow; features: Features } {
  const { text, title } = reading.article
  const sentence =
    reading.sentences.find((s) => s.start <= event.trigger.start && event.trigger.start < s.end) ?? event.trigger
  const headline = title !== null && text.startsWith(title) && event.trigger.end <= title.length
  const time = reading.times.find((t) => t.id === event.time)
  const place = reading.places.find((p) => p.id === event.place)
  const here = saidHere(reading, event, sentence, text)
  const days = time?.from && time.until ? { from: time.from, until: time.until, precision: time.precision } : null
  const where: Where | null = place
    ? { name: place.name, country: place.country, lat: place.lat, lon: place.lon, precision: place.precision }
    : null
  const { killed, injured } = (here.counts ? event.casualties : null) ?? { killed: null, injured: null }
  const entities = new Set([...event.actors, ...event.recipients].map((p) => p.entity))
  const named = reading.entities.filter((e) => e.named && entities.has(e.id)).map((e) => e.name)
  const keys = (list: Event['actors']) =>
    list.flatMap((p) => (here.parties.has(p.entity) ? (parties.get(p.entity) ?? []) : [])).map(partyKeyOf)
  const row: ReportRow = {
    key,
    id,
    article: article.id,
    reading: readingKey,
    local: event.id,
    type: event.type,
    mode: event.mode,
    contexts: event.contexts.join(' '),
    cameo: event.cameo,
    quad: event.quadClass,
    intensity: event.intensity,
    trigger: event.trigger.text,
    trigger_start: event.trigger.start,
    trigger_end: event.trigger.end,
    sentence_start: sentence.start,
    sentence_end: sentence.end,
    headline: headline ? 1 : 0,
    status: event.status,
    day_from: days?.from ?? null,
    day_until: days?.until ?? null,
    precision: days?.precision ?? null,
    time_text: time?.text ?? null,
    place: where?.name ?? null,
    country: where?.country ?? null,
    lat: where?.lat ?? null,
    lon: where?.lon ?? null,
    place_precision: where?.precision ?? null,
    geonames: place?.geonames ?? null,
    killed_low: killed?.low ?? null,
    killed_high: killed?.high ?? null,
    injured_low: injured?.low ?? null,
    injured_high: injured?.high ?? null,
    said_by: event.saidBy.join(' '),
    origin,
    confidence: event.confidence,
    judgement: null,
    ...bornIn(work),
  }
  const features: Features = {
    report: key,
    article: article.id,
    type: event.type,
    mode: event.mode,
    stem: stemOfTrigger(event.trigger.text),
    actors: keys(event.actors),
    recipients: keys(event.recipients),
    days: here.time ? days : null,
    published: article.published,
    weekdays: days ? [] : weekdaysIn(text.slice(sentence.start, sentence.end)),
    where: here.place && where ? { ...where, others: here.countries } : null,
    status: event.status,
    ...cluesOf(text.slice(sentence.start, sentence.end), event.trigger.start - sentence.start, event.trigger.text),
    killed: killed && [killed.low, killed.high],
    injured: injured && [injured.low, injured.high],
    origin: canonical,
    bloc,
    ownWords: event.saidBy.length === 0,
    headline,
    sentence: sentence.start,
    quantities: quantitiesIn(text.slice(sentence.start, sentence.end)),
    people: here.people,
    context: names,
    focus,
    words: tellingWords(text.slice(sentence.start, sentence.end), namesIn([...named, where?.name ?? ''])),
  }
  return { row, features }
}
