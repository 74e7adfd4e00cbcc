import { PLOVER } from '../codebook/index.ts'
import { type Dispute, disputesOf } from './disputes.ts'
import { drawnOf, dyadRows, facetRows, partyRows, readDrawn, rewrite } from './event-lists.ts'
import { statusOf, tollOf } from './event-status.ts'
import { countEvent, type Drawn } from './event-totals.ts'
import { facetsOfEvents } from './facets.ts'
import { countOrigins } from './join/origin-count.ts'
import { daysOf, emptyProfile, type Profile, topOf, typeOf } from './join/profile.ts'
import { endRows } from './rows.ts'
import type { EventVersionRow, Tables } from './schema.ts'
import { topParties } from './top-parties.ts'
import { addTo } from './totals.ts'
import { bornIn, type EventRows, insertAll, type Totals, type Work } from './work.ts'

type Version = Omit<EventVersionRow, 'rev_from' | 'rev_until'>

/** An event nothing dates sorts after all others. */
export const NO_DAY = '9999-12-31'

/** An event as its reports draw it at this moment. */
function versionOf(event: number, profile: Profile, disputes: readonly Dispute[]): Version {
  const type = typeOf(profile)
  const mode = topOf(profile.modes) ?? null
  const days = daysOf(profile)
  const place = profile.places.reduce<Profile['places'][number] | null>(
    (best, p) => (best && exactness(best) >= exactness(p) ? best : p),
    null,
  )
  const killed = tollOf(profile.killed)
  const injured = tollOf(profile.injured)
  return {
    event,
    type,
    mode,
    quad: PLOVER[type].quadClass,
    intensity: (mode ? PLOVER[type].modes[mode] : null) ?? PLOVER[type].score,
    day: days?.from ?? profile.published?.[0] ?? NO_DAY,
    day_from: days?.from ?? null,
    day_until: days?.until ?? null,
    precision: days?.precision ?? null,
    day_by: days ? 'text' : profile.published ? 'published' : 'unknown',
    place: place?.name ?? null,
    country: place?.country ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    place_precision: place?.precision ?? null,
    status: statusOf(profile),
    killed_low: killed.low,
    killed_high: killed.high,
    killed_best: killed.best,
    injured_low: injured.low,
    injured_high: injured.high,
    injured_best: injured.best,
    reports: profile.reports,
    origins: countOrigins(profile.originCount),
    articles: profile.articles,
    disputed: disputes.map((d) => d.about).join(' '),
    lead: profile.lead,
    actors: topParties(profile.actors),
    recipients: topParties(profile.recipients),
  }
}

const EXACTNESS: Readonly<Record<string, number>> = { point: 5, city: 4, province: 3, country: 2, region: 1 }

function exactness(place: Profile['places'][number]): number {
  return (EXACTNESS[place.precision] ?? 0) * 1000 + place.n
}

/** The facets that new reports give their events. */
export type Told = ReadonlyMap<number, readonly string[]>

/**
 * Write what has become of the events a piece of work touched: a new version where anything changed, who is in it and who
 * tells of it. Where nothing left an event, `told` are the facets it gained; else they are worked out from its reports.
 */
export async function writeEvents(work: Work, touched: ReadonlyMap<number, Profile>, told?: Told): Promise<void> {
  const events = [...touched.keys()]
  for (let at = 0; at < events.length; at += 100) await writeSome(work, events.slice(at, at + 100), touched, told)
}

async function writeSome(
  work: Work,
  events: readonly number[],
  touched: ReadonlyMap<number, Profile>,
  told: Told | undefined,
): Promise<void> {
  await readDrawn(work, events)
  const before = new Map(events.map((event) => [event, drawnOf(work, event)]))
  const changed: number[] = []
  const versions: EventVersionRow[] = []
  const disputes = new Map<number, Dispute[]>()
  for (const event of events) {
    const profile = touched.get(event)
    const last = before.get(event)?.version
    if (!profile) continue
    const found = profile.reports > 0 ? disputesOf(profile) : []
    countSources(work.totals, profile, found, last)
    const next = profile.reports > 0 ? versionOf(event, profile, found) : undefined
    if (!last && !next) continue
    if (last && next && (Object.keys(next) as (keyof Version)[]).every((column) => next[column] === last[column]))
      continue
    changed.push(event)
    const version = next && { ...next, ...bornIn(work) }
    if (version) versions.push(version)
    disputes.set(event, found)
    work.drawn.set(event, { ...drawnOf(work, event), version })
  }
  const known = changed.filter((event) => before.get(event)?.version)
  await endRows(work.tx, 'event_version', 'event', known, work.rev)
  await insertAll(work.tx, 'event_version', versions)
  for (const event of events) work.profiles.set(event, touched.get(event) ?? emptyProfile())
  await writeLists(work, { events, changed, touched, told })
  await rewriteDisputes(work, changed, disputes)
  countAnew(work, before)
}

