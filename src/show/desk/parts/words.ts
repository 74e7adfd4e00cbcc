import type { EventSummary, Named } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'

// Made once: a formatter takes longer to make than a hundred days to write.
const LONG = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** "Wednesday 8 January 2020"; `short` leaves weekday and year away: "8 January". */
export function dayInWords(day: string, { short = false } = {}): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return (short ? SHORT : LONG).format(date).replace(',', '')
}

/** "8 January 2020": a day without its weekday, where it stands beside a name. */
export function dateInWords(day: string): string {
  return dayInWords(day).replace(/^\p{L}+ /u, '')
}

/** When an event was, as exactly as the texts tell: a day, a stretch of days, or that no text dates it. */
export function whenInWords(
  event: Pick<EventSummary, 'day' | 'dayBy' | 'from' | 'until' | 'precision'>,
  { short = false } = {},
): string {
  if (event.day === null) return 'no date in the text'
  if (event.dayBy === 'published') return `${dayInWords(event.day, { short })}, by the day of publication`
  if (event.precision === 'day' || event.from === null || event.until === null) return dayInWords(event.day, { short })
  const last = new Date(Date.parse(event.until) - 86_400_000).toISOString().slice(0, 10)
  return last <= event.from
    ? dayInWords(event.from, { short })
    : `between ${dayInWords(event.from, { short })} and ${dayInWords(last, { short })}`
}

/** What a type of event is in a plain verb: "attacked", "threatened"; the code stands small beside it. */
export const VERBS: Readonly<Record<string, { readonly to: string; readonly alone: string }>> = {
  AGREE: { to: 'agreed with', alone: 'agreed' },
  CONSULT: { to: 'met or spoke with', alone: 'held talks' },
  SUPPORT: { to: 'stood by', alone: 'gave support' },
  CONCEDE: { to: 'gave way to', alone: 'gave way' },
  COOPERATE: { to: 'worked with', alone: 'worked together' },
  AID: { to: 'aided', alone: 'gave aid' },
  RETREAT: { to: 'pulled back from', alone: 'pulled back' },
  REQUEST: { to: 'demanded something of', alone: 'made a demand' },
  ACCUSE: { to: 'accused', alone: 'made an accusation' },
  REJECT: { to: 'rebuffed', alone: 'refused or denied' },
  THREATEN: { to: 'threatened', alone: 'made a threat' },
  PROTEST: { to: 'protested against', alone: 'protested' },
  SANCTION: { to: 'penalised', alone: 'imposed a penalty' },
  MOBILIZE: { to: 'moved forces against', alone: 'moved forces' },
  COERCE: { to: 'used coercion on', alone: 'used coercion' },
  ASSAULT: { to: 'attacked', alone: 'made an attack' },
}

/** "12 January: Iran admits …" is said by the evidence; this says who did what to whom by the codes. */
export function deedInWords(type: string, hasRecipient: boolean): string {
  const verb = VERBS[type]
  return verb ? (hasRecipient ? verb.to : verb.alone) : type
}

/** PLOVER's code of an actor: country and sectors, as "IRN GOV". */
export function codeOf(actor: Named): string {
  return [actor.country ?? '', ...actor.sectors].filter(Boolean).join(' ')
}

export const QUAD_NAMES = [
  '',
  'verbal cooperation',
  'material cooperation',
  'verbal conflict',
  'material conflict',
] as const

/** "3 independent origins, 9 reports". */
export function backing({ reports, origins }: Pick<EventSummary, 'reports' | 'origins'>): string {
  return `${counted(origins, 'independent origin')}, ${counted(reports, 'report')}`
}

const ABOUT: Readonly<Record<string, string>> = {
  status: 'whether it happened',
  killed: 'how many were killed',
  injured: 'how many were injured',
  day: 'the day',
  place: 'the place',
  actor: 'who did it',
}

/** What reports differ in: "how many were killed". */
export function aboutInWords(about: string): string {
  return ABOUT[about] ?? about
}

/** "in dispute: the place, who did it"; empty where reports agree. */
export function inDispute({ disputed }: Pick<EventSummary, 'disputed'>): string {
  return disputed.length > 0 ? `in dispute: ${disputed.map(aboutInWords).join(', ')}` : ''
}

/** How much ink a finding gets by its independent origins: 1 (one) to 4 (eight or more). */
export function inkOf(origins: number): 1 | 2 | 3 | 4 {
  return origins >= 8 ? 4 : origins >= 4 ? 3 : origins >= 2 ? 2 : 1
}

/** What a type of event is in one noun, for a label where a verb has no room. */
export const NOUNS: Readonly<Record<string, string>> = {
  AGREE: 'agreement',
  CONSULT: 'talks',
  SUPPORT: 'support',
  CONCEDE: 'concession',
  COOPERATE: 'joint work',
  AID: 'aid',
  RETREAT: 'retreat',
  REQUEST: 'demand',
  ACCUSE: 'accusation',
  REJECT: 'refusal',
  THREATEN: 'threat',
  PROTEST: 'protest',
  SANCTION: 'penalty',
  MOBILIZE: 'forces moved',
  COERCE: 'coercion',
  ASSAULT: 'attack',
}
