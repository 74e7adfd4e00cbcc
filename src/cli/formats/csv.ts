import type { Reading } from '../../codebook/index.ts'
import { viewOf } from './view.ts'
import { codeOf } from './words.ts'

type Cell = string | number | boolean | null
type Row = Readonly<Record<string, Cell>>
type Table = { readonly columns: readonly string[]; readonly rows: (reading: Reading) => readonly Row[] }

/** The tables that a reading has as CSV, with their columns in order. */
const CSV_TABLES: Readonly<Record<string, Table>> = {
  events: {
    columns: [
      'article',
      'published',
      'outlet',
      'event',
      'type',
      'mode',
      'cameo',
      'quad_class',
      'intensity',
      'status',
      'trigger',
      'start',
      'end',
      'actors',
      'actor_codes',
      'recipients',
      'recipient_codes',
      'place',
      'place_country',
      'lat',
      'lon',
      'place_precision',
      'time',
      'from',
      'until',
      'time_precision',
      'killed_low',
      'killed_high',
      'injured_low',
      'injured_high',
      'said_by',
      'confidence',
      'reader',
    ],
    rows: (reading) => {
      const entities = byId(reading.entities)
      const [places, times] = [byId(reading.places), byId(reading.times)]
      const codes = (parties: readonly { readonly entity: string }[]) =>
        parties
          .map(({ entity }) => entities.get(entity))
          .map((e) => (e ? codeOf(e) : ''))
          .join('; ')
      return viewOf(reading).deeds.map(({ event: e, who, whom, saidBy }) => {
        const place = e.place === null ? undefined : places.get(e.place)
        const time = e.time === null ? undefined : times.get(e.time)
        return {
          ...about(reading),
          event: e.id,
          type: e.type,
          mode: e.mode,
          cameo: e.cameo,
          quad_class: e.quadClass,
          intensity: e.intensity,
          status: e.status,
          trigger: e.trigger.text,
          start: e.trigger.start,
          end: e.trigger.end,
          actors: who,
          actor_codes: codes(e.actors),
          recipients: whom,
          recipient_codes: codes(e.recipients),
          place: place?.name ?? null,
          place_country: place?.country ?? null,
          lat: place?.lat ?? null,
          lon: place?.lon ?? null,
          place_precision: place?.precision ?? null,
          time: time?.text ?? null,
          from: time?.from ?? null,
          until: time?.until ?? null,
          time_precision: time?.precision ?? null,
          killed_low: e.casualties?.killed?.low ?? null,
          killed_high: e.casualties?.killed?.high ?? null,
          injured_low: e.casualties?.injured?.low ?? null,
          injured_high: e.casualties?.injured?.high ?? null,
          said_by: e.saidBy.length > 0 ? saidBy : null,
          confidence: e.confidence,
        }
      })
    },
  },
  attributions: {
    columns: [
      'article',
      'published',
      'outlet',
      'attribution',
      'speaker',
      'speaker_code',
      'anonymous',
      'source',
      'cue',
      'content',
      'start',
      'end',
      'type',
      'channel_kind',
      'channel',
      'within',
      'confidence',
      'reader',
    ],
    rows: (reading) => {
      const entities = byId(reading.entities)
      return viewOf(reading).statements.map(({ attribution: a, speaker, anonymous, channel, content }) => {
        const entity = a.speaker === null ? undefined : entities.get(a.speaker)
        return {
          ...about(reading),
          attribution: a.id,
          speaker,
          speaker_code: entity ? codeOf(entity) : null,
          anonymous,
          source: a.source?.text ?? null,
          cue: a.cue?.text ?? null,
          content,
          start: a.content[0]?.start ?? null,
          end: a.content.at(-1)?.end ?? null,
          type: a.type,
          channel_kind: a.channel.kind,
          channel,
          within: a.within,
          confidence: a.confidence,
        }
      })
    },
  },
  entities: {
    columns: [
      'article',
      'published',
      'outlet',
      'entity',
      'name',
      'kind',
      'country',
      'sectors',
      'wikidata',
      'named',
      'mentions',
      'also_called',
      'reader',
    ],
    rows: (reading) =>
      viewOf(reading).actors.map(({ entity: e, mentions, aliases }) => ({
        ...about(reading),
        entity: e.id,
        name: e.name,
        kind: e.kind,
        country: e.actor.country,
        sectors: e.actor.sectors.join(' '),
        wikidata: e.wikidata ?? null,
        named: e.named,
        mentions,
        also_called: aliases.join('; '),
      })),
  },
  relations: {
    columns: [
      'article',
      'published',
      'outlet',
      'relation',
      'head',
      'type',
      'tail',
      'hedged',
      'said_by',
      'evidence',
      'start',
      'end',
      'confidence',
      'reader',
    ],
    rows: (reading) =>
      viewOf(reading).ties.map(({ relation: r, head, tail, saidBy }) => ({
        ...about(reading),
        relation: r.id,
        head,
        type: r.type,
        tail,
        hedged: r.hedged,
        said_by: saidBy,
        evidence: r.evidence.text,
        start: r.evidence.start,
        end: r.evidence.end,
        confidence: r.confidence,
      })),
  },
}

/** The header line of a table. */
export function csvHead(table: string): string {
  return csvLine(CSV_TABLES[table]!.columns)
}

/** The lines of a table for one reading, without the header. */
export function csvRows(reading: Reading, table: string): string {
  const { columns, rows } = CSV_TABLES[table]!
  return rows(reading)
    .map((row) => csvLine(columns.map((column) => row[column] ?? null)))
    .join('')
}

function about({ article, reader }: Reading): Row {
  return { article: article.id, published: article.published, outlet: article.outlet, reader }
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/**
 * One cell by RFC 4180. Words that a spreadsheet would run as a formula (they begin with = + - @ or a tab) get an
 * apostrophe in front, which it does not show; numbers stay as they are.
 */
function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]))
}
