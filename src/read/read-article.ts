import type { Article, Attribution, Entity, Event, Mention, Reading, Relation } from '../codebook/index.ts'
import { PLOVER, spanOf } from '../codebook/index.ts'
import { anonymityOf } from './attributions/anonymity.ts'
import { assembleAttributions, startOf } from './attributions/assemble.ts'
import { channelsOf } from './attributions/channels.ts'
import { authorEntity, postAsStatement } from './attributions/posts.ts'
import { lookInside } from './attributions/second-look.ts'
import { type Told, tellSpeakers } from './attributions/tell-speakers.ts'
import { type Document, openDocument, sentenceAt } from './document.ts'
import { codeEntity } from './entities/code-entity.ts'
import { type Clusters, calledName } from './entities/entity.ts'
import { findMentions } from './entities/find-mentions.ts'
import { tellEntities } from './entities/tell-entities.ts'
import { cameoOf } from './events/cameo.ts'
import { casualtiesOf } from './events/casualties.ts'
import { contextsOf } from './events/contexts.ts'
import { fillParties } from './events/fill-parties.ts'
import { findEvents, type RawEvent } from './events/find-events.ts'
import { type SettingStep, settingSteps } from './events/settings.ts'
import { timesOf } from './events/when.ts'
import { placesOf } from './events/where.ts'
import type { Network } from './model/network.ts'
import { findRelations } from './relations/find-relations.ts'
import { isHedged } from './relations/hedges.ts'

/** All steps of a reading with what each found, for `explain`. */
export type Work = {
  readonly doc: Document
  readonly clusters: Clusters
  readonly told: readonly Told[]
  readonly raw: readonly RawEvent[]
  readonly reading: Reading
  /** Where and when each event was, step by step. */
  readonly steps: readonly SettingStep[]
}

/** Read one article. Each step takes what the steps above it found, so the order cannot be wrong. */
export async function readArticle(article: Article, network: Network, version: string): Promise<Work> {
  const doc = await openDocument(article, network)
  const drafts = findMentions(doc)
  const clusters = tellEntities(doc, drafts)
  const outer = assembleAttributions(doc, drafts)
  const inner = await lookInside(doc, network, outer, drafts)
  const bare = [...postAsStatement(doc), ...outer, ...inner].sort((a, b) => startOf(a) - startOf(b))
  const told = tellSpeakers(doc, bare, clusters, authorEntity(doc, clusters))
  const raw = fillParties(doc, findEvents(doc, drafts, network.card), clusters, told)
  const ties = findRelations(doc, clusters, network.card)
  return { doc, clusters, told, raw, ...write(doc, clusters, told, raw, ties, version) }
}

