import { type EventType, PLOVER, type Status } from '../../codebook/index.ts'
import { type Counted, type Days, deadIn, type Features, type PartyKey, type Where } from './features.ts'
import { addOrigin, noOrigins, type OriginCount } from './origin-count.ts'

type Tally = Record<string, number>
/** Who gives a value: the origins that give it in an outlet's own words, and those that a speaker gives. */
type Backing = { own: string[]; said: string[] }

/**
 * What the joining keeps of an event so that it need not read its reports again.
 * A cache: all of it can be made anew from the reports (see `rebuild.ts`).
 */
export type Profile = {
  types: Tally
  modes: Tally
  stems: Tally
  actors: Record<string, { n: number; kind: string; country: string | null; actor: number }>
  recipients: Record<string, { n: number; kind: string; country: string | null; actor: number }>
  days: (Days & { n: number })[]
  published: [first: string, last: string] | null
  /** Days of the week that sentences without a date name. */
  weekdays: Tally
  places: (Where & { n: number; origins: string[] })[]
  statuses: Partial<Record<Status, Backing>>
  /** The named persons it killed. */
  dead: Tally
  /** How many of its reports tell it as done, by whomever. */
  real: number
  weapons: Tally
  /** How many of its reports speak of other acts of the kind than a certain one. */
  general: number
  killed: Record<string, string[]>
  injured: Record<string, string[]>
  /** Who did it, as lists of countries (or actors), with the origins that say so; deeds only. */
  sides: Record<string, string[]>
  origins: Tally
  originCount: OriginCount
  words: Record<string, number>
  /** What its sentences count: by thing, the numbers. */
  quantities: Record<string, Tally>
  /** The named persons its sentences speak of. */
  people: Tally
  /** How many of its reports stand where their articles begin. */
  opening: number
  /** The names its articles turn on, with the number of articles. */
  context: Record<string, number>
  contextSize: number
  /** Whom its articles are about. */
  focus: Tally
  reports: number
  articles: number
  lastArticle: number
  /** Where the sentences of its reports in that article begin; those of acts that others answer by themselves. */
  lastSentences: number[]
  lastAnswered: number[]
  lead: number
  /** How well the report that stands for the event tells it. */
  leadScore: number
}

const KEPT = { parties: 40, days: 12, places: 12, origins: 300, words: 60, values: 24, backing: 40 }

/** Statuses of what is told as done, by whomever. */
const REAL: ReadonlySet<Status> = new Set<Status>(['happened', 'alleged', 'denied'])

/** "Asked whether it was shot down": it may have been, or may come. */
const MAYBE = 0.5

/** The profile of an event that nothing reports yet. */
export function emptyProfile(): Profile {
  return {
    types: {}, modes: {}, stems: {}, actors: {}, recipients: {}, days: [], published: null, weekdays: {}, places: [], statuses: {}, dead: {}, real: 0, weapons: {}, general: 0, killed: {}, injured: {}, sides: {},
    origins: {}, originCount: noOrigins(), words: {}, quantities: {}, people: {}, opening: 0, context: {}, contextSize: 0, focus: {}, reports: 0, articles: 0, lastArticle: 0, lastSentences: [], lastAnswered: [], lead: 0, leadScore: -9,
  } // biome-ignore format: one line a group
}

/** Add a report to the profile of its event, in place. */
export function addToProfile(profile: Profile, report: Features): void {
  profile.types[report.type] = (profile.types[report.type] ?? 0) + 1
  if (report.mode) profile.modes[report.mode] = (profile.modes[report.mode] ?? 0) + 1
  profile.stems[report.stem] = (profile.stems[report.stem] ?? 0) + 1
  addParties(profile.actors, report.actors)
  addParties(profile.recipients, report.recipients)
  if (report.days) addDays(profile, report.days)
  else if (report.published) {
    const days = [...(profile.published ?? []), report.published].sort()
    profile.published = [days[0] ?? report.published, days.at(-1) ?? report.published]
  }
  for (const day of report.weekdays) profile.weekdays[day] = (profile.weekdays[day] ?? 0) + 1
  if (report.where) addPlace(profile, report.where, report.origin)
  // "Nobody was killed" gives a toll; it does not say that nothing happened.
  const status = report.status === 'denied' && isZero(report) ? 'happened' : report.status
  const backing = profile.statuses[status] ?? { own: [], said: [] }
  profile.statuses[status] = backing
  keep(report.ownWords ? backing.own : backing.said, report.origin)
  if (REAL.has(report.status)) profile.real += 1
  else if (report.status === 'hypothetical') profile.real += MAYBE
  for (const dead of deadIn(report)) profile.dead[dead] = (profile.dead[dead] ?? 0) + 1
  if (report.weapon) profile.weapons[report.weapon] = (profile.weapons[report.weapon] ?? 0) + 1
  if (report.general && report.status !== 'denied') profile.general += 1
  if (status !== 'denied') {
    addCount(profile.killed, report.killed, report.origin)
    addCount(profile.injured, report.injured, report.origin)
  }
  addSide(profile, report)
  if (report.origin in profile.origins || Object.keys(profile.origins).length < KEPT.origins)
    profile.origins[report.origin] = (profile.origins[report.origin] ?? 0) + 1
  addOrigin(profile.originCount, report, report.article === profile.lastArticle)
  let size = Object.keys(profile.words).length
  for (const [word, weight] of report.words) {
    const known = profile.words[word]
    if (known === undefined && size >= KEPT.words) continue
    if (known === undefined) size += 1
    profile.words[word] = (known ?? 0) + weight
  }
  for (const quantity of report.quantities) addQuantity(profile.quantities, quantity)
  for (const name of report.people)
    if (name in profile.people || Object.keys(profile.people).length < KEPT.parties)
      profile.people[name] = (profile.people[name] ?? 0) + 1
  if (isOpening(report)) profile.opening += 1
  if (report.article !== profile.lastArticle) {
    profile.articles += 1
    profile.lastSentences = []
    profile.lastAnswered = []
    for (const [name, share] of report.focus) {
      const known = profile.focus[name]
      if (known !== undefined || Object.keys(profile.focus).length < KEPT.parties)
        profile.focus[name] = (known ?? 0) + share
    }
    for (const name of report.context) {
      const known = profile.context[name]
      if (known === undefined && profile.contextSize >= KEPT.words) continue
      if (known === undefined) profile.contextSize += 1
      profile.context[name] = (known ?? 0) + 1
    }
  }
  const sentences = report.answered ? profile.lastAnswered : profile.lastSentences
  if (sentences.length < KEPT.parties) sentences.push(report.sentence)
  profile.lastArticle = report.article
  const tells = leadScore(report)
  if (tells > profile.leadScore) {
    profile.lead = report.report
    profile.leadScore = tells
  }
  profile.reports += 1
}

