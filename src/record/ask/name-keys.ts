import type { Db } from '../schema.ts'
import { type Named, nameActors } from './actors.ts'

/** How to call parties by the keys under which the record files them: an actor's number, or a country's code, which is its id too. */
export async function nameKeys(db: Db, keys: readonly string[], rev: number | null): Promise<Map<string, Named>> {
  const countries = [...new Set(keys.filter((key) => /^[A-Z]{3}$/.test(key)))]
  const states =
    countries.length === 0
      ? []
      : await db
          .selectFrom('actor_name')
          .select(['actor', 'skeleton'])
          .where(
            'skeleton',
            'in',
            countries.map((code) => `state:${code}`),
          )
          .orderBy('actor', 'desc')
          .execute()
  const actors = keys.filter((key) => /^\d+$/.test(key)).map(Number)
  const names = await nameActors(db, [...actors, ...states.map((s) => s.actor)], rev)
  const found = new Map<string, Named>(
    countries.map((code) => [code, { id: code, name: code, country: code, sectors: [] }]),
  )
  for (const { actor, skeleton } of states) {
    const code = skeleton.slice('state:'.length)
    found.set(code, { id: code, name: names.get(actor)?.name ?? code, country: code, sectors: [] })
  }
  for (const actor of actors) {
    const named = names.get(actor)
    if (named) found.set(String(actor), named)
  }
  return found
}
