import { z } from 'zod'
import { EventType, QuadClass, RelationType, Status } from './plover.ts'
import { Span } from './span.ts'

/** What a reading may say an entity or a mention is. */
export const EntityKind = z.enum(['person', 'group', 'organisation', 'state', 'place', 'population'])
export type EntityKind = z.infer<typeof EntityKind>

export const MentionForm = z.enum(['name', 'description', 'pronoun', 'demonym', 'metonym'])
export type MentionForm = z.infer<typeof MentionForm>

/** PLOVER's actor code: an ISO 3166 alpha-3 country (or IGO, NGO, …) and sectors; null where the words give none. */
export const ActorCode = z
  .object({ country: z.string().nullable(), sectors: z.array(z.string()).readonly() })
  .readonly()
export type ActorCode = z.infer<typeof ActorCode>

export const PublishedBy = z.enum(['given', 'page', 'feed', 'guessed', 'unknown'])
export type PublishedBy = z.infer<typeof PublishedBy>

export const ReadingArticle = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    author: z.string().nullable(),
    url: z.string().nullable(),
    published: z.string().nullable(),
    publishedBy: PublishedBy,
    language: z.string(),
    /** A post is its author's statement as a whole. Readings made before this field have none: an article. */
    kind: z.enum(['article', 'post']).optional(),
    replyTo: z.string().nullable().optional(),
    text: z.string(),
  })
  .readonly()
export type ReadingArticle = z.infer<typeof ReadingArticle>

const Sentence = z.object({ start: z.int(), end: z.int() }).readonly()

export const Entity = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: EntityKind,
    actor: ActorCode,
    wikidata: z.string().optional(),
    named: z.boolean(),
    mentions: z.array(z.string()).readonly(),
  })
  .readonly()
export type Entity = z.infer<typeof Entity>

export const Mention = z
  .object({
    id: z.string(),
    start: z.int(),
    end: z.int(),
    text: z.string(),
    entity: z.string(),
    kind: EntityKind,
    form: MentionForm,
  })
  .readonly()
export type Mention = z.infer<typeof Mention>

export const ChannelKind = z.enum([
  'outlet',
  'press',
  'broadcast',
  'social',
  'speech',
  'document',
  'interview',
  'unknown',
])
export type ChannelKind = z.infer<typeof ChannelKind>

export const Channel = z
  .object({ kind: ChannelKind, text: z.string().nullable(), through: z.string().nullable() })
  .readonly()
export type Channel = z.infer<typeof Channel>

export const Anonymous = z
  .object({
    is: z.boolean(),
    number: z.enum(['one', 'several', 'unknown']).nullable(),
    affiliation: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .readonly()
export type Anonymous = z.infer<typeof Anonymous>

export const Attribution = z
  .object({
    id: z.string(),
    source: Span.nullable(),
    cue: Span.nullable(),
    content: z.array(Span).readonly(),
    type: z.enum(['direct', 'indirect', 'mixed']),
    speaker: z.string().nullable(),
    anonymous: Anonymous,
    channel: Channel,
    within: z.string().nullable(),
    confidence: z.number(),
  })
  .readonly()
export type Attribution = z.infer<typeof Attribution>

const Party = z.object({ mention: z.string(), entity: z.string() }).readonly()
const Count = z.object({ low: z.int(), high: z.int() }).readonly()

export const Casualties = z.object({ killed: Count.nullable(), injured: Count.nullable() }).readonly()
export type Casualties = z.infer<typeof Casualties>

export const Event = z
  .object({
    id: z.string(),
    type: EventType,
    mode: z.string().nullable(),
    contexts: z.array(z.string()).readonly(),
    cameo: z.string(),
    quadClass: QuadClass,
    intensity: z.number(),
    trigger: Span,
    actors: z.array(Party).readonly(),
    recipients: z.array(Party).readonly(),
    place: z.string().nullable(),
    time: z.string().nullable(),
    status: Status,
    casualties: Casualties.nullable(),
    saidBy: z.array(z.string()).readonly(),
    confidence: z.number(),
  })
  .readonly()
export type Event = z.infer<typeof Event>

export const Relation = z
  .object({
    id: z.string(),
    type: RelationType,
    head: z.string(),
    tail: z.string(),
    evidence: Span,
    hedged: z.boolean(),
    saidBy: z.array(z.string()).readonly(),
    confidence: z.number(),
  })
  .readonly()
export type Relation = z.infer<typeof Relation>

export const Time = z
  .object({
    id: z.string(),
    start: z.int(),
    end: z.int(),
    text: z.string(),
    from: z.string().nullable(),
    until: z.string().nullable(),
    precision: z.enum(['day', 'week', 'month', 'year', 'unknown']),
  })
  .readonly()
export type Time = z.infer<typeof Time>

export const Place = z
  .object({
    id: z.string(),
    mention: z.string(),
    name: z.string(),
    country: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    precision: z.enum(['point', 'city', 'province', 'country', 'region']),
    geonames: z.int().nullable(),
  })
  .readonly()
export type Place = z.infer<typeof Place>

export const Skipped = z.object({ start: z.int(), end: z.int(), why: z.string() }).readonly()
export type Skipped = z.infer<typeof Skipped>

/** All findings of one article by one reader version: the contract between the reader and everything after it. */
export const Reading = z
  .object({
    reading: z.literal(1),
    reader: z.string(),
    article: ReadingArticle,
    sentences: z.array(Sentence).readonly(),
    entities: z.array(Entity).readonly(),
    mentions: z.array(Mention).readonly(),
    attributions: z.array(Attribution).readonly(),
    events: z.array(Event).readonly(),
    relations: z.array(Relation).readonly(),
    times: z.array(Time).readonly(),
    places: z.array(Place).readonly(),
    skipped: z.array(Skipped).readonly(),
  })
  .readonly()
export type Reading = z.infer<typeof Reading>
