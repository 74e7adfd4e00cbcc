import { sql } from 'kysely'
import { idOf } from '../ids.ts'
import { ask, insertMissing, rowsOf } from '../rows.ts'
import type { Tables } from '../schema.ts'
import { bornIn, insertAll, NOTHING_DRAWN, type Work } from '../work.ts'
import { blocksOf } from './blocks.ts'
import type { Features } from './features.ts'
import { groupReports, profileOf } from './group.ts'
import { addToProfile, emptyProfile, type Profile } from './profile.ts'
import { type Scored, scoreBeside, scoreJoin, whyOf } from './score.ts'
import { WEIGHTS } from './weights.ts'

/** Profiles read before, so that a run of articles on one story need not read them again. */
export type Kept = Map<number, Profile>

const CANDIDATES = 32
const KEPT_PROFILES = 4000
/** What an earlier reading of the same words counts for when an article is read again. */
const SAME_WORDS = 3

export type Joined = { readonly report: number; readonly event: number; readonly fresh: boolean }

/** Events that gained reports they did not begin with, and the events that are looked at beside them. */
export type Near = ReadonlyMap<number, readonly number[]>

/** A report to be joined; `before` are the events an earlier reading put the same words into. */
export type ToJoin = { readonly id: string; readonly features: Features; readonly before: readonly number[] }

/** Join reports to the events of the record, or make new events of them; `touched` receives the profile of each. */
export async function joinReports(
  work: Work,
  kept: Kept,
  reports: readonly ToJoin[],
  touched: Map<number, Profile>,
): Promise<{ readonly joined: readonly Joined[]; readonly near: Near }> {
  const groups = groupReports(reports).map((members) => groupOf(members))
  const found = await findBlocks(
    work,
    kept,
    groups.flatMap((g) => g.blocks),
  )
  const wanted = groups.flatMap((g) => shortlist(g.blocks, found, g.before))
  await loadProfiles(work, kept, wanted, touched)

  const joined: Joined[] = []
  const made: Tables['event'][] = []
  const firstKey = await work.keys('event', 0)
  const links: Tables['report_event'][] = []
  const newBlocks: Tables['event_block'][] = []
  const near = new Map<number, readonly number[]>()
  for (const group of groups) {
    const list = shortlist(group.blocks, found, group.before)
    const best = bestOf(group, list, (event) => touched.get(event) ?? kept.get(event))
    if (best) near.set(best.event, list)
    const event = best?.event ?? firstKey + made.length
    const [first] = group.members
    if (!best && first) made.push({ key: event, id: idOf('v', first.id), rev: work.rev })
    const profile = touched.get(event) ?? kept.get(event) ?? emptyProfile()
    for (const { features } of group.members) {
      const scored = best ?? (profile.reports > 0 ? scoreJoin(profileOf([features]), profile) : null)
      const why = scored ? whyOf(scored) : profile.reports > 0 ? 'with others of its article' : 'first report'
      links.push({ report: features.report, event, score: scored?.score ?? 0, why, ...bornIn(work) })
      joined.push({ report: features.report, event, fresh: !best && profile.reports === 0 })
      addToProfile(profile, features)
    }
    touched.set(event, profile)
    kept.set(event, profile)
    for (const block of group.blocks) {
      const under = found.get(block)
      if (under?.has(event)) continue
      under?.add(event)
      newBlocks.push({ block, event })
    }
  }
  await makeEvents(work, made)
  await insertAll(work.tx, 'report_event', links)
  // In the order of the table, which is by weeks: neighbours go to one page.
  await insertMissing(
    work.tx,
    'event_block',
    newBlocks.sort((a, b) => a.block - b.block || a.event - b.event),
  )
  return { joined, near }
}

/** The reports of one article that are of one event, and where it is looked for. */
type Group = {
  readonly members: readonly ToJoin[]
  readonly profile: Profile
  readonly blocks: readonly number[]
  readonly before: readonly number[]
}

function groupOf(members: readonly ToJoin[]): Group {
  return {
    members,
    profile: profileOf(members.map((m) => m.features)),
    blocks: [...new Set(members.flatMap((m) => blocksOf(m.features)))],
    before: members.flatMap((m) => m.before),
  }
}

type Best = Scored & { readonly event: number }

/** The event a group fits best, where it fits one well enough; of two the one that comes first. */
function bestOf(
  { profile, before }: Pick<Group, 'profile' | 'before'>,
  events: readonly number[],
  profileOfEvent: (event: number) => Profile | undefined,
): Best | undefined {
  let best: Best | undefined
  for (const event of events) {
    const known = profileOfEvent(event)
    if (!known || (known.reports === 0 && !before.includes(event))) continue
    const beside = known.lastArticle === profile.lastArticle
    const compare = beside ? scoreBeside : scoreJoin
    const scored = before.includes(event) ? sameWords(profile, known) : compare(profile, known)
    if (scored && scored.score >= WEIGHTS.join && scored.score > (best?.score ?? 0)) best = { event, ...scored }
  }
  return best
}

