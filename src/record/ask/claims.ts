import type { Db } from '../schema.ts'
import { type Named, nameActors } from './actors.ts'
import { alive } from './common.ts'
import { originNames } from './origin-tree.ts'
import { saidHow, unnamedBy } from './said-how.ts'
import { type Telling, type Voice, voicesOf } from './tellings.ts'

/** What the reports of an event hold against each other. */
export type Claims = {
  readonly about: string
  readonly claims: readonly {
    readonly claim: string
    /** Who is meant, where the claim names actors. */
    readonly who: readonly Named[]
    readonly origins: readonly string[]
    /** How many reports make the claim, as far as they were looked at. */
    readonly reports: number
    /** Some who make it, each with the sentence: one report of an origin, the earliest. */
    readonly voices: readonly Voice[]
  }[]
}

type Kept = { readonly claim: string; readonly origins: readonly string[] }
const SHOWN = 3

/** Disputes with who makes each claim and in which words; `tellings` are the reports of the event of each. */
export async function tellClaims(
  db: Db,
  rows: readonly { readonly event: number; readonly about: string; readonly detail: string }[],
  tellings: ReadonlyMap<number, readonly Telling[]>,
  rev: number | null,
): Promise<Claims[]> {
  const parsed = rows.map((row) => ({ ...row, claims: JSON.parse(row.detail) as Kept[] }))
  const sides = await sidesOf(
    db,
    parsed.filter((d) => d.about === 'actor').flatMap((d) => tellings.get(d.event) ?? []),
    rev,
  )
  const matched = parsed.map(({ event, about, claims }) =>
    claims.map((claim) => {
      const reports = tellings.get(event) ?? []
      const exact = reports.filter((t) => claimOf(t, about, sides) === claim.claim)
      const all = exact.length > 0 ? exact : reports.filter((t) => claim.origins.includes(t.origin))
      return { claim, reports: all.length, voices: firstOfEach(all) }
    }),
  )
  const voices = await voicesOf(
    db,
    matched.flat().flatMap((c) => c.voices),
    rev,
  )
  const kept = parsed.flatMap((d) => d.claims)
  const names = await originNames(
    db,
    kept.flatMap((c) => c.origins),
    rev,
  )
  const unnamed = await unnamedIn(
    db,
    parsed.flatMap((d) => tellings.get(d.event) ?? []),
  )
  const actors = await actorsIn(
    db,
    parsed.filter((d) => d.about === 'actor').flatMap((d) => d.claims),
    rev,
  )
  return parsed.map(({ about }, i) => ({
    about,
    claims: (matched[i] ?? []).map(({ claim, reports, voices: some }) => {
      const told = some.flatMap((t) => voices.get(t.key) ?? [])
      const origins = claim.origins.map((o) => unnamed.get(o) ?? names.get(o) ?? o)
      return {
        claim: claim.claim,
        who: about === 'actor' ? claim.claim.split(' ').flatMap((key) => actors.get(key) ?? []) : [],
        origins: origins.length > 0 ? origins : told.map((v) => v.name),
        reports,
        voices: told,
      }
    }),
  }))
}

/** What the texts call those origins that have no name. */
async function unnamedIn(db: Db, tellings: readonly Telling[]): Promise<Map<string, string>> {
  const heard = tellings.filter((t) => t.origin.startsWith('u:'))
  const said = await saidHow(db, heard)
  const found = new Map<string, string>()
  for (const { key, origin } of heard) {
    const name = unnamedBy(origin, said.get(key))
    if (name !== null && !found.has(origin)) found.set(origin, name)
  }
  return found
}

function claimOf(telling: Telling, about: string, sides: ReadonlyMap<number, string>): string | null {
  const range = about === 'killed' || about === 'injured' ? telling[about] : null
  if (range) return `${range[0]}-${range[1]}`
  if (about === 'status') return telling.status
  if (about === 'day') return telling.day
  if (about === 'place') return telling.place
  return about === 'actor' ? (sides.get(telling.key) ?? null) : null
}

function firstOfEach(tellings: readonly Telling[]): Telling[] {
  const byOrigin = new Map<string, Telling>()
  for (const telling of tellings) if (!byOrigin.has(telling.origin)) byOrigin.set(telling.origin, telling)
  return [...byOrigin.values()].slice(0, SHOWN)
}

/** Who did it by each report, as disputes keep it: countries, or the numbers of actors without one, in order. */
async function sidesOf(db: Db, tellings: readonly Telling[], rev: number | null): Promise<Map<number, string>> {
  if (tellings.length === 0) return new Map()
  const rows = await db
    .selectFrom('report_party')
    .innerJoin('entity', 'entity.id', 'report_party.entity')
    .innerJoin('entity_actor', 'entity_actor.entity', 'report_party.entity')
    .select(['report_party.report', 'entity.country', 'entity.named', 'entity_actor.actor'])
    .where(
      'report_party.report',
      'in',
      tellings.map((t) => t.key),
    )
    .where('report_party.role', '=', 'actor')
    .where(alive('entity_actor', rev))
    .execute()
  const sides = new Map<number, Set<string>>()
  for (const { report, country, named, actor } of rows) {
    const key = country ?? (named === 1 ? String(actor) : null)
    if (key !== null) sides.set(report, (sides.get(report) ?? new Set()).add(key))
  }
  return new Map([...sides].map(([report, keys]) => [report, [...keys].sort().join(' ')]))
}

/** The actors that claims about the actor name: the state for a country's code. */
async function actorsIn(db: Db, claims: readonly Kept[], rev: number | null): Promise<Map<string, Named>> {
  const keys = [...new Set(claims.flatMap((c) => c.claim.split(' ')))]
  const codes = keys.filter((key) => /^[A-Z]{3}$/.test(key))
  const states =
    codes.length === 0
      ? []
      : await db
          .selectFrom('actor_name')
          .select(['actor', 'skeleton'])
          .where(
            'skeleton',
            'in',
            codes.map((code) => `state:${code}`),
          )
          .execute()
  const numbers = new Map(keys.filter((key) => /^\d+$/.test(key)).map((key) => [key, Number(key)]))
  for (const { actor, skeleton } of states) numbers.set(skeleton.slice('state:'.length), actor)
  const named = await nameActors(db, numbers.values(), rev)
  return new Map(
    keys.map((key) => [key, named.get(numbers.get(key) ?? -1) ?? { id: key, name: key, country: key, sectors: [] }]),
  )
}
