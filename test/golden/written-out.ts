import { type Event, type Reading, type Span } from '../../src/codebook/index.ts'
import { marked } from '../marked.ts'

/** A reading as a page a person can read and argue with. Nothing of how sure the reader is: that moves with every machine. */
export function writtenOut(reading: Reading): string {
  const { text } = reading.article
  const marks = [
    ...reading.attributions.flatMap((a) => [
      [`${a.id} source`, a.source] as const,
      [`${a.id} cue`, a.cue] as const,
      ...a.content.map((c) => [`${a.id} content`, c] as const),
    ]),
    ...reading.events.map((e) => [`${e.id} ${e.type}`, e.trigger] as const),
  ]
  const parts: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    ['Text', [marked(text, marks).trimEnd()]],
    ['Who is who', reading.entities.map((e) => entityLine(reading, e))],
    ['Who said what', reading.attributions.map((a) => attributionLine(reading, a))],
    ['Who did what to whom', reading.events.map((e) => eventLine(reading, e))],
    ['Who stands with whom', reading.relations.map((r) => relationLine(reading, r))],
    ['When', reading.times.map((t) => `${t.id} “${t.text}” is ${t.from ?? '?'} to ${t.until ?? '?'} (${t.precision})`)],
    ['Where', reading.places.map((p) => `${p.id} ${p.name}, ${p.country ?? 'no country'} (${p.precision})`)],
    ['Left alone', reading.skipped.map((s) => `${s.why}: ${oneLine(text.slice(s.start, s.end))}`)],
  ]
  return `${parts.map(([heading, lines]) => `## ${heading}\n\n${lines.join('\n') || '(nothing)'}\n`).join('\n')}`
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()
const inMarks = (span: Span): string => `“${oneLine(span.text)}”`

function nameOf(reading: Reading, id: string | null): string {
  const entity = reading.entities.find((e) => e.id === id)
  return entity ? `${entity.name} (${entity.id})` : 'somebody'
}

function entityLine(reading: Reading, e: Reading['entities'][number]): string {
  const code = [e.actor.country, ...e.actor.sectors].filter((x) => x !== null).join(' ') || 'no code'
  const words = reading.mentions.filter((m) => m.entity === e.id).map((m) => oneLine(m.text))
  return `${e.id} ${e.name}, ${e.named ? '' : 'unnamed '}${e.kind}, ${code}: ${words.join(' · ')}`
}

function attributionLine(reading: Reading, a: Reading['attributions'][number]): string {
  const { anonymous, channel } = a
  const notes = [
    a.type,
    anonymous.is
      ? `unnamed: ${[anonymous.number, anonymous.affiliation, anonymous.reason].filter((x) => x !== null).join(', ')}`
      : null,
    channel.kind === 'unknown'
      ? null
      : `by ${channel.kind} “${channel.text ?? ''}”${channel.through ? ` through ${nameOf(reading, channel.through)}` : ''}`,
    a.within ? `within ${a.within}` : null,
  ].filter((x) => x !== null)
  return `${a.id} ${nameOf(reading, a.speaker)} ${a.cue ? inMarks(a.cue) : 'without a cue'} [${notes.join('; ')}]: ${a.content.map((c) => oneLine(c.text)).join(' … ')}`
}

function eventLine(reading: Reading, e: Event): string {
  const parties = (all: Event['actors']): string =>
    [...new Set(all.map((p) => nameOf(reading, p.entity)))].join(' and ') || 'nobody named'
  const count = (what: string, n: { low: number; high: number } | null | undefined): string | null =>
    n ? `${n.low === n.high ? n.low : `${n.low} to ${n.high}`} ${what}` : null
  const place = reading.places.find((p) => p.id === e.place)
  const time = reading.times.find((t) => t.id === e.time)
  const notes = [
    e.status,
    time ? `${time.text} (${time.id})` : null,
    place ? `at ${place.name} (${place.id})` : null,
    count('killed', e.casualties?.killed),
    count('injured', e.casualties?.injured),
    e.saidBy.length > 0 ? `as ${e.saidBy.join(' in ')} says` : null,
  ].filter((x) => x !== null)
  return `${e.id} ${parties(e.actors)} → ${parties(e.recipients)}: ${e.type}${e.mode ? ` ${e.mode}` : ''} ${inMarks(e.trigger)}, ${notes.join('; ')}`
}

function relationLine(reading: Reading, r: Reading['relations'][number]): string {
  const notes = [r.hedged ? 'hedged' : null, r.saidBy.length > 0 ? `as ${r.saidBy.join(' in ')} says` : null]
  return `${r.id} ${nameOf(reading, r.head)} ${r.type} ${nameOf(reading, r.tail)}: ${[inMarks(r.evidence), ...notes.filter((x) => x !== null)].join('; ')}`
}