function sameWords(group: Profile, event: Profile): Scored | null {
  if (event.reports === 0)
    return { score: WEIGHTS.join + SAME_WORDS, parts: [['the same words read again', WEIGHTS.join + SAME_WORDS]] }
  const scored = scoreJoin(group, event)
  return (
    scored && { score: scored.score + SAME_WORDS, parts: [...scored.parts, ['the same words read again', SAME_WORDS]] }
  )
}

/** New events; an id that an ended event of the same report had is given out only once. */
async function makeEvents(work: Work, made: readonly Tables['event'][]): Promise<void> {
  if (made.length === 0) return
  await work.keys('event', made.length)
  for (const { key } of made) work.drawn.set(key, NOTHING_DRAWN)
  const taken = new Set<string>()
  const ids = made.map((e) => e.id)
  for (const { id } of await rowsOf(work.tx, 'event', 'id', ids)) taken.add(id)
  await insertAll(
    work.tx,
    'event',
    made.map((e) => (taken.has(e.id) ? { ...e, id: idOf('v', e.id, work.rev) } : e)),
  )
}

/** The events that share most with a report, what few events share counting most. */
function shortlist(
  blocks: readonly number[],
  found: ReadonlyMap<number, ReadonlySet<number>>,
  before: readonly number[],
): number[] {
  const shared = new Map<number, number>(before.map((event) => [event, 1000]))
  for (const block of blocks) {
    const events = found.get(block)
    if (!events) continue
    const counts = 1 / Math.sqrt(events.size)
    for (const event of events) shared.set(event, (shared.get(event) ?? 0) + counts)
  }
  // Most of hundreds share little: only those that share no less than the 32nd most are put in order.
  const least = [...Float64Array.from(shared.values()).sort()].at(-CANDIDATES) ?? 0
  const most: [event: number, weight: number][] = []
  for (const entry of shared) if (entry[1] >= least) most.push(entry)
  most.sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return most.slice(0, CANDIDATES).map(([event]) => event)
}

/** The events under blocks looked up before, for as long as the profiles are kept: a story's articles share most of them. */
const KNOWN_BLOCKS = new WeakMap<Kept, Map<number, Set<number>>>()
const KEPT_BLOCKS = 60_000

/** Forget all that was kept of the record: another has written to it. */
export function forget(kept: Kept): void {
  kept.clear()
  KNOWN_BLOCKS.delete(kept)
}

/** Say that what stood under these blocks for one event stands there for another now. */
export function moveBlocks(kept: Kept, blocks: readonly number[], from: number, into: number): void {
  const known = KNOWN_BLOCKS.get(kept)
  for (const block of blocks) {
    const events = known?.get(block)
    events?.delete(from)
    events?.add(into)
  }
}

async function findBlocks(work: Work, kept: Kept, blocks: readonly number[]): Promise<Map<number, Set<number>>> {
  const known = KNOWN_BLOCKS.get(kept) ?? new Map<number, Set<number>>()
  KNOWN_BLOCKS.set(kept, known)
  if (known.size > KEPT_BLOCKS) known.clear()
  const missing = [...new Set(blocks)].filter((block) => !known.has(block))
  for (let at = 0; at < missing.length; at += 100) {
    const some = missing.slice(at, at + 100)
    for (const block of some) known.set(block, new Set())
    const rows = await ask(work.tx, 'event_block', some, (blocks) =>
      work.tx
        .selectFrom('event_block')
        .select(['block', 'event'])
        .where('block', 'in', blocks)
        .orderBy('event', 'desc')
        .limit(sql.lit(6000)),
    )
    for (const { block, event } of rows) known.get(block)?.add(event)
  }
  return known
}

/** Bring profiles into memory that are not there yet. */
async function loadProfiles(
  work: Work,
  kept: Kept,
  events: readonly number[],
  touched: ReadonlyMap<number, Profile>,
): Promise<void> {
  if (kept.size > KEPT_PROFILES)
    for (const event of [...kept.keys()].slice(0, kept.size / 2)) if (!touched.has(event)) kept.delete(event)
  const missing = [...new Set(events)].filter((event) => !kept.has(event) && !touched.has(event))
  // What an article before it in the same transaction has changed is not in the table yet.
  const here = missing.filter((event) => work.profiles.has(event))
  for (const event of here) kept.set(event, work.profiles.get(event) ?? emptyProfile())
  const away = missing.filter((event) => !work.profiles.has(event))
  for (const { event, body } of await rowsOf(work.tx, 'event_profile', 'event', away))
    kept.set(event, { ...emptyProfile(), ...(JSON.parse(body) as Profile) })
}