function write(
  doc: Document,
  clusters: Clusters,
  told: readonly Told[],
  raw: readonly RawEvent[],
  ties: ReturnType<typeof findRelations>,
  version: string,
): Pick<Work, 'reading' | 'steps'> {
  const { article, text } = doc
  const kept = clusters.drafts.flatMap((d, i) => ((clusters.of[i] as number) >= 0 ? [{ d, i }] : []))
  const mentionId = new Map(kept.map(({ i }, n) => [i, `m${n + 1}`]))
  const authors = told.flatMap((a) => (a.byAuthor && a.speaker >= 0 ? [a.speaker] : []))
  const order = [...new Set([...authors, ...kept.map(({ i }) => clusters.of[i] as number)])]
  const entityId = new Map(order.map((e, n) => [e, `e${n + 1}`]))
  const mentions: Mention[] = kept.map(({ d, i }) => ({
    id: mentionId.get(i) as string,
    ...spanOf(text, d.start, d.end),
    entity: entityId.get(clusters.of[i] as number) as string,
    kind: d.kind,
    form:
      d.hit?.form === 'capital' && clusters.entities[clusters.of[i] as number]?.kind === 'state' ? 'metonym' : d.form,
  }))
  const entities: Entity[] = order.map((e) => {
    const entity = clusters.entities[e] as Clusters['entities'][number]
    return {
      id: entityId.get(e) as string,
      name: calledName(entity, clusters.drafts, text),
      kind: entity.kind,
      actor: codeEntity(doc, clusters, entity),
      named: entity.names.length > 0 || entity.fact !== null,
      mentions: kept.filter(({ i }) => clusters.of[i] === e).map(({ i }) => mentionId.get(i) as string),
    }
  })
  const known = new Map<number, Attribution['anonymous']>()
  const anonymous = (a: Told): Attribution['anonymous'] => {
    const found = known.get(a.speaker) ?? anonymityOf(doc, clusters, a)
    known.set(a.speaker, found)
    return found
  }
  const channels = channelsOf(doc, clusters, told, (e) => entityId.get(e) ?? null)
  const attributions: Attribution[] = told.map((a, n) => ({
    id: `a${n + 1}`,
    source: a.source && spanOf(text, a.source.start, a.source.end),
    cue: a.cue && spanOf(text, a.cue.start, a.cue.end),
    content: a.content.map((c) => spanOf(text, c.start, c.end)),
    type: typeOf(doc, a),
    speaker: entityId.get(a.speaker) ?? null,
    anonymous: anonymous(a),
    channel: channels[n] as Attribution['channel'],
    within: a.within >= 0 ? `a${a.within + 1}` : null,
    confidence: round(a.score),
  }))
  const saidBy = (at: { start: number; end: number }): string[] =>
    told
      .flatMap((a, n) =>
        a.content
          .filter((c) => c.start <= at.start && at.end <= c.end)
          .map((c) => ({ id: `a${n + 1}`, size: c.end - c.start })),
      )
      .sort((x, y) => x.size - y.size)
      .map((x) => x.id)
  const party = (i: number): { mention: string; entity: string }[] => {
    const mention = mentionId.get(i)
    return mention ? [{ mention, entity: entityId.get(clusters.of[i] as number) as string }] : []
  }
  const times = timesOf(doc)
  const wheres = placesOf(doc, clusters)
  const counts: Parameters<typeof casualtiesOf>[3] = new Map()
  const steps = settingSteps(doc, clusters, raw, told, { times, wheres })
  const settings = steps.at(-1)?.settings ?? []
  const placed = [...wheres.keys()].sort((a, b) => a - b)
  const placeId = new Map(placed.map((at, n) => [at, `p${n + 1}`]))
  const events: Event[] = raw.map((e, n) => ({
    id: `v${n + 1}`,
    type: e.type,
    mode: e.mode,
    contexts: contextsOf(doc, e),
    cameo: cameoOf(e.type, e.mode, e.status),
    quadClass: PLOVER[e.type].quadClass,
    intensity: (e.mode === null ? null : PLOVER[e.type].modes[e.mode]) ?? PLOVER[e.type].score,
    trigger: spanOf(text, e.trigger.start, e.trigger.end),
    actors: e.actors.flatMap(party),
    recipients: e.recipients.flatMap(party),
    place: placeId.get(settings[n]?.place ?? -1) ?? null,
    time: timeId(settings[n]?.time ?? -1),
    status: e.status,
    casualties: casualtiesOf(doc, e, raw, counts),
    saidBy: saidBy(e.trigger),
    confidence: round(e.score),
  }))
  const relations: Relation[] = ties.map((r, n) => ({
    id: `r${n + 1}`,
    type: r.type,
    head: entityId.get(r.head) as string,
    tail: entityId.get(r.tail) as string,
    evidence: spanOf(text, r.evidence.start, r.evidence.end),
    hedged: isHedged(text, sentenceAt(doc, r.evidence.start), r.evidence),
    saidBy: saidBy(r.evidence),
    confidence: round(1 / (1 + Math.exp(-r.score))),
  }))
  const reading: Reading = {
    reading: 1,
    reader: version,
    article: {
      id: article.id,
      title: article.title,
      outlet: article.outlet,
      author: article.author,
      url: article.url,
      published: article.published,
      publishedBy: article.publishedBy,
      language: article.language,
      kind: article.kind,
      replyTo: article.replyTo,
      text,
    },
    sentences: doc.sentences.map(({ start, end }) => ({ start, end })),
    entities,
    mentions,
    attributions,
    events,
    relations,
    times: times.map((t, n) => ({ id: `t${n + 1}`, ...t })),
    places: placed.map((at) => ({
      id: placeId.get(at) as string,
      mention: mentionId.get(at) as string,
      ...(wheres.get(at) as NonNullable<ReturnType<typeof wheres.get>>),
    })),
    skipped: article.skipped,
  }
  return { reading, steps }
}

const timeId = (at: number): string | null => (at < 0 ? null : `t${at + 1}`)
const round = (x: number): number => Math.round(Math.min(1, Math.max(0, x)) * 1000) / 1000

function typeOf(doc: Document, a: Told): Attribution['type'] {
  const size = (c: { start: number; end: number }): number => c.end - c.start
  const all = a.content.reduce((sum, c) => sum + size(c), 0)
  const quoted = a.content.reduce(
    (sum, c) =>
      sum +
      doc.quotes
        .filter((q) => q.depth === 1)
        .reduce((s, q) => s + Math.max(0, Math.min(c.end, q.end) - Math.max(c.start, q.start)), 0),
    0,
  )
  return quoted >= 0.9 * all ? 'direct' : quoted > 0 ? 'mixed' : 'indirect'
}