/** Work out anew who tells of events that are otherwise as they were. */
export async function retellEvents(work: Work, events: readonly number[]): Promise<void> {
  for (let at = 0; at < events.length; at += 100) {
    const some = events.slice(at, at + 100)
    await readDrawn(work, some)
    const before = new Map(some.map((event) => [event, drawnOf(work, event)]))
    await writeLists(work, { events: some, changed: [], touched: new Map(), told: undefined })
    countAnew(work, before)
  }
}

/** Count events out as they were and in as they are now. */
function countAnew(work: Work, before: ReadonlyMap<number, EventRows>): void {
  for (const [event, had] of before) {
    const has = drawnOf(work, event)
    if (had === has || isCountedAlike(had, has)) continue
    if (had.version) countEvent(work.counts, drawnFrom(had, had.version), -1)
    if (has.version) countEvent(work.counts, drawnFrom(has, has.version), 1)
  }
}

/** Whether an event is counted under the same keys: most that gain a report are. */
function isCountedAlike(had: EventRows, has: EventRows): boolean {
  if (!had.version || !has.version) return false
  if (had.event_party !== has.event_party || had.event_dyad !== has.event_dyad) return false
  const dossiers = ({ event_facet }: EventRows) =>
    event_facet.flatMap(({ facet }) => (facet.startsWith('d:') ? [facet] : [])).sort()
  const [a, b] = [had.version, has.version]
  return COUNTED.every((column) => a[column] === b[column]) && dossiers(had).join() === dossiers(has).join()
}

const COUNTED = ['day', 'type', 'status', 'quad', 'place', 'country', 'lat', 'lon', 'place_precision'] as const

function drawnFrom({ event_party, event_dyad, event_facet }: EventRows, version: EventVersionRow): Drawn {
  return { version, parties: event_party, dyads: event_dyad, facets: event_facet.map((row) => row.facet) }
}

type ToList = {
  readonly events: readonly number[]
  readonly changed: readonly number[]
  readonly touched: ReadonlyMap<number, Profile>
  readonly told: Told | undefined
}

async function writeLists(work: Work, { events, changed, touched, told }: ToList): Promise<void> {
  const anew = told ? null : await facetsOfEvents(work.tx, events)
  const facetsOf = (event: number) =>
    anew?.get(event) ??
    new Set([...drawnOf(work, event).event_facet.map((row) => row.facet), ...(told?.get(event) ?? [])])
  const drawn = (event: number) => drawnOf(work, event).version ?? []
  const redrawn = changed.flatMap(drawn)
  await rewrite(
    work,
    'event_party',
    changed,
    redrawn.flatMap((v) => partyRows(v, touched)),
  )
  await rewrite(
    work,
    'event_dyad',
    changed,
    redrawn.flatMap((v) => dyadRows(v, touched)),
  )
  await rewrite(
    work,
    'event_facet',
    events,
    events.flatMap(drawn).flatMap((v) => facetRows(v, facetsOf(v.event))),
  )
}

function countSources(
  totals: Totals,
  profile: Profile,
  disputes: readonly Dispute[],
  last: EventVersionRow | undefined,
): void {
  const [first = ''] = Object.keys(profile.origins)
  const alone = (n: number) => (n === 1 ? 1 : 0)
  if (first !== '') addTo(totals, first, 'alone', alone(countOrigins(profile.originCount)) - alone(last?.origins ?? 0))
  if (disputes.length > 0 && (last?.disputed ?? '') === '')
    for (const origin of new Set(disputes.flatMap((d) => d.claims.flatMap((c) => c.origins))))
      addTo(totals, origin, 'disputed')
}

type Claimed = Pick<Tables['dispute'], 'event' | 'about' | 'day' | 'detail'>

async function rewriteDisputes(
  work: Work,
  events: readonly number[],
  disputes: ReadonlyMap<number, readonly Dispute[]>,
): Promise<void> {
  const gone: number[] = []
  const fresh: Tables['dispute'][] = []
  const same = (a: Claimed, b: Claimed) => a.about === b.about && a.detail === b.detail && a.day === b.day
  for (const event of events) {
    const known = drawnOf(work, event)
    const wanted: Claimed[] = (disputes.get(event) ?? []).map(({ about, claims }) => ({
      event,
      about,
      day: known.version?.day ?? '',
      detail: JSON.stringify(claims),
    }))
    const stay = known.dispute.filter((row) => wanted.some((w) => same(w, row)))
    gone.push(...known.dispute.filter((row) => !stay.includes(row)).map((row) => row.id))
    const added = wanted.filter((w) => !stay.some((row) => same(w, row)))
    const first = added.length > 0 ? await work.keys('dispute', added.length) : 0
    const rows = added.map((row, i) => ({ id: first + i, ...row, ...bornIn(work) }))
    fresh.push(...rows)
    work.drawn.set(event, { ...known, dispute: [...stay, ...rows] })
  }
  await endRows(work.tx, 'dispute', 'id', gone, work.rev)
  await insertAll(work.tx, 'dispute', fresh)
}
