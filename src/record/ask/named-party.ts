import type { Db } from '../schema.ts'
import { type Asked, type Named, nameActors } from './actors.ts'

/** How to call whom a question is about: an actor by its name, a country by its state's; a code that has no state in the record stays a code. */
export async function namedParty(db: Db, asked: Asked, rev: number | null): Promise<Named> {
  const members = asked.actors.length > 0 ? asked.actors : await stateOf(db, asked.name)
  const [named] = (await nameActors(db, members.slice(0, 1), rev)).values()
  return named ?? { id: asked.name, name: asked.name, country: asked.name, sectors: [] }
}

/** The state that a country's code stands for, where the record knows it. */
export async function stateOf(db: Db, code: string): Promise<number[]> {
  const row = await db
    .selectFrom('actor_name')
    .select('actor')
    .where('skeleton', '=', `state:${code}`)
    .limit(1)
    .executeTakeFirst()
  return row ? [row.actor] : []
}
