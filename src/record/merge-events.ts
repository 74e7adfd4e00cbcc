import { moveReports } from './correct/reports.ts'
import { blocksOf } from './join/blocks.ts'
import { profileOf } from './join/group.ts'
import { type Joined, type Kept, moveBlocks, type Near } from './join/join.ts'
import { mergeWith } from './join/merge.ts'
import { emptyProfile, type Profile } from './join/profile.ts'
import { featuresOfEvent } from './join/rebuild.ts'
import { settleEnds } from './reread.ts'
import { insertMissing } from './rows.ts'
import type { Work } from './work.ts'

/**
 * Put events together that an article's reports have shown to be one: the later goes into the earlier, whose id stays. Events
 * that a person's judgement has touched are left as they are. Back come the reports, in the events they are in now.
 */
export async function mergeEvents(
  work: Work,
  kept: Kept,
  { joined, near }: { readonly joined: readonly Joined[]; readonly near: Near },
  touched: Map<number, Profile>,
): Promise<readonly Joined[]> {
  const gone = new Map<number, number>()
  for (const [event, list] of near) {
    if (gone.has(event)) continue
    const others = list.filter((other) => !gone.has(other))
    const found = mergeWith(event, others, (other) => touched.get(other) ?? kept.get(other))
    if (!found || (await isJudged(work, [event, found.event]))) continue
    const [into, from] = found.event < event ? [found.event, event] : [event, found.event]
    const profile = await moveEvent(work, kept, from, into, `one with it: ${found.why}`)
    gone.set(from, into)
    for (const [changed, now] of [
      [into, profile],
      [from, emptyProfile()],
    ] as const) {
      touched.set(changed, now)
      kept.set(changed, now)
    }
  }
  if (gone.size === 0) return joined
  const ended = new Map([...gone.keys()].map((event) => [event, emptyProfile()]))
  await settleEnds(work, ended, 'found to be one with an earlier event', (event) => gone.get(event) ?? null)
  return joined.map((j) => ({ ...j, event: lastOf(gone, j.event) }))
}

function lastOf(gone: ReadonlyMap<number, number>, event: number): number {
  const next = gone.get(event)
  return next === undefined ? event : lastOf(gone, next)
}

/** Move all reports of an event into another, which is found from now on wherever they are; back comes its profile. */
async function moveEvent(work: Work, kept: Kept, from: number, into: number, why: string): Promise<Profile> {
  const [moved, there] = [await featuresOfEvent(work.tx, from), await featuresOfEvent(work.tx, into)]
  await moveReports(
    work,
    moved.map((f) => f.report),
    into,
    why,
  )
  const known = new Set(there.flatMap(blocksOf))
  const own = [...new Set(moved.flatMap(blocksOf))]
  for (let at = 0; at < own.length; at += 100)
    await work.tx
      .deleteFrom('event_block')
      .where('block', 'in', own.slice(at, at + 100))
      .where('event', '=', from)
      .execute()
  await insertMissing(
    work.tx,
    'event_block',
    own.filter((block) => !known.has(block)).map((block) => ({ block, event: into })),
  )
  moveBlocks(kept, own, from, into)
  return profileOf([...there, ...moved].sort((a, b) => a.report - b.report))
}

const BY_A_PERSON = ['merged by a person', 'split by a person', 'a merge was undone', 'a split was undone']

async function isJudged({ tx }: Work, events: readonly number[]): Promise<boolean> {
  const row = await tx
    .selectFrom('report_event')
    .select('event')
    .where('event', 'in', events)
    .where('why', 'in', BY_A_PERSON)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
