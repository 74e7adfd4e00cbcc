import type {
  EventSummary,
  Evidence,
  Named,
  StatementSummary,
  TieSummary,
  ToldStatement,
  Toll,
} from '../../record/index.ts'
import type { FlatRow, Section } from './question.ts'

/** "Iran", "Iran and Iraq", "Iran, Iraq, Syria and 2 more"; `nobody` where the reports name none. */
export function whoWords(actors: readonly Named[], nobody = 'somebody'): string {
  const names = actors.map((a) => a.name)
  const [told, rest] = [names.slice(0, 3), names.length - 3]
  if (rest > 0) return `${told.join(', ')} and ${rest} more`
  return told.length < 2 ? (told[0] ?? nobody) : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`
}

/** "2020-01-08", "2020-01-08 (published)", "between … and …", "no date in the text". */
export function dayWords(event: EventSummary): string {
  if (event.day === null) return 'no date in the text'
  if (event.dayBy === 'published') return `${event.day}, by the day of publication`
  return event.precision === 'day' || event.until === null ? event.day : `${event.day} (${event.precision})`
}

/** "killed 5 to 7, most origins say 7"; empty where nobody counts. */
function tollWords(name: string, toll: Toll | null): string {
  if (!toll) return ''
  return toll.low === toll.high
    ? `${name} ${toll.low}`
    : `${name} ${toll.low} to ${toll.high}, most origins say ${toll.best}`
}

/** "3 reports, 2 independent origins". */
export function backingWords({ reports, origins }: Pick<EventSummary, 'reports' | 'origins'>): string {
  return `${counted(reports, 'report')}, ${counted(origins, 'independent origin')}`
}

export function counted(n: number, one: string): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : `${one}s`}`
}

/** The sentence and where it is from. */
export function evidenceWords(evidence: Evidence | null): string {
  if (!evidence) return ''
  const from = [evidence.outlet, evidence.published].filter(Boolean).join(', ')
  return `“${evidence.text.replace(/\s+/g, ' ').trim()}”${from ? ` (${from})` : ''}`
}

/** Where an event was, as exactly as the words have it. */
function placeWords({ place, country }: EventSummary): string {
  return place === null ? '' : country && place !== country ? `${place}, ${country}` : place
}

/** The table that tells events. */
export function eventSection(title: string, events: readonly EventSummary[], empty: string): Section {
  return {
    title,
    columns: ['day', 'who → whom', 'what', 'status', 'how well backed', 'id'],
    rows: events.map((e) => ({
      cells: [
        dayWords(e),
        `${whoWords(e.actors)} → ${whoWords(e.recipients, '…')}`,
        codeWords(e),
        e.status,
        backingWords(e),
        e.id,
      ],
      under: [
        [
          placeWords(e),
          tollWords('killed', e.killed),
          tollWords('injured', e.injured),
          e.disputed.length > 0 ? `disputed: ${e.disputed.join(', ')}` : '',
        ]
          .filter(Boolean)
          .join('; '),
        evidenceWords(e.evidence),
      ].filter(Boolean),
      quadClass: e.quadClass,
    })),
    empty,
  }
}

export function codeWords(e: EventSummary): string {
  return e.mode ? `${e.type} ${e.mode}` : e.type
}

/** The table that tells statements. */
export function statementSection(title: string, statements: readonly ToldStatement[], empty: string): Section {
  return {
    title,
    columns: ['day', 'who', 'how', 'channel', 'holds', 'about', 'id'],
    rows: statements.map((s) => ({
      cells: [
        s.day ?? 'no date',
        s.speaker?.name ?? s.source ?? 'nobody named',
        [s.anonymous ? 'unnamed' : '', s.form, s.cue].filter(Boolean).join(', '),
        [s.channelText ?? s.channel, s.through ? `through ${s.through.name}` : ''].filter(Boolean).join(', '),
        s.tells.map((t) => t.type).join(', '),
        s.about.map((a) => a.name).join(', '),
        s.id,
      ],
      under: [evidenceWords(s.sentence && s.evidence ? { ...s.evidence, ...s.sentence } : s.evidence)],
    })),
    empty,
  }
}

/** An event as one flat row. */
export function eventRow(e: EventSummary): FlatRow {
  return {
    id: e.id, day: e.day, day_by: e.dayBy, from: e.from, until: e.until, precision: e.precision, type: e.type, mode: e.mode, quad_class: e.quadClass, intensity: e.intensity, status: e.status,
    actors: e.actors.map((a) => a.name).join('; '), actor_ids: e.actors.map((a) => a.id).join('; '), actor_codes: e.actors.map(codeOf).join('; '),
    recipients: e.recipients.map((a) => a.name).join('; '), recipient_ids: e.recipients.map((a) => a.id).join('; '), recipient_codes: e.recipients.map(codeOf).join('; '),
    place: e.place, country: e.country, lat: e.lat, lon: e.lon, place_precision: e.placePrecision,
    killed_low: e.killed?.low ?? null, killed_high: e.killed?.high ?? null, killed_best: e.killed?.best ?? null,
    injured_low: e.injured?.low ?? null, injured_high: e.injured?.high ?? null, injured_best: e.injured?.best ?? null,
    reports: e.reports, origins: e.origins, articles: e.articles, disputed: e.disputed.join('; '),
    ...evidenceRow(e.evidence),
  } // biome-ignore format: one line a group
}

/** A statement as one flat row. */
export function statementRow(s: StatementSummary): FlatRow {
  return {
    id: s.id, day: s.day, speaker: s.speaker?.name ?? null, speaker_id: s.speaker?.id ?? null, speaker_code: s.speaker ? codeOf(s.speaker) : null, source: s.source, cue: s.cue, form: s.form,
    anonymous: s.anonymous ? 1 : 0, number: s.number, affiliation: s.affiliation, reason: s.reason, channel: s.channel, channel_text: s.channelText, through: s.through?.name ?? null, within: s.within, confidence: s.confidence,
    ...evidenceRow(s.evidence),
  } // biome-ignore format: one line a group
}

type Tie = Pick<TieSummary, 'type' | 'head' | 'tail' | 'first' | 'last' | 'times' | 'outlets' | 'hedged'>

/** What every list of ties tells of one, as columns. */
export function tieRow(t: Tie): FlatRow {
  return {
    type: t.type, head: t.head.name, head_id: t.head.id, tail: t.tail.name, tail_id: t.tail.id,
    first: t.first, last: t.last, times: t.times, outlets: t.outlets, hedged: t.hedged,
  } // biome-ignore format: one line a group
}

/** PLOVER's code of an actor: country and sectors. */
export function codeOf(actor: Named): string {
  return [actor.country ?? '', ...actor.sectors].filter(Boolean).join(' ')
}

/** Where a finding stands, as columns. */
export function evidenceRow(evidence: Evidence | null): FlatRow {
  return {
    article: evidence?.article ?? null,
    outlet: evidence?.outlet ?? null,
    published: evidence?.published ?? null,
    url: evidence?.url ?? null,
    start: evidence?.start ?? null,
    end: evidence?.end ?? null,
    text: evidence?.text ?? null,
  }
}
