import { PLOVER } from '../codebook/index.ts'
import { type Dispute, disputesOf } from './disputes.ts'
import { currentOf, dyadRows, facetRows, type ListRow, partyRows, rewrite } from './event-lists.ts'
import { statusOf, tollOf } from './event-status.ts'
import { type Counts, countEvent, type Drawn, writeCounts } from './event-totals.ts'
import { facetsOfEvents } from './facets.ts'
import { countOrigins } from './join/origin-count.ts'
import { daysOf, type Profile, topOf, typeOf } from './join/profile.ts'
import type { EventVersionRow, Tables } from './schema.ts'
import { topParties } from './top-parties.ts'
import { addTo, type Totals } from './totals.ts'
import { bornIn, insertAll, type Work } from './work.ts'

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
export async function writeEvents(
  work: Work,
  touched: ReadonlyMap<number, Profile>,
  totals: Totals,
  told?: Told,
): Promise<void> {
  const events = [...touched.keys()]
  const counts: Counts = new Map()
  for (let at = 0; at < events.length; at += 100)
    await writeSome(work, events.slice(at, at + 100), touched, { totals, counts, told })
  await writeCounts(work.tx, counts)
}

type Sums = { readonly totals: Totals; readonly counts: Counts; readonly told: Told | undefined }

async function writeSome(
  work: Work,
  events: readonly number[],
  touched: ReadonlyMap<number, Profile>,
  { totals, counts, told }: Sums,
): Promise<void> {
  const { tx, rev } = work
  const before = new Map((await currentOf(work, 'event_version', events)).map((row) => [row.event, row]))
  const changed: number[] = []
  const versions = new Map<number, EventVersionRow>()
  const disputes: Dispute[][] = []
  const now = new Map<number, EventVersionRow>()
  for (const event of events) {
    const profile = touched.get(event)
    if (!profile) continue
    const found = profile.reports > 0 ? disputesOf(profile) : []
    const last = before.get(event)
    countSources(totals, profile, found, last)
    if (profile.reports === 0) {
      if (last) changed.push(event)
      continue
    }
    const next = versionOf(event, profile, found)
    if (last && (Object.keys(next) as (keyof Version)[]).every((column) => next[column] === last[column])) {
      now.set(event, last)
      continue
    }
    changed.push(event)
    const version = { ...next, ...bornIn(work) }
    versions.set(event, version)
    now.set(event, version)
    disputes.push(found)
  }
  if (changed.length > 0) {
    const same = tx
      .updateTable('event_version')
      .set({ rev_until: rev })
      .where('event', 'in', changed)
      .where('rev_until', 'is', null)
    await same.execute()
    await insertAll(tx, 'event_version', [...versions.values()])
  }
  await writeProfiles(work, events, touched)
  const lists = await writeLists(work, { events, changed, now, touched, told })
  for (const event of events) {
    const [last, next] = [before.get(event), now.get(event)]
    if (last) countEvent(counts, { version: last, ...lists.before(event) }, -1)
    if (next) countEvent(counts, { version: next, ...lists.after(event) }, 1)
  }
  await rewriteDisputes(work, changed, [...versions.values()], disputes)
}

/** Work out anew who tells of events that are otherwise as they were. */
export async function retellEvents(work: Work, events: readonly number[]): Promise<void> {
  const counts: Counts = new Map()
  for (let at = 0; at < events.length; at += 100) {
    const some = events.slice(at, at + 100)
    const now = new Map((await currentOf(work, 'event_version', some)).map((row) => [row.event, row]))
    const lists = await writeLists(work, { events: some, changed: [], now, touched: new Map(), told: undefined })
    for (const [event, version] of now) {
      countEvent(counts, { version, ...lists.before(event) }, -1)
      countEvent(counts, { version, ...lists.after(event) }, 1)
    }
  }
  await writeCounts(work.tx, counts)
}

type ToList = {
  readonly events: readonly number[]
  readonly changed: readonly number[]
  readonly now: ReadonlyMap<number, EventVersionRow>
  readonly touched: ReadonlyMap<number, Profile>
  readonly told: Told | undefined
}
type Lists = { readonly before: ListOf; readonly after: ListOf }
type ListOf = (event: number) => Omit<Drawn, 'version'>

