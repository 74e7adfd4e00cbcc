import type { EVENT_TYPES, EventType, Status } from '../../codebook/index.ts'
import type { Days, Features, PartyKey, Where } from './features.ts'
import { daysOf, type Profile, typeOf } from './profile.ts'

/** The weights of the rule that joins a report to an event. Tuned on the dev part of ECB+; docs/record.md says what each means. */
export const WEIGHTS = {
  join: 4,
  sameType: 1.5,
  kinType: 0.25,
  sameStem: 1,
  actors: 2,
  recipients: 2,
  sameDay: 2,
  nearDay: 1,
  withinDays: 0.75,
  published: 0.5,
  samePlace: 1.25,
  sameCountry: 0.4,
  farPlace: -2,
  otherCountry: -3,
  counts: 0.5,
  words: 3,
  otherReality: -1.5,
  sameArticle: -0.25,
}

export type Scored = { readonly score: number; readonly why: string }

/** Types that one happening may be reported as. */
const KIN: readonly (readonly EventType[])[] = [
  ['AGREE', 'CONSULT', 'SUPPORT'],
  ['CONCEDE', 'RETREAT', 'AGREE'],
  ['COOPERATE', 'AID', 'AGREE'],
  ['ACCUSE', 'REJECT'],
  ['THREATEN', 'REQUEST'],
  ['SANCTION', 'COERCE'],
  ['MOBILIZE', 'COERCE'],
  ['PROTEST', 'ASSAULT'],
  ['COERCE', 'ASSAULT'],
]

/** Whether two types may name one happening. */
export function isKin(a: EventType, b: EventType): boolean {
  return a === b || KIN.some((group) => group.includes(a) && group.includes(b))
}

/** How well a report fits an event; null where something rules it out, whatever else agrees (so that no chain can form). */
export function scoreJoin(report: Features, event: Profile): Scored | null {
  const type = typeOf(event)
  if (!isKin(report.type, type)) return null
  const why: string[] = []
  let score = 0
  const add = (points: number | null, what: string) => {
    if (points === null) return false
    score += points
    if (points !== 0) why.push(`${what} ${points > 0 ? '+' : ''}${Math.round(points * 100) / 100}`)
    return true
  }
  const alike = wordsAlike(report.words, event.words)
  const symmetric = SYMMETRIC.has(report.type)
  const all = { ...event.recipients, ...event.actors }
  const fits =
    add(report.type === type ? WEIGHTS.sameType : WEIGHTS.kinType, 'type') &&
    add(report.stem in event.stems ? WEIGHTS.sameStem : 0, 'word') &&
    add(timeFit(report, event), 'time') &&
    add(placeFit(report.where, event.places), 'place') &&
    add(WEIGHTS.actors * partyFit(report.actors, symmetric ? all : event.actors), 'actors') &&
    add(WEIGHTS.recipients * partyFit(report.recipients, symmetric ? all : event.recipients), 'recipients') &&
    add(WEIGHTS.words * alike, 'wording') &&
    add(countFit(report, event), 'counts') &&
    add(sameReality(report.status, event) ? 0 : WEIGHTS.otherReality, 'status') &&
    add(report.article === event.lastArticle ? WEIGHTS.sameArticle : 0, 'same article')
  return fits ? { score, why: why.join(', ') } : null
}

const SYMMETRIC: ReadonlySet<string> = new Set<(typeof EVENT_TYPES)[number]>(['CONSULT', 'COOPERATE', 'AGREE'])
const REAL: ReadonlySet<Status> = new Set<Status>(['happened', 'alleged', 'denied'])

function sameReality(status: Status, event: Profile): boolean {
  return (Object.keys(event.statuses) as Status[]).some((other) => REAL.has(other) === REAL.has(status))
}

/** 1 the same named party, 0.7 one body and its people, 0 unknown, below 0 two who cannot be one. */
function partyFit(parties: readonly PartyKey[], event: Profile['actors']): number {
  const others = Object.entries(event)
  if (parties.length === 0 || others.length === 0) return 0
  let best = -1
  for (const party of parties) for (const [key, other] of others) best = Math.max(best, pairFit(party, key, other))
  return best
}

