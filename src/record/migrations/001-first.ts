import type { CreateTableBuilder, Kysely } from 'kysely'
import { createSearch } from '../sqlite.ts'
import { INDEXES } from './001-indexes.ts'

type Columns = Readonly<Record<string, string>>

/**
 * The first schema. A column is written as its type and what holds for it: `int`, `text?` (may be null),
 * `int>article` (points to a row of `article`).
 */
export async function first(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) await createTable(db, table, columns)
  for (const [table, ...columns] of INDEXES) {
    const name = `${table}_${columns.join('_')}`
    await db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute()
  }
  await createSearch(db)
}

async function createTable(db: Kysely<unknown>, table: string, columns: Columns): Promise<void> {
  let making: CreateTableBuilder<string, string> = db.schema.createTable(table)
  for (const [name, facts] of Object.entries(columns)) {
    const [, type = '', key, optional, parent] = /^(int|text|real|blob)(!)?(\?)?(?:>(\w+))?$/.exec(facts) ?? []
    making = making.addColumn(name, TYPES[type] ?? 'text', (column) => {
      let made = key ? column.primaryKey() : column
      if (!optional) made = made.notNull()
      return parent ? made.references(`${parent}.${KEYS[parent] ?? 'id'}`) : made
    })
  }
  await making.execute()
}

const TYPES: Readonly<Record<string, 'integer' | 'text' | 'double precision' | 'blob'>> = {
  int: 'integer',
  text: 'text',
  real: 'double precision',
  blob: 'blob',
}
const KEYS: Columns = { article_text: 'hash', statement: 'key', report: 'key', event: 'key' }

const LIVED: Columns = { rev_from: 'int>revision', rev_until: 'int?>revision' }

