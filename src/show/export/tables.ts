import { allActors, allEvents, allRelations, allReports, allStatements, type Db } from '../../record/index.ts'
import type { FlatRow } from '../questions/question.ts'
import { codeOf, eventRow, evidenceRow, statementRow } from '../questions/words.ts'

/** A column of an export and what it means. */
export type ExportColumn = { readonly name: string; readonly type: 'text' | 'number'; readonly meaning: string }

/** One thing that can be exported: its columns with their meaning, and its rows, some at a time. */
export type ExportTable = {
  readonly name: string
  readonly columns: readonly ExportColumn[]
  readonly rows: (db: Db, asOf?: string) => AsyncGenerator<readonly FlatRow[]>
}

const text = (name: string, meaning: string): ExportColumn => ({ name, type: 'text', meaning })
const number = (name: string, meaning: string): ExportColumn => ({ name, type: 'number', meaning })

const SPAN: readonly ExportColumn[] = [
  text('article', 'Id of the article in the record'),
  text('outlet', 'Who published it'),
  text('published', 'Day of publication, ISO 8601'),
  text('url', 'Its address'),
  number('start', 'Where the sentence begins in the article, UTF-16 units from 0'),
  number('end', 'Where it ends, not included'),
  text('text', 'The sentence, letter for letter'),
]
const PARTIES: readonly ExportColumn[] = [
  text('actors', 'Who acts, names separated by "; "'),
  text('actor_ids', 'Their ids, in the same order'),
  text('actor_codes', 'Their PLOVER codes: country and sectors'),
  text('recipients', 'To whom it is done'),
  text('recipient_ids', 'Their ids'),
  text('recipient_codes', 'Their PLOVER codes'),
]

const events: ExportTable = {
  name: 'events',
  columns: [
    text('id', 'Id of the event; it survives re-reading'),
    text('day', 'Day it is filed under, ISO 8601; empty where nothing dates it'),
    text('day_by', 'text: an article says so; published: only the day of publication is known; unknown'),
    text('from', 'First day, included'),
    text('until', 'Last day, not included'),
    text('precision', 'How exact the words are: day, week, month, year'),
    text('type', 'PLOVER type'),
    text('mode', 'PLOVER mode'),
    number('quad_class', '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict'),
    number('intensity', 'PLOVER score of type and mode, -10 to 10'),
    text(
      'status',
      'happened, alleged, denied, intended, called-for or hypothetical, by the written rule (docs/record.md)',
    ),
    ...PARTIES,
    text('place', 'The most exact place its reports name'),
    text('country', 'ISO 3166 alpha-3 code of that place'),
    number('lat', 'Latitude of the place; a city or country has its centre here, see place_precision'),
    number('lon', 'Longitude'),
    text('place_precision', 'point, city, province, country or region'),
    number('killed_low', 'Lowest number killed that any report gives'),
    number('killed_high', 'Highest'),
    number('killed_best', 'The number that most independent origins give'),
    number('injured_low', 'Lowest number injured'),
    number('injured_high', 'Highest'),
    number('injured_best', 'The number that most independent origins give'),
    number('reports', 'Mentions of it in articles'),
    number('origins', 'Independent origins of those reports'),
    number('articles', 'Articles that mention it'),
    text('disputed', 'What its reports differ in, separated by "; "'),
    ...SPAN,
  ],
  rows: async function* (db, asOf) {
    for await (const some of allEvents(db, asOf)) yield some.map(eventRow)
  },
}

const reports: ExportTable = {
  name: 'reports',
  columns: [
    text('id', 'Id of the report: one mention of an event in one article'),
    text('event', 'Id of the event it is joined to'),
    text('reader', 'Program and model that found it'),
    text('type', 'PLOVER type'),
    text('mode', 'PLOVER mode'),
    text('status', 'How the words of the report put it'),
    text('trigger', 'The word that names the event'),
    number('headline', '1 where it stands in the headline'),
    ...PARTIES,
    text('from', 'First day the report gives, included'),
    text('until', 'Last day, not included'),
    text('time', 'The words for the time'),
    text('place', 'The place it names'),
    number('killed_low', 'Number killed, lowest'),
    number('killed_high', 'Highest'),
    number('injured_low', 'Number injured, lowest'),
    number('injured_high', 'Highest'),
    text('origin', 'Where it comes from in the end, as a key'),
    text('origin_name', 'The same in words'),
    text('joined', 'Why it was joined to its event: each reason with its weight'),
    ...SPAN,
  ],
  rows: async function* (db, asOf) {
    for await (const some of allReports(db, asOf))
      yield some.map((r) => ({
        id: r.id,
        event: r.event,
        reader: r.reader,
        type: r.type,
        mode: r.mode,
        status: r.status,
        trigger: r.trigger,
        headline: r.headline ? 1 : 0,
        actors: r.actors.map((a) => a.name).join('; '),
        actor_ids: r.actors.map((a) => a.id).join('; '),
        actor_codes: r.actors.map(codeOf).join('; '),
        recipients: r.recipients.map((a) => a.name).join('; '),
        recipient_ids: r.recipients.map((a) => a.id).join('; '),
        recipient_codes: r.recipients.map(codeOf).join('; '),
        from: r.from,
        until: r.until,
        time: r.time,
        place: r.place,
        killed_low: r.killed?.[0] ?? null,
        killed_high: r.killed?.[1] ?? null,
        injured_low: r.injured?.[0] ?? null,
        injured_high: r.injured?.[1] ?? null,
        origin: r.origin,
        origin_name: r.originName,
        joined: r.joined,
        ...evidenceRow(r.evidence),
      }))
  },
}

