import { z } from 'zod'
import type {
  Change,
  EventSummary,
  Evidence,
  Named,
  Pairing,
  SourceSummary,
  ToldStatement,
  Toll,
} from '../../record/index.ts'

// The compiler holds each of these to the type of the answer; a test holds them to the answers themselves.
const text = z.string().nullable()
const count = z.number().int()
const day = z.string().nullable().describe('A day such as 2020-01-08')

const NamedActor: z.ZodType<Named> = z
  .object({ id: z.string(), name: z.string(), country: text, sectors: z.array(z.string()) })
  .describe('An actor as an answer names it; country and sectors are its PLOVER code')

const People: z.ZodType<Toll> = z
  .object({ low: z.number(), high: z.number(), best: z.number() })
  .describe('A number of people: lowest and highest in any report, and what most independent origins say')

const Where: z.ZodType<Evidence> = z
  .object({
    article: z.string(),
    outlet: text,
    published: day,
    title: text,
    url: text,
    start: count,
    end: count,
    text: z.string(),
  })
  .describe('The sentence a finding rests on, by its letters in the article')

const Event: z.ZodType<EventSummary> = z
  .object({
    id: z.string(),
    day,
    dayBy: z.string().describe('text: an article says so; published: only the day an article came out is known'),
    from: text,
    until: text,
    precision: text,
    type: z.string().describe('Type of PLOVER'),
    mode: text,
    quadClass: count.describe('1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict'),
    intensity: z.number(),
    status: z.string(),
    actors: z.array(NamedActor),
    recipients: z.array(NamedActor),
    place: text,
    country: text,
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    placePrecision: text,
    killed: People.nullable(),
    injured: People.nullable(),
    reports: count,
    origins: count.describe('Independent origins behind the reports'),
    articles: count,
    disputed: z.array(z.string()).describe('What its reports tell in different ways'),
    evidence: Where.nullable(),
  })
  .describe('An event: what the reports that were joined are about')

const Statement: z.ZodType<ToldStatement> = z
  .object({
    id: z.string(),
    day,
    speaker: NamedActor.nullable(),
    source: text.describe('Who speaks, in the words of the text'),
    cue: text,
    form: z.string(),
    anonymous: z.boolean(),
    number: text,
    affiliation: text,
    reason: text,
    channel: z.string(),
    channelText: text,
    through: NamedActor.nullable(),
    within: text.describe('The statement it stands inside'),
    confidence: z.number(),
    evidence: Where.nullable(),
    sentence: z.object({ start: count, end: count, text: z.string() }).nullable(),
    lit: z.array(z.object({ start: count, end: count, role: z.enum(['source', 'cue', 'content']) })),
    tells: z.array(z.object({ type: z.string(), quadClass: count, status: z.string(), itself: z.boolean() })),
    about: z.array(NamedActor),
  })
  .describe('What somebody said: source, cue and content')

const Source: z.ZodType<SourceSummary> = z
  .object({
    kind: z.string(),
    name: z.string(),
    id: text,
    articles: count,
    statements: count,
    reports: count,
    anonymousShare: z.number(),
    alone: count,
    contradicted: count,
  })
  .describe('An outlet or somebody quoted: how often, how often alone, how often contradicted')

const OneChange: z.ZodType<Change> = z
  .object({
    at: z.string(),
    what: z.enum(['new event', 'event changed', 'event ended', 'judgement']),
    how: z.string(),
    differences: z.array(z.object({ about: z.string(), was: text, now: text })),
    event: Event.nullable(),
    id: z.string(),
    heir: text.describe('The event that took the place of one that ended'),
    judgement: z
      .object({ kind: z.string(), subject: z.string(), by: z.string(), note: text, undone: z.boolean() })
      .nullable(),
  })
  .describe('One thing that the record has come to hold differently')

const Pair: z.ZodType<Pairing> = z
  .object({
    words: Event,
    said: z.enum(['threat', 'promise', 'demand', 'denial', 'refusal']),
    outcome: z.enum(['carried out', 'broken', 'answered', 'not seen']),
    deed: Event.nullable(),
    days: count.nullable(),
    sure: z.enum(['clear', 'weak']),
    interval: z.string(),
  })
  .describe('Words, and the later deed that carries them out, breaks or answers them')

/** The parts that answers are made of, by the names they have in the document. */
const PARTS = { Actor: NamedActor, People, Evidence: Where, Event, Statement, Source, Change: OneChange, Pairing: Pair }

/** What a row is in the answer of a question whose rows are one of these parts. */
export const ROWS: Readonly<Record<string, keyof typeof PARTS>> = {
  events: 'Event',
  dyad: 'Event',
  statements: 'Statement',
  sources: 'Source',
  changes: 'Change',
  'words-and-deeds': 'Pairing',
}

/** The schema of a part, for whoever wants to hold an answer to it. */
export function partOf(name: keyof typeof PARTS): z.ZodType {
  return PARTS[name]
}

/** The parts as JSON Schema, each naming the others by reference. */
export function partSchemas(): Readonly<Record<string, unknown>> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(PARTS)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' })
  // The document says once which dialect it speaks, and its own references need no `$id`.
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]))
}

/** The answer of a question: its rows and the cursor for more, or an object of its own. */
export function answerSchema(question: string): Readonly<Record<string, unknown>> {
  const row = ROWS[question]
  if (!row) return { type: 'object' }
  return {
    type: 'object',
    required: ['rows', 'next'],
    properties: {
      rows: { type: 'array', items: { $ref: `#/components/schemas/${row}` } },
      next: { type: ['string', 'null'], description: 'The cursor for the rows after these' },
    },
  }
}
