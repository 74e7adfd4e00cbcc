import { PLOVER } from '../codebook/index.ts'
import { type Dispute, disputesOf } from './disputes.ts'
import { statusOf, tollOf } from './event-status.ts'
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
    origins: Object.keys(profile.origins).length,
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

/** Write what has become of the events a piece of work touched: a new version where anything changed, and who is in it. */
export async function writeEvents(work: Work, touched: ReadonlyMap<number, Profile>, totals: Totals): Promise<void> {
  const events = [...touched.keys()]
  for (let at = 0; at < events.length; at += 100) await writeSome(work, events.slice(at, at + 100), touched, totals)
}

async function writeSome(
  work: Work,
  events: readonly number[],
  touched: ReadonlyMap<number, Profile>,
  totals: Totals,
): Promise<void> {
  const { tx, rev } = work
  const before = new Map((await currentOf(work, 'event_version', events)).map((row) => [row.event, row]))
  const changed: number[] = []
  const versions: EventVersionRow[] = []
  const disputes: Dispute[][] = []
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
    if (last && (Object.keys(next) as (keyof Version)[]).every((column) => next[column] === last[column])) continue
    changed.push(event)
    versions.push({ ...next, ...bornIn(work) })
    disputes.push(found)
  }
  if (changed.length > 0) {
    const same = tx
      .updateTable('event_version')
      .set({ rev_until: rev })
      .where('event', 'in', changed)
      .where('rev_until', 'is', null)
    await same.execute()
    await insertAll(tx, 'event_version', versions)
  }
  await writeProfiles(work, events, touched)
  await rewrite(
    work,
    'event_party',
    changed,
    versions.flatMap((v) => partyRows(v, touched)),
  )
  await rewrite(
    work,
    'event_dyad',
    changed,
    versions.flatMap((v) => dyadRows(v, touched)),
  )
  await rewriteDisputes(work, changed, versions, disputes)
}

function countSources(
  totals: Totals,
  profile: Profile,
  disputes: readonly Dispute[],
  last: EventVersionRow | undefined,
): void {
  const origins = Object.keys(profile.origins)
  const [first = ''] = origins
  const alone = (n: number) => (n === 1 ? 1 : 0)
  if (first !== '') addTo(totals, first, 'alone', alone(origins.length) - alone(last?.origins ?? 0))
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

function sides(version: Version, touched: ReadonlyMap<number, Profile>): { actors: string[]; recipients: string[] } {
  const profile = touched.get(version.event)
  const keys = (parties: Profile['actors']) => {
    const named = Object.entries(parties).filter(([key]) => !key.startsWith('w:'))
    return [
      ...new Set([...named.slice(0, 8).map(([key]) => key), ...Object.values(parties).flatMap((p) => p.country ?? [])]),
    ]
  }
  return { actors: keys(profile?.actors ?? {}), recipients: keys(profile?.recipients ?? {}) }
}

function partyRows(
  version: Version,
  touched: ReadonlyMap<number, Profile>,
): Omit<Tables['event_party'], 'rev_from' | 'rev_until'>[] {
  const { event, day, type, quad } = version
  const { actors, recipients } = sides(version, touched)
  return [
    ...actors.map((party) => ({ event, role: 'actor', party, day, type, quad })),
    ...recipients.map((party) => ({ event, role: 'recipient', party, day, type, quad })),
  ]
}

function dyadRows(
  version: Version,
  touched: ReadonlyMap<number, Profile>,
): Omit<Tables['event_dyad'], 'rev_from' | 'rev_until'>[] {
  const { event, day, quad } = version
  const { actors, recipients } = sides(version, touched)
  const towards = recipients.length > 0 ? recipients : actors
  return actors.flatMap((actor) =>
    towards.filter((r) => r !== actor).map((recipient) => ({ event, actor, recipient, day, quad })),
  )
}

function partyName(row: object): string {
  const { event, role, party, day, type } = row as Tables['event_party']
  return `${event} ${role} ${party} ${day} ${type}`
}

function dyadName(row: object): string {
  const { event, actor, recipient, day, quad } = row as Tables['event_dyad']
  return `${event} ${actor} ${recipient} ${day} ${quad}`
}

type Kind = 'event_version' | 'event_party' | 'event_dyad' | 'dispute'

async function currentOf<T extends Kind>({ tx }: Work, table: T, events: readonly number[]): Promise<Tables[T][]> {
  if (events.length === 0) return []
  const rows = await tx
    .selectFrom(table as 'event_version')
    .selectAll()
    .where('event', 'in', events)
    .where('rev_until', 'is', null)
    .execute()
  return rows as unknown as Tables[T][]
}

/** Close the rows that no longer hold and add those that do now; rows that are as before are left alone. */
async function rewrite<T extends 'event_party' | 'event_dyad'>(
  work: Work,
  table: T,
  events: readonly number[],
  rows: readonly Omit<Tables[T], 'rev_from' | 'rev_until'>[],
): Promise<void> {
  const nameOf = table === 'event_party' ? partyName : dyadName
  const before = await currentOf(work, table, events)
  const had = new Set(before.map(nameOf))
  const has = new Set(rows.map(nameOf))
  const gone = new Set(before.filter((row) => !has.has(nameOf(row))).map((row) => row.event))
  if (gone.size > 0)
    await work.tx
      .updateTable(table as 'event_party')
      .set({ rev_until: work.rev })
      .where('event', 'in', [...gone])
      .where('rev_until', 'is', null)
      .execute()
  const fresh = rows.filter((row) => gone.has((row as { event: number }).event) || !had.has(nameOf(row)))
  await insertAll(work.tx, table, fresh.map((row) => ({ ...row, ...bornIn(work) })) as unknown as Tables[T][])
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
