import type { Db } from '../schema.ts'
import { alive } from './common.ts'

/** A party of an event: a country's code or an actor's number, and on which side. */
export type PartyOf = { readonly party: string; readonly role: string }

/** Who is in each of these events. */
export async function partiesOf(
  db: Db,
  events: readonly number[],
  rev: number | null,
): Promise<Map<number, PartyOf[]>> {
  const found = new Map<number, PartyOf[]>()
  if (events.length === 0) return found
  const rows = await db
    .selectFrom('event_party')
    .select(['event', 'party', 'role'])
    .where('event', 'in', events)
    .where(alive('event_party', rev))
    .execute()
  for (const { event, ...party } of rows) {
    const known = found.get(event)
    if (known) known.push(party)
    else found.set(event, [party])
  }
  return found
}

/** The keys that find all that the others find: an actor's country where it has one. */
export function widest(keys: readonly string[]): readonly string[] {
  const countries = keys.filter((key) => /^[A-Z]{3}$/.test(key))
  return countries.length > 0 ? countries : keys
}

/** Every pair of two lists: each is a walk along one index, which a list in a condition would not be. */
export function pairsOf(
  actors: readonly string[],
  recipients: readonly string[],
): { readonly actor: string; readonly recipient: string }[] {
  return widest(actors).flatMap((actor) => widest(recipients).map((recipient) => ({ actor, recipient })))
}
