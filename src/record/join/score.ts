import { type EVENT_TYPES, type EventType, PLOVER, type Status } from '../../codebook/index.ts'
import { type Days, type Features, isCommonStem, type PartyKey, type Where } from './features.ts'
import { areKin, isKnownWord } from './kin-words.ts'
import { daysOf, type Profile, typeOf } from './profile.ts'

/** The weights of the rule that joins a report to an event. Tuned on the dev part of ECB+ and the sample dossier; docs/record.md says what each means. */
export const WEIGHTS = {
  join: 4,
  verbal: -2.55,
  sameType: 0.5,
  kinType: -1.2,
  sameStem: 0.7,
  commonStem: 2.3,
  kinStem: 1.35,
  otherStem: -1.05,
  unknownStem: -1.6,
  actors: 3.05,
  recipients: 2.15,
  sameDay: 4.45,
  nearDay: 1.65,
  withinDays: 1.45,
  published: 1.8,
  farPublished: -0.5,
  samePlace: 4.15,
  sameCountry: 1.95,
  farPlace: -4,
  otherCountry: -3,
  counts: 1.5,
  words: 5.05,
  context: 2.5,
  strangers: -1.05,
  undated: -2.1,
  undatedContext: 4.4,
  sameSentence: 2,
  otherReality: -5,
  sameArticle: 2,
}

export type Scored = { readonly score: number; readonly parts: readonly (readonly [what: string, points: number])[] }

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
  const sameSentence = report.article === event.lastArticle && event.lastSentences.includes(report.sentence)
  if (sameSentence && report.type !== type) return null
  // What can rule it out comes first: most candidates end here.
  const time = timeFit(report, event)
  if (time === null) return null
  const place = placeFit(report.where, event.places)
  if (place === null) return null

  const verbal = PLOVER[report.type].quadClass % 2 === 1
  const symmetric = SYMMETRIC.has(report.type)
  const all = symmetric ? { ...event.recipients, ...event.actors } : null
  const parts: Scored['parts'] = [
    ['words', verbal ? WEIGHTS.verbal : 0],
    ['type', report.type === type ? WEIGHTS.sameType : WEIGHTS.kinType],
    ['word', stemFit(report.stem, event)],
    ['time', time],
    ['place', place],
    ['actors', WEIGHTS.actors * partyFit(report.actors, all ?? event.actors)],
    ['recipients', WEIGHTS.recipients * partyFit(report.recipients, all ?? event.recipients)],
    ['wording', sameSentence ? WEIGHTS.sameSentence : WEIGHTS.words * wordsAlike(report.words, event)],
    ['story', storyFit(report, event)],
    ['counts', countFit(report, event)],
    ['status', sameReality(report.status, event) ? 0 : WEIGHTS.otherReality],
  ]
  return { score: parts.reduce((sum, [, points]) => sum + points, 0), parts }
}

/** The reasons of a score in words: "type +0.5, time +4.45, status -3". */
export function whyOf({ parts }: Scored): string {
  const told = parts.filter(([, points]) => points !== 0)
  return told.map(([what, points]) => `${what} ${points > 0 ? '+' : ''}${Math.round(points * 100) / 100}`).join(', ')
}

const SYMMETRIC: ReadonlySet<string> = new Set<(typeof EVENT_TYPES)[number]>(['CONSULT', 'COOPERATE', 'AGREE'])
const REAL: ReadonlySet<Status> = new Set<Status>(['happened', 'alleged', 'denied'])

function sameReality(status: Status, event: Profile): boolean {
  return (Object.keys(event.statuses) as Status[]).some((other) => REAL.has(other) === REAL.has(status))
}

/** 1 the same named party, 0.7 one body and its people, 0 unknown, below 0 two who cannot be one. */
function partyFit(parties: readonly PartyKey[], event: Profile['actors']): number {
  const most = Math.max(0, ...Object.values(event).map((p) => p.n))
  const others = Object.entries(event).filter(([, p]) => p.n >= most * 0.25)
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
  return apart > 10 ? null : apart > 3 ? WEIGHTS.farPublished : WEIGHTS.published
}

function nearPublication(days: Days, [first, last]: readonly [string, string]): number | null {
  const before = daysBetween(days.until, first)
  const after = daysBetween(last, days.from)
  if (before > 21 || after > 30) return null
  return before > 3 || after > 3 ? WEIGHTS.farPublished : WEIGHTS.published
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

/** Whether the two articles tell one story; where nothing dates either, all hangs on it. */
function storyFit(report: Features, event: Profile): number {
  if (report.article === event.lastArticle) return WEIGHTS.sameArticle
  const alike = contextAlike(report.context, event)
  const undated = !report.days && !report.published && event.days.length === 0 && !event.published
  const strange = alike < 0.2 ? WEIGHTS.strangers : 0
  return strange + WEIGHTS.context * (alike - 0.3) + (undated ? WEIGHTS.undated + WEIGHTS.undatedContext * alike : 0)
}

/** The share of the names the report's article turns on that the event's articles turn on too. */
function contextAlike(names: readonly string[], event: Profile): number {
  const least = Math.max(1, event.articles * 0.2)
  const common = names.filter((name) => (event.context[name] ?? 0) >= least).length
  return Math.min(1, common / Math.max(6, Math.min(names.length, event.contextSize)) / 0.6)
}

/** The same word, another word for the same kind of act, or a word for another act: each by the share of the event's reports. */
function stemFit(stem: string, event: Profile): number {
  const own = isCommonStem(stem) ? WEIGHTS.commonStem : WEIGHTS.sameStem
  let fit = 0
  let total = 0
  for (const [other, n] of Object.entries(event.stems)) {
    const weight = Math.min(n, 5)
    total += weight
    if (other === stem) fit += weight * own
    else if (areKin(stem, other)) fit += weight * WEIGHTS.kinStem
    else fit += weight * (isKnownWord(stem) && isKnownWord(other) ? WEIGHTS.otherStem : WEIGHTS.unknownStem)
  }
  return total === 0 ? 0 : fit / total
}

/** The share of the report's telling words that the event's reports hold too, a word of few of them counting less. */
function wordsAlike(words: Features['words'], event: Profile): number {
  let common = 0
  let total = 0
  for (const [word, weight] of words) {
    total += weight
    const had = event.words[word]
    if (had !== undefined) common += weight * Math.min(1, had / weight / Math.max(1, event.reports * 0.25))
  }
  return total === 0 ? 0 : common / Math.max(total, 8)
}
