import type { Kysely, Transaction } from 'kysely'

/** A life in the record: from one revision up to, not including, another; null while it is current. */
type Lived = { rev_from: number; rev_until: number | null }

type RevisionRow = { id: number; at: string; kind: string; by: string | null; note: string | null }

export type ArticleRow = {
  id: number
  public_id: string
  text_hash: string
  given_id: string
  title: string | null
  outlet: string | null
  outlet_key: string
  author: string | null
  url: string | null
  published: string | null
  published_by: string
  language: string
  signature: Uint8Array
  dup_group: number
  dup_of: number | null
  dup_similarity: number | null
  rev: number
}

type EntityRow = {
  id: number
  reading: number
  article: number
  local: string
  name: string
  kind: string
  country: string | null
  sectors: string
  named: number
  wikidata: string | null
}

export type StatementRow = Lived & {
  key: number
  id: string
  article: number
  reading: number
  local: string
  start: number
  end: number
  spans: string
  source: string | null
  cue: string | null
  type: string
  speaker: number | null
  speaker_country: string | null
  anonymous: number
  anonymous_number: string | null
  affiliation: string | null
  reason: string | null
  channel: string
  channel_text: string | null
  through: number | null
  within: string | null
  confidence: number
  day: string
}

export type ReportRow = Lived & {
  key: number
  id: string
  article: number
  reading: number
  local: string
  type: string
  mode: string | null
  contexts: string
  cameo: string
  quad: number
  intensity: number
  trigger: string
  trigger_start: number
  trigger_end: number
  sentence_start: number
  sentence_end: number
  headline: number
  status: string
  day_from: string | null
  day_until: string | null
  precision: string | null
  time_text: string | null
  place: string | null
  country: string | null
  lat: number | null
  lon: number | null
  place_precision: string | null
  geonames: number | null
  killed_low: number | null
  killed_high: number | null
  injured_low: number | null
  injured_high: number | null
  said_by: string
  origin: string
  confidence: number
  judgement: number | null
}

export type EventVersionRow = Lived & {
  event: number
  type: string
  mode: string | null
  quad: number
  intensity: number
  day: string
  day_from: string | null
  day_until: string | null
  precision: string | null
  day_by: string
  place: string | null
  country: string | null
  lat: number | null
  lon: number | null
  place_precision: string | null
  status: string
  killed_low: number | null
  killed_high: number | null
  killed_best: number | null
  injured_low: number | null
  injured_high: number | null
  injured_best: number | null
  reports: number
  origins: number
  articles: number
  disputed: string
  lead: number
  actors: string
  recipients: string
}

export type RelationRow = Lived & {
  key: number
  id: string
  article: number
  reading: number
  local: string
  tie: number
  start: number
  end: number
  hedged: number
  said_by: string
  speaker: number | null
  confidence: number
  day: string
}

export type SourceTotalRow = Lived & {
  kind: string
  source: string
  articles: number
  statements: number
  reports: number
  anonymous: number
  alone: number
  disputed: number
}

/** The tables of a record. Every row says at which revision it came and, where it can end, at which it ended. */
export type Tables = {
  meta: { name: string; value: string }
  revision: RevisionRow
  dossier: { id: number; name: string; rev: number }
  article_dossier: { article: number; dossier: number; rev: number }
  article_text: { hash: string; text: string }
  article: ArticleRow
  article_band: { band: number; article: number }
  reading: { id: number; article: number; reader: string; body: Uint8Array; rev: number }
  reading_current: Lived & { article: number; reading: number }
  entity: EntityRow
  mention: { entity: number; start: number; end: number; form: string }
  actor: { id: number; public_id: string; kind: string; named: number; rev: number }
  actor_profile: Lived & { actor: number; name: string; country: string | null; sectors: string }
  actor_name: { actor: number; name: string; skeleton: string; how: string; entity: number | null; rev: number }
  entity_actor: Lived & { entity: number; actor: number; confidence: number; why: string }
  actor_merge: Lived & { actor: number; into_actor: number; judgement: number }
  statement: StatementRow
  statement_about: { statement: number; party: string; day: string }
  report: ReportRow
  report_party: { report: number; role: string; entity: number }
  report_event: Lived & { report: number; event: number; score: number; why: string }
  event: { key: number; id: string; rev: number }
  event_version: EventVersionRow
  event_party: Lived & { event: number; role: string; party: string; day: string; type: string; quad: number }
  event_dyad: Lived & { event: number; actor: string; recipient: string; day: string; quad: number }
  event_facet: Lived & { event: number; facet: string; day: string; type: string; quad: number }
  event_end: Lived & { event: number; successor: number | null; why: string }
  day_total: { scope: string; day: string; type: string; status: string; quad: number; n: number }
  /** `month` is a month, a year (of places alone), or empty for all time. */
  place_total: { scope: string; month: string; place: string; quad: number; n: number }
  dyad_total: {
    scope: string
    month: string
    way: string
    actor: string
    recipient: string
    quad: number
    n: number
  }
  scope_total: { scope: string; what: string; n: number }
  event_profile: { event: number; body: string }
  event_block: { block: number; event: number }
  tie: { id: number; type: string; head: number; tail: number; rev: number }
  tie_party: { party: string; tie: number; times: number }
  tie_voice: { tie: number; voice: string; n: number }
  relation: RelationRow
  dispute: Lived & { id: number; event: number; about: string; day: string; detail: string }
  source_total: SourceTotalRow
  judgement: {
    id: number
    public_id: string
    kind: string
    subject: string
    detail: string
    by: string
    note: string | null
    undoes: number | null
    rev: number
  }
  search_doc: { id: number; kind: string; ref: number; day: string }
}

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>
