import { AppError } from '../../base/index.ts'
import { isAcronym, personWords, skeletonOf, wordsOf } from '../names.ts'
import type { Db } from '../schema.ts'
import { alive } from './common.ts'

/** An actor as an answer names it. */
export type Named = {
  readonly id: string
  readonly name: string
  readonly country: string | null
  readonly sectors: readonly string[]
}

/** Whom a question is about: the keys under which the record files it, and how to call it. */
export type Asked = { readonly name: string; readonly keys: readonly string[]; readonly actors: readonly number[] }

/** Somebody as a person says it, or found already. */
export type Who = string | Asked

/** Names of actors by their number, each under the actor it was merged into. */
export async function nameActors(db: Db, actors: Iterable<number>, rev: number | null): Promise<Map<number, Named>> {
  const wanted = [...new Set(actors)]
  const named = new Map<number, Named>()
  for (let at = 0; at < wanted.length; at += 200) {
    const some = wanted.slice(at, at + 200)
    const merges = await db
      .selectFrom('actor_merge')
      .select(['actor', 'into_actor'])
      .where('actor', 'in', some)
      .where(alive('actor_merge', rev))
      .execute()
    const into = new Map(merges.map((m) => [m.actor, m.into_actor]))
    const rows = await db
      .selectFrom('actor')
      .innerJoin('actor_profile', 'actor_profile.actor', 'actor.id')
      .select(['actor.id', 'actor.public_id', 'actor_profile.name', 'actor_profile.country', 'actor_profile.sectors'])
      .where('actor.id', 'in', [...new Set(some.map((a) => into.get(a) ?? a))])
      .where(alive('actor_profile', rev))
      .execute()
    const byKey = new Map(
      rows.map((r) => [
        r.id,
        { id: r.public_id, name: r.name, country: r.country, sectors: r.sectors.split(' ').filter(Boolean) },
      ]),
    )
    for (const actor of some) {
      const found = byKey.get(into.get(actor) ?? actor)
      if (found) named.set(actor, found)
    }
  }
  return named
}

/** All actors that are one with this one: what it was merged into, and all that was merged there. */
export async function membersOf(db: Db, actor: number, rev: number | null): Promise<number[]> {
  const up = await db
    .selectFrom('actor_merge')
    .select('into_actor')
    .where('actor', '=', actor)
    .where(alive('actor_merge', rev))
    .executeTakeFirst()
  const top = up?.into_actor ?? actor
  const down = await db
    .selectFrom('actor_merge')
    .select('actor')
    .where('into_actor', '=', top)
    .where(alive('actor_merge', rev))
    .execute()
  return [...new Set([top, ...down.map((d) => d.actor)])]
}

/**
 * Whom a person means: a country code (`IRN`: the state and all who act for it), an actor's id, or a name in any spelling.
 * A name that several actors bear is refused with the list of them.
 */
export async function findActor(db: Db, asked: Who, rev: number | null): Promise<Asked> {
  if (typeof asked !== 'string') return asked
  const text = asked.trim()
  if (/^[A-Z]{3}$/.test(text) && (await isCountry(db, text))) return { name: text, keys: [text], actors: [] }
  if (/^x[0-9a-f]{4,12}$/.test(text)) {
    const rows = await db
      .selectFrom('actor')
      .select('id')
      .where('public_id', '>=', text)
      .where('public_id', '<', `${text}g`)
      .limit(2)
      .execute()
    const [only, other] = rows
    if (only && !other) return askedFor(db, only.id, rev)
  }
  const found = await findByName(db, text, rev)
  const [first, second] = found
  if (!first)
    throw new AppError(
      'ask.no-such-actor',
      `nobody called "${text}" is in the record. Try: rubicon ask search "${text}"`,
    )
  if (second && second.fit === first.fit) {
    const list = found.slice(0, 6).map((f) => `${f.id} ${f.name}${f.country ? ` (${f.country})` : ''}`)
    throw new AppError(
      'ask.several-actors',
      `several actors are called "${text}": ${list.join('; ')}. Give the id of one.`,
    )
  }
  return askedFor(db, first.actor, rev)
}

async function isCountry(db: Db, code: string): Promise<boolean> {
  const known = await db
    .selectFrom('actor_name')
    .select('actor')
    .where('skeleton', '=', `state:${code}`)
    .limit(1)
    .executeTakeFirst()
  if (known) return true
  return (
    (await db.selectFrom('event_party').select('event').where('party', '=', code).limit(1).executeTakeFirst()) !==
    undefined
  )
}

async function askedFor(db: Db, actor: number, rev: number | null): Promise<Asked> {
  const actors = await membersOf(db, actor, rev)
  const [named] = (await nameActors(db, actors, rev)).values()
  const kind = await db
    .selectFrom('actor')
    .select('kind')
    .where('id', '=', actors[0] ?? actor)
    .executeTakeFirst()
  if (kind?.kind === 'state' && named?.country) return { name: named.name, keys: [named.country], actors }
  return { name: named?.name ?? '', keys: actors.map(String), actors }
}

type Found = Named & { readonly actor: number; readonly fit: number }

async function findByName(db: Db, text: string, rev: number | null): Promise<Found[]> {
  const words = wordsOf(text)
  const person = personWords(text)
  const skeletons = [
    `p:${skeletonOf(person.at(-1) ?? '')}`,
    `o:${words.map((w) => skeletonOf(w.replace(/(?<=...)s$/, ''))).join(' ')}`,
  ]
  if (isAcronym(text)) skeletons.push(`o:${text.replace(/\./g, '').toLowerCase()}`)
  const rows = await db
    .selectFrom('actor_name')
    .select(['actor', 'name'])
    .where((eb) =>
      eb.or([
        eb('skeleton', 'in', skeletons),
        eb.and([eb('skeleton', '>=', 'state:'), eb('skeleton', '<', 'state;'), eb('name', '=', text)]),
      ]),
    )
    .limit(500)
    .execute()
  const named = await nameActors(
    db,
    rows.map((r) => r.actor),
    rev,
  )
  const best = new Map<string, Found>()
  for (const { actor, name } of rows) {
    const own = named.get(actor)
    if (!own) continue
    const fit = Math.max(fitOf(words, name), fitOf(words, own.name))
    if (fit > (best.get(own.id)?.fit ?? 0)) best.set(own.id, { ...own, actor, fit })
  }
  return [...best.values()].sort((a, b) => b.fit - a.fit)
}

function fitOf(words: readonly string[], name: string): number {
  const own = wordsOf(name)
  if (own.join(' ') === words.join(' ')) return 3
  return words.every((w) => own.some((o) => skeletonOf(o) === skeletonOf(w))) ? 2 : own.length === 1 ? 1 : 0
}
