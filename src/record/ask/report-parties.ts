import type { Db } from '../schema.ts'
import { type Named, nameActors } from './actors.ts'
import { alive } from './common.ts'

/** The parties of some reports as their actors are called, each with its role. */
export async function reportParties(
  db: Db,
  reports: readonly number[],
  rev: number | null,
): Promise<{ readonly report: number; readonly role: string; readonly party: Named }[]> {
  if (reports.length === 0) return []
  const rows = await db
    .selectFrom('report_party')
    .innerJoin('entity_actor', 'entity_actor.entity', 'report_party.entity')
    .select(['report_party.report', 'report_party.role', 'entity_actor.actor'])
    .where('report_party.report', 'in', reports)
    .where(alive('entity_actor', rev))
    .execute()
  const names = await nameActors(
    db,
    rows.map((r) => r.actor),
    rev,
  )
  return rows.flatMap(({ report, role, actor }) => {
    const party = names.get(actor)
    return party ? [{ report, role, party }] : []
  })
}
