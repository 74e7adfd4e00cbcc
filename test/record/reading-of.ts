import { sha256 } from '../../src/base/index.ts'
import {
  type Attribution,
  type Entity,
  type Event,
  type EventType,
  type Mention,
  PLOVER,
  type Reading,
  type Relation,
  type RelationType,
  type Span,
  type Status,
  spanOf,
} from '../../src/codebook/index.ts'

type Who = {
  readonly name?: string
  readonly kind?: Entity['kind']
  readonly country?: string
  readonly sectors?: readonly string[]
  readonly named?: boolean
  /** Words of the text that mean it; its name where none are given. */
  readonly words?: readonly string[]
}
type Said = {
  readonly id: string
  readonly speaker?: string
  readonly source?: string
  readonly cue?: string
  readonly content: string
  readonly channel?: Attribution['channel']['kind']
  readonly through?: string
  readonly anonymous?: Partial<Attribution['anonymous']>
  readonly within?: string
}
type Did = {
  readonly type: EventType
  readonly mode?: string
  readonly trigger: string
  readonly actors?: readonly string[]
  readonly recipients?: readonly string[]
  readonly day?: string
  readonly until?: string
  readonly precision?: 'day' | 'week' | 'month' | 'year'
  readonly place?: readonly [name: string, country: string, lat?: number, lon?: number]
  readonly status?: Status
  readonly killed?: readonly [number, number]
  readonly injured?: readonly [number, number]
  readonly saidBy?: readonly string[]
}
type Tie = {
  readonly type: RelationType
  readonly head: string
  readonly tail: string
  readonly evidence: string
  readonly hedged?: boolean
  readonly saidBy?: readonly string[]
}

/** What a test says of an article: short words that `readingOf` looks up in the text. `word@2` is its second occurrence. */
export type Story = {
  readonly text: string
  readonly outlet?: string
  readonly author?: string
  readonly url?: string
  readonly published?: string
  readonly reader?: string
  readonly who?: Readonly<Record<string, Who>>
  readonly said?: readonly Said[]
  readonly did?: readonly Did[]
  readonly ties?: readonly Tie[]
}

/** A reading made by hand: every span is found in the text by its words, so a test names no offset. */
export function readingOf(story: Story): Reading {
  const { text } = story
  const span = (words: string): Span => find(text, words)
  const mentions: Mention[] = []
  const entities = Object.entries(story.who ?? {}).map(([id, who]): Entity => {
    const name = who.name ?? who.words?.[0] ?? id
    const kind = who.kind ?? 'person'
    const own = (who.words ?? [name]).map((words): Mention => {
      const form = who.named === false ? 'description' : 'name'
      return { id: `m${mentions.length}-${id}-${words}`, ...span(words), entity: id, kind, form }
    })
    mentions.push(...own)
    const actor = { country: who.country ?? null, sectors: who.sectors ?? [] }
    return { id, name, kind, actor, named: who.named ?? true, mentions: own.map((m) => m.id) }
  })
  const times: Reading['times'][number][] = []
  const places: Reading['places'][number][] = []
  const events = (story.did ?? []).map((did, i): Event => {
    const trigger = span(did.trigger)
    if (did.day) {
      const precision = did.precision ?? 'day'
      const { start, end } = trigger
      times.push({
        id: `t${i}`,
        start,
        end,
        text: trigger.text,
        from: did.day,
        until: did.until ?? dayAfter(did.day),
        precision,
      })
    }
    if (did.place) {
      const [name, country, lat, lon] = did.place
      const precision = lat === undefined ? 'country' : 'city'
      places.push({
        id: `p${i}`,
        mention: 'm',
        name,
        country,
        lat: lat ?? null,
        lon: lon ?? null,
        precision,
        geonames: null,
      })
    }
    const parties = (ids: readonly string[] = []) =>
      ids.map((entity) => ({ mention: mentions.find((m) => m.entity === entity)?.id ?? '', entity }))
    const count = (range?: readonly [number, number]) => (range ? { low: range[0], high: range[1] } : null)
    const harm = did.killed || did.injured ? { killed: count(did.killed), injured: count(did.injured) } : null
    const facts = PLOVER[did.type]
    return {
      id: `v${i}`, type: did.type, mode: did.mode ?? null, contexts: [], cameo: '', quadClass: facts.quadClass, intensity: facts.score, trigger,
      actors: parties(did.actors), recipients: parties(did.recipients), place: did.place ? `p${i}` : null, time: did.day ? `t${i}` : null,
      status: did.status ?? 'happened', casualties: harm, saidBy: did.saidBy ?? [], confidence: 0.9,
    } // biome-ignore format: one line a group
  })
  const attributions = (story.said ?? []).map(
    (said): Attribution => ({
      id: said.id,
      source: said.source ? span(said.source) : null,
      cue: said.cue ? span(said.cue) : null,
      content: [span(said.content)],
      type: 'indirect',
      speaker: said.speaker ?? null,
      anonymous: { is: false, number: null, affiliation: null, reason: null, ...said.anonymous },
      channel: { kind: said.channel ?? 'unknown', text: null, through: said.through ?? null },
      within: said.within ?? null,
      confidence: 0.9,
    }),
  )
  const relations = (story.ties ?? []).map(
    (tie, i): Relation => ({
      id: `r${i}`,
      type: tie.type,
      head: tie.head,
      tail: tie.tail,
      evidence: span(tie.evidence),
      hedged: tie.hedged ?? false,
      saidBy: tie.saidBy ?? [],
      confidence: 0.9,
    }),
  )
  return {
    reading: 1,
    reader: story.reader ?? 'by-hand/1.0.0',
    article: {
      id: sha256(text),
      title: text.split('\n')[0] ?? null,
      outlet: story.outlet ?? null,
      author: story.author ?? null,
      url: story.url ?? null,
      published: story.published ?? null,
      publishedBy: story.published ? 'given' : 'unknown',
      language: 'en',
      text,
    },
    sentences: sentencesOf(text),
    entities,
    mentions,
    attributions,
    events,
    relations,
    times,
    places,
    skipped: [],
  }
}

function find(text: string, words: string): Span {
  const [, plain = words, nth = '1'] = /^(.*?)(?:@(\d))?$/s.exec(words) ?? []
  let start = -1
  for (let i = 0; i < Number(nth); i += 1) start = text.indexOf(plain, start + 1)
  if (start < 0) throw new Error(`"${words}" is not in the text: ${text}`)
  return spanOf(text, start, start + plain.length)
}

function sentencesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\n.!?]+[.!?”"]*/g)]
    .filter((m) => m[0].trim() !== '')
    .map((m) => ({ start: m.index, end: m.index + m[0].length }))
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
