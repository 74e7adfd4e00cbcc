import { sha256 } from '../src/base/index.ts'
import { type EventType, PLOVER, type Reading, type Status } from '../src/codebook/index.ts'

/** Numbers from 0 to 1 that look random and are the same at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Actor = {
  readonly id: string
  readonly name: string
  readonly kind: 'state' | 'person' | 'organisation'
  readonly country: string
  readonly sector: string
}
type Happening = {
  readonly type: EventType
  readonly mode: string | null
  readonly actor: Actor
  readonly recipient: Actor
  readonly day: number
  readonly place: number
  readonly killed: number | null
  readonly words: readonly string[]
  told: number
}

const COUNTRIES =
  'USA IRN IRQ ISR SYR TUR RUS CHN GBR FRA DEU SAU YEM LBN JOR EGY QAT ARE KWT BHR OMN PAK AFG IND UKR POL ITA ESP NLD CAN AUS JPN KOR PRK VEN COL MEX BRA NGA SDN'.split(
    ' ',
  )
const TYPES: readonly (readonly [EventType, number])[] = [
  ['ASSAULT', 26],
  ['CONSULT', 15],
  ['ACCUSE', 12],
  ['REQUEST', 9],
  ['THREATEN', 7],
  ['REJECT', 6],
  ['COERCE', 6],
  ['PROTEST', 5],
  ['AGREE', 4],
  ['SUPPORT', 3],
  ['SANCTION', 2],
  ['MOBILIZE', 2],
  ['RETREAT', 1],
  ['AID', 1],
  ['CONCEDE', 1],
]
const OUTLETS = 300
const DAYS = 1500
const BEGIN = Date.parse('2016-01-01')
const SYLLABLES = 'ka ri mo sa ta le no ve du fi gha za bel mar shi ren tov qu ama ost'.split(' ')

/**
 * Readings of invented articles without end: actors, places and outlets by a power law (few are everywhere, most are rare),
 * happenings that several outlets report on the following days, statements, anonymous sources, reprints and ties.
 */
export function* syntheticReadings(seed: number): Generator<Reading> {
  const random = seeded(seed)
  const power = (n: number, steep = 1.1) =>
    Math.min(n - 1, Math.floor(n ** (random() ** (1 / steep))) - 1 + (random() < 0.02 ? Math.floor(random() * n) : 0))
  const word = (n: number) =>
    Array.from({ length: 2 + (n % 3) }, (_, i) => SYLLABLES[(n * 7 + i * 13 + (n >> (i + 1))) % SYLLABLES.length]).join(
      '',
    )
  const name = (n: number) => word(n).replace(/^./, (c) => c.toUpperCase()) + n.toString(36).replace(/\d/g, 'x')
  const actors: Actor[] = COUNTRIES.map((country, i) => ({
    id: `c${i}`,
    name: `State of ${country}`,
    kind: 'state',
    country,
    sector: 'GOV',
  }))
  for (let i = 0; i < 20_000; i += 1) {
    const country = COUNTRIES[power(COUNTRIES.length)] ?? 'USA'
    actors.push(
      i % 3 === 0
        ? { id: `o${i}`, name: `${name(i)} Front`, kind: 'organisation', country, sector: 'REB' }
        : {
            id: `p${i}`,
            name: `${name(i * 3)} ${name(i * 5 + 1)}`,
            kind: 'person',
            country,
            sector: i % 2 ? 'GOV' : 'MIL',
          },
    )
  }
  const types = TYPES.flatMap(([type, n]) => Array.from({ length: n }, () => type))
  const live: Happening[] = []
  let made = 0
  for (let article = 0; ; article += 1) {
    const day = Math.floor((article / 90_000) * DAYS)
    while (live.length < 40 || random() < 0.8) {
      const type = types[Math.floor(random() * types.length)] ?? 'ASSAULT'
      const actor = actors[power(actors.length)] as Actor
      const recipient = actors[power(actors.length)] as Actor
      const modes = Object.keys(PLOVER[type].modes)
      live.push({
        type,
        mode: modes[made % Math.max(1, modes.length)] ?? null,
        actor,
        recipient,
        day: Math.max(0, day - Math.floor(random() * 3)),
        place: power(2000),
        killed: type === 'ASSAULT' && random() < 0.5 ? 1 + power(60) : null,
        words: Array.from({ length: 5 }, () => word(power(30_000))),
        told: 0,
      })
      made += 1
      if (live.length > 400) live.splice(0, 200)
    }
    yield oneReading(article, day, live, { random, power })
  }
}

type Chance = { readonly random: () => number; readonly power: (n: number, steep?: number) => number }

