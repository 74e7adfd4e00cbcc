import type { EventType } from '../codebook/index.ts'
import { countArticle } from './dossiers.ts'
import { dossiersOf } from './facets.ts'
import type { Joined, Kept } from './join/join.ts'
import type { Profile } from './join/profile.ts'
import { rebuildProfile } from './join/rebuild.ts'
import { isKin } from './join/score.ts'
import type { ArticleRow, ReportRow } from './schema.ts'
import { countTies } from './ties.ts'
import { addTo } from './totals.ts'
import { bornIn, type Work } from './work.ts'

type OldReport = Pick<ReportRow, 'type' | 'trigger_start' | 'trigger_end'> & { readonly event: number }

/** What the reading that a newer one replaces had said, and the events that lost its reports. */
export type Old = {
  readonly reports: readonly OldReport[]
  readonly touched: Map<number, Profile>
}

/** End the current reading of an article: its findings stay as history, its events are drawn without them. */
export async function closeReading(work: Work, kept: Kept, article: ArticleRow, reader: string): Promise<Old> {
  const { tx, rev, totals } = work
  const reports = await tx
    .selectFrom('report')
    .innerJoin('report_event', (join) =>
      join.onRef('report_event.report', '=', 'report.key').on('report_event.rev_until', 'is', null),
    )
    .select([
      'report.key',
      'report.type',
      'report.trigger_start',
      'report.trigger_end',
      'report.origin',
      'report_event.event',
    ])
    .where('report.article', '=', article.id)
    .where('report.rev_until', 'is', null)
    .execute()
  const statements = await tx
    .selectFrom('statement')
    .select(['speaker', 'anonymous'])
    .where('article', '=', article.id)
    .where('rev_until', 'is', null)
    .execute()
  const outlet = `o:${article.outlet_key}`
  addTo(totals, outlet, 'reports', -reports.length)
  addTo(totals, outlet, 'statements', -statements.length)
  for (const { speaker, anonymous } of statements) {
    if (anonymous === 1) addTo(totals, outlet, 'anonymous', -1)
    else if (speaker !== null) addTo(totals, `s:${speaker}`, 'statements', -1)
  }
  for (const { origin } of reports) if (origin.startsWith('s:')) addTo(totals, origin, 'reports', -1)

  const dossiers = (await dossiersOf(tx, [article.id])).get(article.id) ?? []
  const gone = { reports: -reports.length, statements: -statements.length, [`reader:${reader}`]: -1 }
  countArticle(work, dossiers, gone)
  const relations = await tx
    .selectFrom('relation')
    .select(['tie', 'speaker'])
    .where('article', '=', article.id)
    .where('rev_until', 'is', null)
    .execute()
  await countTies(work, article.outlet_key, relations, -1)

  const keys = reports.map((r) => r.key)
  for (let at = 0; at < keys.length; at += 500)
    await tx
      .updateTable('report_event')
      .set({ rev_until: rev })
      .where('report', 'in', keys.slice(at, at + 500))
      .where('rev_until', 'is', null)
      .execute()
  for (const table of ['report', 'statement', 'relation', 'reading_current'] as const)
    await tx
      .updateTable(table)
      .set({ rev_until: rev })
      .where('article', '=', article.id)
      .where('rev_until', 'is', null)
      .execute()
  const touched = await rebuildAll(
    work,
    kept,
    reports.map((r) => r.event),
  )
  return { reports, touched }
}

/** The profiles of events made anew after reports left or joined them. */
export async function rebuildAll(work: Work, kept: Kept, events: readonly number[]): Promise<Map<number, Profile>> {
  const touched = new Map<number, Profile>()
  for (const event of new Set(events)) {
    const profile = await rebuildProfile(work.tx, event)
    touched.set(event, profile)
    kept.set(event, profile)
  }
  return touched
}

/** The events that an older reading put the same words into. */
export function eventsOfWords(old: Old, row: ReportRow): number[] {
  return old.reports
    .filter((r) => overlaps(r, row) && isKin(r.type as EventType, row.type as EventType))
    .map((r) => r.event)
}

function overlaps(a: Omit<OldReport, 'event' | 'type'>, b: Omit<OldReport, 'event' | 'type'>): boolean {
  return a.trigger_start < b.trigger_end && b.trigger_start < a.trigger_end
}

/** After a new reading: events that nothing reports any more end, with the event that took over their words where there is one. */
export async function settleReread(
  work: Work,
  old: Old,
  joined: readonly Joined[],
  rows: readonly ReportRow[],
  touched: ReadonlyMap<number, Profile>,
): Promise<void> {
  await settleEnds(work, touched, 'no report left after reading again', (event) => {
    const heirs = old.reports.filter((r) => r.event === event).flatMap((r) => rows.filter((row) => overlaps(r, row)))
    return joined.find((j) => heirs.some((row) => row.key === j.report))?.event ?? null
  })
}

/** Say of each touched event that it ended, where no report is left in it; or that it lives again. */
export async function settleEnds(
  work: Work,
  touched: ReadonlyMap<number, Profile>,
  why: string,
  successorOf: (event: number) => number | null,
): Promise<void> {
  const { tx, rev } = work
  for (const [event, profile] of touched) {
    const ended = await tx
      .selectFrom('event_end')
      .select('event')
      .where('event', '=', event)
      .where('rev_until', 'is', null)
      .executeTakeFirst()
    if (profile.reports > 0 && ended)
      await tx
        .updateTable('event_end')
        .set({ rev_until: rev })
        .where('event', '=', event)
        .where('rev_until', 'is', null)
        .execute()
    if (profile.reports === 0 && !ended)
      await tx
        .insertInto('event_end')
        .values({ event, successor: successorOf(event), why, ...bornIn(work) })
        .execute()
  }
}
