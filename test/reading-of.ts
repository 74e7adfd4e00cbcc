import type { Article, Attribution, Event, EventType, Reading, Span, Status } from '../src/codebook/index.ts'
import { PLOVER, spanOf } from '../src/codebook/index.ts'

/** A reading written by hand: findings are given by their words, and found in the text. */
export type Draft = {
  readonly entities: Readonly<
    Record<
      string,
      readonly [name: string, kind: Reading['entities'][number]['kind'], code: string, ...mentions: string[]]
    >
  >
  readonly said?: readonly {
    readonly who: string | null
    readonly source?: string
    readonly cue?: string
    readonly content: readonly string[]
    readonly type?: Attribution['type']
    readonly anonymous?: Partial<Attribution['anonymous']>
    readonly channel?: Partial<Attribution['channel']>
    readonly within?: number
  }[]
  readonly events?: readonly {
    readonly type: EventType
    readonly mode?: string
    readonly trigger: string
    readonly who?: readonly string[]
    readonly whom?: readonly string[]
    readonly time?: string
    readonly place?: string
    readonly status?: Status
    readonly killed?: readonly [number, number]
    readonly saidBy?: readonly number[]
  }[]
  readonly ties?: readonly (readonly [
    type: Reading['relations'][number]['type'],
    head: string,
    tail: string,
    evidence: string,
    hedged?: boolean,
  ])[]
  readonly times?: Readonly<
    Record<
      string,
      readonly [from: string | null, until: string | null, precision: 'day' | 'week' | 'month' | 'year' | 'unknown']
    >
  >
  readonly places?: Readonly<Record<string, string>>
}

/** The reading a draft stands for; words that are not in the text are an error. */
export function readingOf(article: Article, draft: Draft): Reading {
  const at = (words: string): Span => {
    const start = article.text.indexOf(words)
    if (start < 0) throw new Error(`not in the text: ${words}`)
    return spanOf(article.text, start, start + words.length)
  }
  const entityIds = Object.keys(draft.entities)
  const mentions = Object.entries(draft.entities).flatMap(([entity, [, kind, , ...words]]) =>
    words.map((w) => ({ ...at(w), entity, kind })),
  )
  mentions.sort((a, b) => a.start - b.start)
  const numbered = mentions.map((m, i) => ({
    id: `m${i + 1}`,
    ...m,
    form: /^(he|she|they|his)$/i.test(m.text) ? ('pronoun' as const) : ('name' as const),
  }))
  const party = (entity: string) => ({ entity, mention: numbered.find((m) => m.entity === entity)?.id ?? 'm0' })
  const times = Object.entries(draft.times ?? {}).map(([words, [from, until, precision]], i) => ({
    id: `t${i + 1}`,
    ...at(words),
    from,
    until,
    precision,
  }))
  const places = Object.entries(draft.places ?? {}).map(([name, country], i) => ({
    id: `p${i + 1}`,
    mention: 'm1',
    name,
    country,
    lat: null,
    lon: null,
    precision: 'city' as const,
    geonames: null,
  }))
  const attributions = (draft.said ?? []).map(
    (s, i): Attribution => ({
      id: `a${i + 1}`,
      source: s.source ? at(s.source) : null,
      cue: s.cue ? at(s.cue) : null,
      content: s.content.map(at),
      type: s.type ?? 'direct',
      speaker: s.who,
      anonymous: { is: false, number: null, affiliation: null, reason: null, ...s.anonymous },
      channel: { kind: 'unknown', text: null, through: null, ...s.channel },
      within: s.within === undefined ? null : `a${s.within + 1}`,
      confidence: 0.9,
    }),
  )
  const events = (draft.events ?? []).map(
    (e, i): Event => ({
      id: `v${i + 1}`,
      type: e.type,
      mode: e.mode ?? null,
      contexts: [],
      cameo: '190',
      quadClass: PLOVER[e.type].quadClass,
      intensity: PLOVER[e.type].score,
      trigger: at(e.trigger),
      actors: (e.who ?? []).map(party),
      recipients: (e.whom ?? []).map(party),
      place: places.find((p) => p.name === e.place)?.id ?? null,
      time: times.find((t) => t.text === e.time)?.id ?? null,
      status: e.status ?? 'happened',
      casualties: e.killed ? { killed: { low: e.killed[0], high: e.killed[1] }, injured: null } : null,
      saidBy: (e.saidBy ?? []).map((n) => `a${n + 1}`),
      confidence: 0.8,
    }),
  )
  const { skipped, kind: _kind, replyTo: _replyTo, ...about } = article
  return {
    reading: 1,
    reader: 'hand/1',
    article: about,
    sentences: [{ start: 0, end: article.text.length }],
    entities: entityIds.map((id) => {
      const [name, kind, code] = draft.entities[id]!
      const [country, ...sectors] = code.split(' ').filter(Boolean)
      return {
        id,
        name,
        kind,
        actor: { country: country ?? null, sectors },
        named: /^\p{Lu}/u.test(name),
        mentions: numbered.filter((m) => m.entity === id).map((m) => m.id),
      }
    }),
    mentions: numbered,
    attributions,
    events,
    relations: (draft.ties ?? []).map(([type, head, tail, evidence, hedged = false], i) => ({
      id: `r${i + 1}`,
      type,
      head,
      tail,
      evidence: at(evidence),
      hedged,
      saidBy: [],
      confidence: 0.7,
    })),
    times,
    places,
    skipped,
  }
}