function oneReading(article: number, day: number, live: readonly Happening[], { random, power }: Chance): Reading {
  const outlet = `Outlet ${power(OUTLETS)}`
  const published = dayOf(day)
  const told = Array.from(
    { length: 4 + Math.floor(random() * 8) },
    () => live[live.length - 1 - power(live.length)] as Happening,
  )
  const entities = new Map<string, Reading['entities'][number]>()
  const out = {
    mentions: [] as Reading['mentions'][number][],
    events: [] as Reading['events'][number][],
    attributions: [] as Reading['attributions'][number][],
    times: [] as Reading['times'][number][],
    places: [] as Reading['places'][number][],
    relations: [] as Reading['relations'][number][],
    sentences: [] as Reading['sentences'][number][],
  }
  let text = `Report ${article.toString(36)} of ${outlet}\n`
  const add = (words: string) => {
    const start = text.length
    text += words
    return { start, end: text.length, text: words }
  }
  const party = (a: Actor) => {
    const span = add(a.name)
    const id = `m${out.mentions.length}`
    out.mentions.push({ id, ...span, entity: a.id, kind: a.kind, form: 'name' })
    const known = entities.get(a.id)
    entities.set(a.id, {
      id: a.id,
      name: a.name,
      kind: a.kind,
      actor: { country: a.country, sectors: [a.sector] },
      named: true,
      mentions: [...(known?.mentions ?? []), id],
    })
    return { mention: id, entity: a.id }
  }
  for (const [i, h] of told.entries()) {
    h.told += 1
    const start = text.length
    const said = random() < 0.4
    const actors = [party(h.actor)]
    add(' ')
    const trigger = add(h.type.toLowerCase())
    add(' ')
    const recipients = h.recipient === h.actor ? [] : [party(h.recipient)]
    add(` ${h.words.slice(0, 3 + Math.floor(random() * 3)).join(' ')} near `)
    const place = random() < 0.5 ? add(`Town${h.place}`) : null
    if (place)
      out.places.push({
        id: `p${i}`,
        mention: '',
        name: place.text,
        country: COUNTRIES[h.place % COUNTRIES.length] ?? null,
        lat: (h.place * 7) % 60,
        lon: (h.place * 13) % 90,
        precision: 'city',
        geonames: h.place,
      })
    const time = random() < 0.6
    if (time) out.times.push({ id: `t${i}`, ...trigger, from: dayOf(h.day), until: dayOf(h.day + 1), precision: 'day' })
    const content = { start, end: text.length, text: text.slice(start) }
    if (said) {
      add(', ')
      const speaker = party(random() < 0.5 ? h.actor : h.recipient)
      const cue = add(' said')
      const anonymous = random() < 0.2
      out.attributions.push({
        id: `a${i}`,
        source: null,
        cue,
        content: [content],
        type: 'indirect',
        speaker: speaker.entity,
        anonymous: { is: anonymous, number: null, affiliation: null, reason: null },
        channel: { kind: 'press', text: null, through: null },
        within: null,
        confidence: 0.9,
      })
    }
    add('. ')
    out.sentences.push({ start, end: text.length })
    const status: Status = random() < 0.08 ? 'denied' : random() < 0.15 ? 'alleged' : 'happened'
    const killed = h.killed === null ? null : { low: h.killed + (random() < 0.2 ? 1 : 0), high: h.killed + 1 }
    out.events.push({
      id: `v${i}`,
      type: h.type,
      mode: h.mode,
      contexts: [],
      cameo: '',
      quadClass: PLOVER[h.type].quadClass,
      intensity: PLOVER[h.type].score,
      trigger,
      actors,
      recipients,
      place: place ? `p${i}` : null,
      time: time ? `t${i}` : null,
      status,
      casualties: killed ? { killed, injured: null } : null,
      saidBy: said ? [`a${i}`] : [],
      confidence: 0.9,
    })
    if (random() < 0.15 && recipients[0])
      out.relations.push({
        id: `r${i}`,
        type: random() < 0.5 ? 'backs' : 'opposes',
        head: h.actor.id,
        tail: h.recipient.id,
        evidence: trigger,
        hedged: random() < 0.3,
        saidBy: [],
        confidence: 0.8,
      })
  }
  return {
    reading: 1, reader: 'synthetic/1.0.0', sentences: out.sentences, entities: [...entities.values()], mentions: out.mentions, attributions: out.attributions, events: out.events, relations: out.relations, times: out.times, places: out.places, skipped: [],
    article: { id: sha256(text), title: text.slice(0, text.indexOf('\n')), outlet, author: null, url: `https://example.org/${article}`, published, publishedBy: 'given', language: 'en', text },
  } // biome-ignore format: one line a group
}

function dayOf(day: number): string {
  return new Date(BEGIN + day * 86_400_000).toISOString().slice(0, 10)
}
