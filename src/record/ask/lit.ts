import type { Db, ReportRow } from '../schema.ts'

/** Letters of an article that carry part of a finding: the trigger, a party, the time or the place in words. */
export type Lit = { readonly start: number; readonly end: number; readonly role: 'trigger' | 'actor' | 'recipient' }

type At = Pick<ReportRow, 'key' | 'trigger_start' | 'trigger_end' | 'sentence_start' | 'sentence_end'>

/** The words of each report that carry it, in their order: the trigger, and its parties where its sentence names them. */
export async function litWords(db: Db, reports: readonly At[]): Promise<Map<number, Lit[]>> {
  const byKey = new Map(reports.map((r) => [r.key, r]))
  const found = new Map<number, Lit[]>(
    reports.map((r) => [r.key, [{ start: r.trigger_start, end: r.trigger_end, role: 'trigger' }]]),
  )
  if (reports.length === 0) return found
  const mentions = await db
    .selectFrom('report_party')
    .innerJoin('mention', 'mention.entity', 'report_party.entity')
    .innerJoin('report', 'report.key', 'report_party.report')
    .select(['report_party.report', 'report_party.role', 'mention.start', 'mention.end'])
    .where('report_party.report', 'in', [...byKey.keys()])
    .whereRef('mention.start', '>=', 'report.sentence_start')
    .whereRef('mention.end', '<=', 'report.sentence_end')
    .execute()
  for (const { report, role, start, end } of mentions)
    if (role === 'actor' || role === 'recipient') found.get(report)?.push({ start, end, role })
  for (const [key, words] of found) found.set(key, apart(words))
  return found
}

/** The words in their order; of two that overlap the one that begins first, the longer where both begin there. */
function apart(words: readonly Lit[]): Lit[] {
  const kept: Lit[] = []
  for (const word of [...words].sort((a, b) => a.start - b.start || b.end - a.end))
    if (word.start >= (kept.at(-1)?.end ?? 0)) kept.push(word)
  return kept
}
