import { idOf } from '../ids.ts'
import type { Tables } from '../schema.ts'
import { bornIn, insertAll, type Work } from '../work.ts'
import { blocksOf } from './blocks.ts'
import type { Features } from './features.ts'
import { addToProfile, emptyProfile, type Profile } from './profile.ts'
import { type Scored, scoreJoin, WEIGHTS, whyOf } from './score.ts'

/** Profiles read before, so that a run of articles on one story need not read them again. */
export type Kept = Map<number, Profile>

const CANDIDATES = 32
const KEPT_PROFILES = 4000
/** What an earlier reading of the same words counts for when an article is read again. */
const SAME_WORDS = 3

export type Joined = { readonly report: number; readonly event: number; readonly fresh: boolean }

/** A report to be joined; `before` are the events an earlier reading put the same words into. */
export type ToJoin = { readonly id: string; readonly features: Features; readonly before: readonly number[] }

/** Join reports to the events of the record, or make new events of them; `touched` receives the profile of each. */
export async function joinReports(
  work: Work,
  kept: Kept,
  reports: readonly ToJoin[],
  touched: Map<number, Profile>,
): Promise<Joined[]> {
  const blocks = new Map(reports.map((r) => [r.features.report, blocksOf(r.features)]))
  const found = await findBlocks(work, [...blocks.values()].flat())
  const shortlists = new Map(
    reports.map((r) => [r.features.report, shortlist(blocks.get(r.features.report) ?? [], found, r.before)]),
  )
  await loadProfiles(work, kept, [...shortlists.values()].flat(), touched)

  const joined: Joined[] = []
  const made: Tables['event'][] = []
  const firstKey = await work.keys('event', 0)
  const links: Tables['report_event'][] = []
  const newBlocks: Tables['event_block'][] = []
  for (const { id, features, before } of reports) {
    const own = blocks.get(features.report) ?? []
    const best = bestOf(features, shortlist(own, found, before), before, touched, kept)
    const event = best?.event ?? firstKey + made.length
    if (!best) made.push({ key: event, id: idOf('v', id), rev: work.rev })
    const profile = touched.get(event) ?? kept.get(event) ?? emptyProfile()
    addToProfile(profile, features)
    touched.set(event, profile)
    kept.set(event, profile)
    links.push({
      report: features.report,
      event,
      score: best?.score ?? 0,
      why: best ? whyOf(best) : 'first report',
      ...bornIn(work),
    })
    for (const block of own) {
      const known = found.get(block)
      if (known?.has(event)) continue
      if (known) known.add(event)
      else found.set(block, new Set([event]))
      newBlocks.push({ block, event })
    }
    joined.push({ report: features.report, event, fresh: !best })
  }
  await makeEvents(work, made)
  await insertAll(work.tx, 'report_event', links)
  await insertAll(work.tx, 'event_block', newBlocks)
  return joined
}

type Best = Scored & { readonly event: number }

function bestOf(
  report: Features,
  events: readonly number[],
  before: readonly number[],
  touched: ReadonlyMap<number, Profile>,
  kept: Kept,
): Best | undefined {
  let best: Best | undefined
  for (const event of events) {
    const profile = touched.get(event) ?? kept.get(event)
    if (!profile) continue
    const scored = before.includes(event) ? sameWords(report, profile) : scoreJoin(report, profile)
    if (scored && scored.score >= WEIGHTS.join && scored.score > (best?.score ?? 0)) best = { event, ...scored }
  }
  return best
}

function sameWords(report: Features, profile: Profile): Scored | null {
  if (profile.reports === 0)
    return { score: WEIGHTS.join + SAME_WORDS, parts: [['the same words read again', WEIGHTS.join + SAME_WORDS]] }
  const scored = scoreJoin(report, profile)
  return (
    scored && { score: scored.score + SAME_WORDS, parts: [...scored.parts, ['the same words read again', SAME_WORDS]] }
  )
}

/** New events; an id that an ended event of the same report had is given out only once. */
async function makeEvents(work: Work, made: readonly Tables['event'][]): Promise<void> {
  if (made.length === 0) return
  await work.keys('event', made.length)
  const taken = new Set<string>()
  const rows = await work.tx
    .selectFrom('event')
    .select('id')
    .where(
      'id',
      'in',
      made.map((e) => e.id),
    )
    .execute()
  for (const { id } of rows) taken.add(id)
  await insertAll(
    work.tx,
    'event',
    made.map((e) => (taken.has(e.id) ? { ...e, id: idOf('v', e.id, work.rev) } : e)),
  )
}

function shortlist(
  blocks: readonly number[],
  found: ReadonlyMap<number, ReadonlySet<number>>,
  before: readonly number[],
): number[] {
  const shared = new Map<number, number>(before.map((event) => [event, 1000]))
  for (const block of blocks)
    for (const event of found.get(block) ?? []) shared.set(event, (shared.get(event) ?? 0) + 1)
  const ranked = [...shared].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return ranked.slice(0, CANDIDATES).map(([event]) => event)
}

async function findBlocks(work: Work, blocks: readonly number[]): Promise<Map<number, Set<number>>> {
  const found = new Map<number, Set<number>>()
  const wanted = [...new Set(blocks)]
  for (let at = 0; at < wanted.length; at += 100) {
    const rows = await work.tx
      .selectFrom('event_block')
      .select(['block', 'event'])
      .where('block', 'in', wanted.slice(at, at + 100))
      .orderBy('event', 'desc')
      .limit(6000)
      .execute()
    for (const { block, event } of rows) {
      const known = found.get(block)
      if (known) known.add(event)
      else found.set(block, new Set([event]))
    }
  }
  return found
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
  for (let at = 0; at < missing.length; at += 100) {
    const rows = await work.tx
      .selectFrom('event_profile')
      .selectAll()
      .where('event', 'in', missing.slice(at, at + 100))
      .execute()
    for (const { event, body } of rows) kept.set(event, JSON.parse(body) as Profile)
  }
}