const OPENING = 250

function isOpening({ headline, sentence }: Features): boolean {
  return headline || sentence < OPENING
}

function isZero({ killed, injured }: Features): boolean {
  return (killed ?? injured)?.[1] === 0 && (injured ?? killed)?.[1] === 0
}

/** A report stands for its event the better, the more it says itself; the first of the best does. */
function leadScore(report: Features): number {
  const real = report.status === 'happened' && report.ownWords ? 2 : 0
  const told = [report.days, report.where, report.killed].filter((part) => part !== null).length
  return (
    real +
    told +
    (report.actors.length > 0 ? 2 : 0) +
    (report.recipients.length > 0 ? 2 : 0) -
    (report.headline ? 1 : 0)
  )
}

/** The value with the highest tally; the one that came first where several have it. */
export function topOf(tally: Tally): string | undefined {
  return Object.entries(tally).reduce<[string, number] | undefined>(
    (best, entry) => (best && best[1] >= entry[1] ? best : entry),
    undefined,
  )?.[0]
}

/** The type most of an event's reports give it. */
export function typeOf(profile: Profile): EventType {
  return (topOf(profile.types) ?? 'CONSULT') as EventType
}

/** The days most of its reports give, the most exact first; null where no report gives any. */
export function daysOf(profile: Profile): Days | null {
  const rank = (d: Days & { n: number }) => (EXACT[d.precision] ?? 0) * 1000 + d.n
  return profile.days.reduce<(Days & { n: number }) | null>(
    (best, d) => (best && rank(best) >= rank(d) ? best : d),
    null,
  )
}

const EXACT: Readonly<Record<string, number>> = { day: 4, week: 3, month: 2, year: 1 }

function addParties(into: Profile['actors'], parties: readonly PartyKey[]): void {
  for (const { key, kind, country, actor } of parties) {
    const known = into[key]
    if (known) known.n += 1
    else if (Object.keys(into).length < KEPT.parties) into[key] = { n: 1, kind, country, actor }
  }
}

function addDays(profile: Profile, days: Days): void {
  const known = profile.days.find((d) => d.from === days.from && d.until === days.until)
  if (known) known.n += 1
  else if (profile.days.length < KEPT.days) profile.days.push({ ...days, n: 1 })
}

function addPlace(profile: Profile, where: Where, origin: string): void {
  const known = profile.places.find((p) => p.name === where.name && p.country === where.country)
  if (known) {
    known.n += 1
    keep(known.origins, origin)
  } else if (profile.places.length < KEPT.places) profile.places.push({ ...where, n: 1, origins: [origin] })
}

function addCount(into: Record<string, string[]>, count: Counted | null, origin: string): void {
  if (!count) return
  const value = count.join('-')
  const known = into[value]
  if (known) keep(known, origin)
  else if (Object.keys(into).length < KEPT.values) into[value] = [origin]
}

function addQuantity(into: Profile['quantities'], quantity: string): void {
  const [thing = '', number = ''] = quantity.split(' ')
  const known = into[thing]
  if (!known && Object.keys(into).length >= KEPT.values) return
  const numbers = known ?? {}
  into[thing] = numbers
  if (number in numbers || Object.keys(numbers).length < KEPT.days) numbers[number] = (numbers[number] ?? 0) + 1
}

function addSide(profile: Profile, { type, actors, origin }: Features): void {
  const side = [...new Set(actors.flatMap((a) => a.country ?? (a.named ? a.key : [])))].sort().join(' ')
  if (side === '' || PLOVER[type].quadClass % 2 === 1) return
  const known = profile.sides[side]
  if (known) keep(known, origin)
  else if (Object.keys(profile.sides).length < KEPT.places) profile.sides[side] = [origin]
}

function keep(list: string[], origin: string): void {
  if (list.length < KEPT.backing && !list.includes(origin)) list.push(origin)
}