function pairFit(party: PartyKey, key: string, other: Profile['actors'][string]): number {
  if (party.key === key) return party.named ? 1 : 0.6
  const persons = party.kind === 'person' && other.kind === 'person' && party.named && !key.startsWith('w:')
  if (party.country && party.country === other.country) return persons ? -0.3 : 0.7
  if (party.country && other.country) return -1
  return persons ? -0.8 : party.named && !key.startsWith('w:') ? -0.4 : 0
}

const DAY = 86_400_000
const SLACK: Readonly<Record<string, number>> = { day: 1, week: 2, month: 3, year: 7 }

/** Days that agree with every day the event was given; publication days only where the texts give none. */
function timeFit(report: Features, event: Profile): number | null {
  if (report.days) {
    const { days } = report
    if (event.days.some((d) => gapOf(days, d) > (SLACK[days.precision] ?? 3) + (SLACK[d.precision] ?? 3) - 1))
      return null
    const main = daysOf(event)
    if (main) {
      if (main.precision === 'day' && days.precision === 'day')
        return main.from === days.from ? WEIGHTS.sameDay : WEIGHTS.nearDay
      return WEIGHTS.withinDays
    }
    return event.published ? nearPublication(days, event.published) : 0
  }
  if (!report.published) return 0
  const main = daysOf(event)
  if (main) return nearPublication(main, [report.published, report.published])
  if (!event.published) return 0
  const apart = Math.max(
    daysBetween(event.published[1], report.published),
    daysBetween(report.published, event.published[0]),
  )
  return apart > 10 ? null : apart > 4 ? -0.5 : WEIGHTS.published
}

function nearPublication(days: Days, [first, last]: readonly [string, string]): number | null {
  const before = daysBetween(days.until, first)
  const after = daysBetween(last, days.from)
  if (before > 21 || after > 30) return null
  return before > 4 || after > 4 ? -0.5 : WEIGHTS.published
}

function gapOf(a: Days, b: Days): number {
  return Math.max(0, daysBetween(a.until, b.from) + 1, daysBetween(b.until, a.from) + 1)
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY)
}

const AREA = new Set(['country', 'region', 'province'])

function placeFit(where: Where | null, places: Profile['places']): number | null {
  if (!where || places.length === 0) return 0
  let worst: number = WEIGHTS.samePlace
  for (const place of places) {
    const fit = onePlaceFit(where, place)
    if (fit < worst) worst = fit
  }
  return worst <= WEIGHTS.otherCountry ? null : worst
}

function onePlaceFit(a: Where, b: Where): number {
  if (a.name.toLowerCase() === b.name.toLowerCase() && (a.country === b.country || !a.country || !b.country))
    return WEIGHTS.samePlace
  if (a.country && b.country && a.country !== b.country) return WEIGHTS.otherCountry
  if (AREA.has(a.precision) || AREA.has(b.precision)) return a.country === b.country ? WEIGHTS.sameCountry : 0
  const km = kilometres(a, b)
  return km === null ? 0 : km <= 40 ? WEIGHTS.samePlace : km <= 120 ? 0 : WEIGHTS.farPlace
}

/** The way over ground between two places; null where one has no coordinates. */
export function kilometres(a: Pick<Where, 'lat' | 'lon'>, b: Pick<Where, 'lat' | 'lon'>): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 12_742 * Math.asin(Math.sqrt(h))
}

function countFit(report: Features, event: Profile): number {
  const count = report.killed
  const values = Object.keys(event.killed)
  if (!count || values.length === 0) return 0
  return values.some((value) => {
    const [low = 0, high = 0] = value.split('-').map(Number)
    return count[0] <= high && low <= count[1]
  })
    ? WEIGHTS.counts
    : 0
}

/** The share of the report's telling words that the event's reports hold too. */
function wordsAlike(words: Features['words'], event: Profile['words']): number {
  let common = 0
  let total = 0
  for (const [word, weight] of words) {
    total += weight
    if (word in event) common += weight
  }
  return total === 0 ? 0 : common / Math.max(total, 8)
}