const statements: ExportTable = {
  name: 'statements',
  columns: [
    text('id', 'Id of the statement'),
    text('day', 'Day its article was published'),
    text('speaker', 'Who speaks'),
    text('speaker_id', 'Id of that actor'),
    text('speaker_code', 'PLOVER code'),
    text('source', 'The words for the speaker'),
    text('cue', 'The words that mark the saying'),
    text('form', 'direct, indirect or mixed'),
    number('anonymous', '1 where the source is unnamed'),
    text('number', 'one, several or unknown, for an unnamed source'),
    text('affiliation', 'Whose side the unnamed source is on'),
    text('reason', 'Why it is unnamed'),
    text('channel', 'outlet, press, broadcast, social, speech, document, interview or unknown'),
    text('channel_text', 'The words for the channel'),
    text('through', 'Who relayed it'),
    text('within', 'Id of the statement it stands inside'),
    number('confidence', 'How sure the reader is, 0 to 1'),
    text('reader', 'Program and model that found it'),
    ...SPAN,
  ],
  rows: async function* (db, asOf) {
    for await (const some of allStatements(db, asOf)) yield some.map((s) => ({ ...statementRow(s), reader: s.reader }))
  },
}

const relations: ExportTable = {
  name: 'relations',
  columns: [
    text('id', 'Id of this statement of the relation'),
    text('type', 'member_of, leads, speaks_for, backs, allied_with or opposes'),
    text('head', 'Who'),
    text('head_id', 'Id of that actor'),
    text('tail', 'Whom'),
    text('tail_id', 'Id of that actor'),
    text('day', 'Day it was stated'),
    text('by', 'Whose claim it is; empty for the outlet’s own words'),
    number('hedged', '1 where the words hedge'),
    number('confidence', 'How sure the reader is, 0 to 1'),
    text('reader', 'Program and model that found it'),
    ...SPAN,
  ],
  rows: async function* (db, asOf) {
    for await (const some of allRelations(db, asOf))
      yield some.map((r) => ({
        id: r.id,
        type: r.type,
        head: r.head.name,
        head_id: r.head.id,
        tail: r.tail.name,
        tail_id: r.tail.id,
        day: r.day,
        by: r.by?.name ?? null,
        hedged: r.hedged ? 1 : 0,
        confidence: r.confidence,
        reader: r.reader,
        ...evidenceRow(r.evidence),
      }))
  },
}

const actors: ExportTable = {
  name: 'actors',
  columns: [
    text('id', 'Id of the actor'),
    text('name', 'What to call it'),
    text('kind', 'person, group, organisation, state, place or population'),
    number('named', '0 for one known only by description; such an actor is of one article'),
    text('country', 'ISO 3166 alpha-3 code, or IGO, NGO …'),
    text('sectors', 'PLOVER sectors, separated by spaces'),
    text('merged_into', 'Id of the actor it counts as by a person’s judgement'),
    text('names', 'All it is called, separated by "; "'),
    text('since', 'When it came into the record'),
  ],
  rows: async function* (db, asOf) {
    for await (const some of allActors(db, asOf))
      yield some.map((a) => ({
        id: a.id,
        name: a.name,
        kind: a.kind,
        named: a.named ? 1 : 0,
        country: a.country,
        sectors: a.sectors.join(' '),
        merged_into: a.mergedInto,
        names: a.names.join('; '),
        since: a.since,
      }))
  },
}

/** All that can be exported. GDELT, POLECAT, STIX and GraphML will stand beside these as formats of their own. */
export const EXPORT_TABLES: readonly ExportTable[] = [events, reports, statements, relations, actors]
