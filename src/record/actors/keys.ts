import type { Entity, Mention } from '../../codebook/index.ts'
import { acronymOf, isAcronym, personWords, skeletonOf, wordsOf } from '../names.ts'

/** One way an entity is called, and where to look for actors that are called so. */
export type NameKey = {
  readonly name: string
  readonly skeleton: string
  readonly how: 'code' | 'name' | 'alias' | 'acronym' | 'wikidata'
}

/** The ways to look an entity up, the surest first. Unnamed ones have none. */
export function nameKeysOf(entity: Entity, mentions: readonly Mention[]): NameKey[] {
  if (!entity.named) return []
  const keys: NameKey[] = []
  if (entity.wikidata) keys.push({ name: entity.wikidata, skeleton: `q:${entity.wikidata}`, how: 'wikidata' })
  const { country } = entity.actor
  if ((entity.kind === 'state' || entity.kind === 'population') && country) {
    keys.push({ name: entity.name, skeleton: `${entity.kind}:${country}`, how: 'code' })
    return keys
  }
  const aliases = mentions.filter((m) => m.form === 'name').map((m) => m.text)
  for (const name of new Set([entity.name, ...aliases])) {
    const how = name === entity.name ? 'name' : 'alias'
    if (entity.kind === 'person') keys.push(...personKeys(name, how))
    else keys.push(...bodyKeys(name, how))
  }
  const seen = new Set<string>()
  return keys.filter(({ name, skeleton }) => {
    const fresh = !seen.has(name + skeleton)
    seen.add(name + skeleton)
    return fresh
  })
}

function personKeys(name: string, how: NameKey['how']): NameKey[] {
  const words = personWords(name)
  const last = words.at(-1)
  return last ? [{ name, skeleton: `p:${skeletonOf(last)}`, how }] : []
}

function bodyKeys(name: string, how: NameKey['how']): NameKey[] {
  if (isAcronym(name))
    return [{ name, skeleton: `o:${name.replace(/^the /i, '').replace(/\./g, '').toLowerCase()}`, how }]
  const words = wordsOf(name).map((word) => skeletonOf(word.replace(/(?<=...)s$/, '')))
  if (words.length === 0) return []
  const keys: NameKey[] = [{ name, skeleton: `o:${words.join(' ')}`, how }]
  const acronym = acronymOf(name)
  if (acronym) keys.push({ name, skeleton: `o:${acronym}`, how: 'acronym' })
  return keys
}