const TABLES: Readonly<Record<string, Columns>> = {
  meta: { name: 'text!', value: 'text' },
  revision: { id: 'int!', at: 'text', kind: 'text', by: 'text?', note: 'text?' },
  dossier: { id: 'int!', name: 'text', rev: 'int>revision' },
  article_text: { hash: 'text!', text: 'text' },
  article: {
    id: 'int!',
    public_id: 'text',
    text_hash: 'text>article_text',
    given_id: 'text',
    title: 'text?',
    outlet: 'text?',
    outlet_key: 'text',
    author: 'text?',
    url: 'text?',
    published: 'text?',
    published_by: 'text',
    language: 'text',
    signature: 'blob',
    dup_group: 'int',
    dup_of: 'int?>article',
    dup_similarity: 'real?',
    rev: 'int>revision',
  },
  article_dossier: { article: 'int>article', dossier: 'int>dossier', rev: 'int>revision' },
  article_band: { band: 'int', article: 'int>article' },
  reading: { id: 'int!', article: 'int>article', reader: 'text', body: 'blob', rev: 'int>revision' },
  reading_current: { article: 'int>article', reading: 'int>reading', ...LIVED },
  entity: {
    id: 'int!',
    reading: 'int>reading',
    article: 'int>article',
    local: 'text',
    name: 'text',
    kind: 'text',
    country: 'text?',
    sectors: 'text',
    named: 'int',
    wikidata: 'text?',
  },
  mention: { entity: 'int>entity', start: 'int', end: 'int', form: 'text' },
  actor: { id: 'int!', public_id: 'text', kind: 'text', named: 'int', rev: 'int>revision' },
  actor_profile: { actor: 'int>actor', name: 'text', country: 'text?', sectors: 'text', ...LIVED },
  actor_name: {
    actor: 'int>actor',
    name: 'text',
    skeleton: 'text',
    how: 'text',
    entity: 'int?>entity',
    rev: 'int>revision',
  },
  entity_actor: { entity: 'int>entity', actor: 'int>actor', confidence: 'real', why: 'text', ...LIVED },
  judgement: {
    id: 'int!',
    public_id: 'text',
    kind: 'text',
    subject: 'text',
    detail: 'text',
    by: 'text',
    note: 'text?',
    undoes: 'int?>judgement',
    rev: 'int>revision',
  },
  actor_merge: { actor: 'int>actor', into_actor: 'int>actor', judgement: 'int>judgement', ...LIVED },
  statement: {
    key: 'int!',
    id: 'text',
    article: 'int>article',
    reading: 'int>reading',
    local: 'text',
    start: 'int',
    end: 'int',
    spans: 'text',
    source: 'text?',
    cue: 'text?',
    type: 'text',
    speaker: 'int?>actor',
    speaker_country: 'text?',
    anonymous: 'int',
    anonymous_number: 'text?',
    affiliation: 'text?',
    reason: 'text?',
    channel: 'text',
    channel_text: 'text?',
    through: 'int?>actor',
    within: 'text?',
    confidence: 'real',
    day: 'text',
    ...LIVED,
  },
  statement_about: { statement: 'int>statement', party: 'text', day: 'text' },
  report: {
    key: 'int!',
    id: 'text',
    article: 'int>article',
    reading: 'int>reading',
    local: 'text',
    type: 'text',
    mode: 'text?',
    contexts: 'text',
    cameo: 'text',
    quad: 'int',
    intensity: 'real',
    trigger: 'text',
    trigger_start: 'int',
    trigger_end: 'int',
    sentence_start: 'int',
    sentence_end: 'int',
    headline: 'int',
    status: 'text',
    day_from: 'text?',
    day_until: 'text?',
    precision: 'text?',
    time_text: 'text?',
    place: 'text?',
    country: 'text?',
    lat: 'real?',
    lon: 'real?',
    place_precision: 'text?',
    geonames: 'int?',
    killed_low: 'int?',
    killed_high: 'int?',
    injured_low: 'int?',
    injured_high: 'int?',
    said_by: 'text',
    origin: 'text',
    confidence: 'real',
    judgement: 'int?>judgement',
    ...LIVED,
  },
  report_party: { report: 'int>report', role: 'text', entity: 'int>entity' },
  event: { key: 'int!', id: 'text', rev: 'int>revision' },
  report_event: { report: 'int>report', event: 'int>event', score: 'real', why: 'text', ...LIVED },
  event_version: {
    event: 'int>event',
    type: 'text',
    mode: 'text?',
    quad: 'int',
    intensity: 'real',
    day: 'text',
    day_from: 'text?',
    day_until: 'text?',
    precision: 'text?',
    day_by: 'text',
    place: 'text?',
    country: 'text?',
    lat: 'real?',
    lon: 'real?',
    place_precision: 'text?',
    status: 'text',
    killed_low: 'int?',
    killed_high: 'int?',
    killed_best: 'int?',
    injured_low: 'int?',
    injured_high: 'int?',
    injured_best: 'int?',
    reports: 'int',
    origins: 'int',
    articles: 'int',
    disputed: 'text',
    lead: 'int>report',
    actors: 'text',
    recipients: 'text',
    ...LIVED,
  },
  event_party: { event: 'int>event', role: 'text', party: 'text', day: 'text', type: 'text', quad: 'int', ...LIVED },
  event_dyad: { event: 'int>event', actor: 'text', recipient: 'text', day: 'text', quad: 'int', ...LIVED },
  event_end: { event: 'int>event', successor: 'int?>event', why: 'text', ...LIVED },
  event_profile: { event: 'int!>event', body: 'text' },
  event_block: { block: 'int', event: 'int>event' },
  tie: { id: 'int!', type: 'text', head: 'int>actor', tail: 'int>actor', rev: 'int>revision' },
  tie_party: { party: 'text', tie: 'int>tie' },
  relation: {
    key: 'int!',
    id: 'text',
    article: 'int>article',
    reading: 'int>reading',
    local: 'text',
    tie: 'int>tie',
    start: 'int',
    end: 'int',
    hedged: 'int',
    said_by: 'text',
    speaker: 'int?>actor',
    confidence: 'real',
    day: 'text',
    ...LIVED,
  },
  dispute: { id: 'int!', event: 'int>event', about: 'text', day: 'text', detail: 'text', ...LIVED },
  source_total: {
    kind: 'text',
    source: 'text',
    ...LIVED,
    articles: 'int',
    statements: 'int',
    reports: 'int',
    anonymous: 'int',
    alone: 'int',
    disputed: 'int',
  },
  search_doc: { id: 'int!', kind: 'text', ref: 'int', day: 'text' },
}
