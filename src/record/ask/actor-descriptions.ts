import type { Db } from '../schema.ts'
import { alive } from './common.ts'
import { type Evidence, evidenceAt } from './summaries.ts'

/** What articles call an actor besides its name: "the commander of the Quds Force"; how often, and where first. */
export type Description = { readonly text: string; readonly times: number; readonly first: Evidence }

const LOOKED_AT = 120
const SHOWN = 12
const LONGEST = 90

/** The descriptions of an actor in the first articles that have one, the most frequent first. */
export async function descriptionsOf(db: Db, actors: readonly number[], rev: number | null): Promise<Description[]> {
  if (actors.length === 0) return []
  const rows = await db
    .selectFrom('entity_actor')
    .innerJoin('mention', 'mention.entity', 'entity_actor.entity')
    .innerJoin('entity', 'entity.id', 'mention.entity')
    .select(['entity.article', 'mention.start', 'mention.end'])
    .where('entity_actor.actor', 'in', actors)
    .where('mention.form', '=', 'description')
    .where(alive('entity_actor', rev))
    .orderBy('entity_actor.entity')
    .limit(LOOKED_AT)
    .execute()
  const evidence = await evidenceAt(
    db,
    rows.map((row, key) => ({ key, ...row })),
  )
  const found = new Map<string, { text: string; times: number; first: Evidence }>()
  const byDay = [...evidence.values()].sort((a, b) => ((a.published ?? '~') < (b.published ?? '~') ? -1 : 1))
  for (const first of byDay) {
    const text = first.text.replace(/\s+/g, ' ').trim()
    const key = text.toLowerCase().replace(/^(?:the|a|an|his|her|its|their|our) /, '')
    const known = found.get(key)
    if (known) known.times += 1
    else if (text.length <= LONGEST) found.set(key, { text, times: 1, first })
  }
  return [...found.values()].sort((a, b) => b.times - a.times).slice(0, SHOWN)
}