async function writeLists(work: Work, { events, changed, now, touched, told }: ToList): Promise<Lists> {
  const had = {
    parties: await currentOf(work, 'event_party', events),
    dyads: await currentOf(work, 'event_dyad', events),
    facets: await currentOf(work, 'event_facet', events),
  }
  const known = byEvent(had.facets)
  const anew = told ? null : await facetsOfEvents(work.tx, events)
  const facetsOf = (event: number) =>
    anew?.get(event) ?? new Set([...(known.get(event) ?? []).map((row) => row.facet), ...(told?.get(event) ?? [])])
  const redrawn = new Set(changed)
  const has = {
    parties: changed.flatMap((event) => now.get(event) ?? []).flatMap((v) => partyRows(v, touched)),
    dyads: changed.flatMap((event) => now.get(event) ?? []).flatMap((v) => dyadRows(v, touched)),
    facets: [...now.values()].flatMap((v) => facetRows(v, facetsOf(v.event))),
  }
  const drawn = <T extends { readonly event: number }>(rows: readonly T[]) =>
    rows.filter((row) => redrawn.has(row.event))
  await rewrite(work, 'event_party', drawn(had.parties), has.parties)
  await rewrite(work, 'event_dyad', drawn(had.dyads), has.dyads)
  await rewrite(work, 'event_facet', had.facets, has.facets)
  const [before, after] = [listsBy(had), listsBy(has)]
  return {
    before,
    after: (event) => (redrawn.has(event) ? after(event) : { ...before(event), facets: after(event).facets }),
  }
}

type Rows = {
  readonly parties: readonly ListRow<'event_party'>[]
  readonly dyads: readonly ListRow<'event_dyad'>[]
  readonly facets: readonly ListRow<'event_facet'>[]
}

function listsBy(rows: Rows): ListOf {
  const [parties, dyads, facets] = [byEvent(rows.parties), byEvent(rows.dyads), byEvent(rows.facets)]
  return (event) => ({
    parties: parties.get(event) ?? [],
    dyads: dyads.get(event) ?? [],
    facets: (facets.get(event) ?? []).map((row) => row.facet),
  })
}

function byEvent<T extends { readonly event: number }>(rows: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const row of rows) {
    const known = found.get(row.event)
    if (known) known.push(row)
    else found.set(row.event, [row])
  }
  return found
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

async function writeProfiles(
  { tx }: Work,
  events: readonly number[],
  touched: ReadonlyMap<number, Profile>,
): Promise<void> {
  await tx.deleteFrom('event_profile').where('event', 'in', events).execute()
  const rows = events.flatMap((event) => {
    const profile = touched.get(event)
    return profile && profile.reports > 0 ? [{ event, body: JSON.stringify(profile) }] : []
  })
  await insertAll(tx, 'event_profile', rows)
}

type Claimed = Pick<Tables['dispute'], 'event' | 'about' | 'day' | 'detail'>

async function rewriteDisputes(
  work: Work,
  events: readonly number[],
  versions: readonly EventVersionRow[],
  disputes: readonly Dispute[][],
): Promise<void> {
  const before = await currentOf(work, 'dispute', events)
  const wanted: Claimed[] = versions.flatMap((version, i) =>
    (disputes[i] ?? []).map((d) => ({
      event: version.event,
      about: d.about,
      day: version.day,
      detail: JSON.stringify(d.claims),
    })),
  )
  const same = (a: Claimed, b: Claimed) =>
    a.event === b.event && a.about === b.about && a.detail === b.detail && a.day === b.day
  const gone = before.filter((row) => !wanted.some((w) => same(w, row)))
  const fresh = wanted.filter((w) => !before.some((row) => same(w, row)))
  if (gone.length > 0)
    await work.tx
      .updateTable('dispute')
      .set({ rev_until: work.rev })
      .where(
        'id',
        'in',
        gone.map((row) => row.id),
      )
      .execute()
  const first = fresh.length > 0 ? await work.keys('dispute', fresh.length) : 0
  await insertAll(
    work.tx,
    'dispute',
    fresh.map((row, i) => ({ id: first + i, ...row, ...bornIn(work) })),
  )
}
