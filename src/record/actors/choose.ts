import type { Entity } from '../../codebook/index.ts'
import { isAcronym, isGeneric, likeness, personWords, wordsOf } from '../names.ts'
import type { NameKey } from './keys.ts'

/** An actor of the record that is called something like the entity. */
export type Candidate = {
  readonly actor: number
  /** The actor it was merged into, or itself. */
  readonly canonical: number
  readonly kind: string
  readonly country: string | null
  readonly sectors: readonly string[]
  /** What it is called here, and by its profile. */
  readonly name: string
  readonly title: string
  readonly skeleton: string
  readonly how: string
}

export type Choice = { readonly actor: number; readonly confidence: number; readonly why: string }

/**
 * Which actor of the record an entity is, or why it is none of them. Rules, the first that holds:
 * a code or Wikidata id; a name, when exactly one actor bears it that nothing speaks against (country, first name);
 * where several do, the one with a common sector and no other country; else none: two people may bear one name.
 */
export function chooseActor(
  entity: Entity,
  keys: readonly NameKey[],
  candidates: readonly Candidate[],
): Choice | { readonly why: string } {
  const sure = candidates.find((c) =>
    keys.some((k) => k.skeleton === c.skeleton && (k.how === 'code' || k.how === 'wikidata')),
  )
  if (sure)
    return { actor: sure.actor, confidence: 1, why: `same ${sure.how === 'code' ? 'country' : 'Wikidata'} code` }

  const best = new Map<number, Choice>()
  for (const candidate of candidates) {
    const match = matchOf(entity, keys, candidate)
    if (match && match.confidence > (best.get(candidate.canonical)?.confidence ?? 0))
      best.set(candidate.canonical, match)
  }
  const found = [...best.values()].sort((a, b) => b.confidence - a.confidence)
  const [first, second] = found
  if (!first) return { why: 'nobody of that name before' }
  if (!second || first.confidence - second.confidence >= 0.25) return first

  const closer = candidates.filter((c) => best.has(c.canonical) && sameOffice(entity, c))
  const [only, another] = new Set(closer.map((c) => c.canonical))
  const chosen = only === undefined || another !== undefined ? undefined : best.get(only)
  if (chosen)
    return {
      ...chosen,
      confidence: Math.min(chosen.confidence, entity.actor.country ? 0.65 : 0.5),
      why: `${chosen.why}; of ${found.length} of that name the one with this ${entity.actor.country ? 'country and sector' : 'sector'}`,
    }
  return { why: `${found.length} actors bear that name: kept apart` }
}

function matchOf(entity: Entity, keys: readonly NameKey[], candidate: Candidate): Choice | undefined {
  if (!kindsAgree(entity.kind, candidate.kind)) return undefined
  const { country } = entity.actor
  if (country && candidate.country && country !== candidate.country) return undefined
  // "Soleimani" may be what an article calls Qassem; it does not make Zeinab Soleimani him.
  if (entity.kind === 'person' && !judgePerson(entity.name, candidate.title)) return undefined
  const countryAgrees = country !== null && country === candidate.country
  let best: Choice | undefined
  for (const key of keys) {
    if (key.skeleton !== candidate.skeleton) continue
    const judged =
      entity.kind === 'person' ? judgePerson(key.name, candidate.name) : judgeBody(key, candidate, countryAgrees)
    if (!judged) continue
    const confidence = Math.min(0.98, judged.confidence + (countryAgrees ? 0.08 : 0))
    if (!best || confidence > best.confidence)
      best = { actor: candidate.actor, confidence, why: judged.why + (countryAgrees ? `, both ${country}` : '') }
  }
  return best
}

type Judged = { readonly confidence: number; readonly why: string }

function judgePerson(a: string, b: string): Judged | undefined {
  const left = personWords(a)
  const right = personWords(b)
  const surname = likeness(left.at(-1) ?? '', right.at(-1) ?? '')
  if (surname < 0.72) return undefined
  const how = surname === 1 ? `"${b}"` : `"${b}" in another spelling`
  if (left.length === 1 || right.length === 1) return { confidence: 0.6 * surname, why: `surname as ${how}` }
  const [first = '', other = ''] = [left[0], right[0]]
  if (first.length === 1 || other.length === 1)
    return first[0] === other[0] ? { confidence: 0.75 * surname, why: `surname and initial as ${how}` } : undefined
  const given = Math.max(likeness(first, other), ...left.slice(0, -1).map((word) => (right.includes(word) ? 0.9 : 0)))
  return given >= 0.7 ? { confidence: 0.9 * surname * given, why: `full name as ${how}` } : undefined
}

function judgeBody(key: NameKey, candidate: Candidate, countryAgrees: boolean): Judged | undefined {
  if (isGeneric(key.name) && !countryAgrees) return undefined
  if (isAcronym(key.name) !== isAcronym(candidate.name))
    return { confidence: countryAgrees ? 0.8 : 0.6, why: `short for "${candidate.name}"` }
  if (key.how === 'acronym' || candidate.how === 'acronym') return undefined
  if (isAcronym(key.name)) return { confidence: 0.8, why: `"${candidate.name}"` }
  const left = wordsOf(key.name)
  const right = wordsOf(candidate.name)
  const alike = left.map((word, i) => likeness(word.replace(/s$/, ''), (right[i] ?? '').replace(/s$/, '')))
  const worst = Math.min(...alike)
  return worst >= 0.6
    ? {
        confidence: 0.85 * Math.max(0.8, worst),
        why: worst === 1 ? `"${candidate.name}"` : `"${candidate.name}" in another spelling`,
      }
    : undefined
}

function kindsAgree(a: string, b: string): boolean {
  const bodies = ['group', 'organisation']
  return a === b || (bodies.includes(a) && bodies.includes(b))
}

/** A common sector, and no other country: "General Suleimani" is the soldier of that name, not his daughter. */
function sameOffice(entity: Entity, candidate: Candidate): boolean {
  const { country, sectors } = entity.actor
  if (country && candidate.country && country !== candidate.country) return false
  return sectors.some((s) => candidate.sectors.includes(s))
}
