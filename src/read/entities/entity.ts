import type { EntityKind } from '../../codebook/index.ts'
import type { Fact } from '../facts/facts.ts'
import type { Draft } from './find-mentions.ts'
import type { Gender } from './pronouns.ts'

/** An entity while the article is being read: what is known of it so far. */
export type Growing = {
  readonly id: number
  kind: EntityKind
  fact: Fact | null
  /** Proper names, longest first. */
  names: string[]
  gender: Gender
  many: boolean | null
  /** Head words of its descriptions, lower case. */
  readonly heads: Set<string>
  readonly mentions: number[]
  /** The speaker whose "we" this group is. */
  readonly weOf?: number
}

/** What `explain` shows of a choice: the entity's name as it stood, and its score. */
export type Considered = { readonly name: string; readonly score: number }

export type Clusters = {
  readonly drafts: readonly Draft[]
  readonly entities: Growing[]
  /** For each draft, its entity; -1 for none yet. */
  readonly of: Int32Array
  readonly considered: Map<number, readonly Considered[]>
}

/** Lower case, no accents, no marks: the key under which spellings of one name meet. */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/\b(?:al|el|ul|ur|as|ash|ad|an)[- ](?=\p{L})/gu, '')
    .replace(/[’'`.-]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The initials of a name of several words: "Syrian Democratic Forces" → "sdf". */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((w) => /^\p{Lu}/u.test(w))
  return words.length > 1
    ? words
        .map((w) => w[0])
        .join('')
        .toLowerCase()
    : ''
}

/** What an entity is called: its longest proper name that is no bare surname, else its first description. */
export function calledName(entity: Growing, drafts: readonly Draft[], text: string): string {
  if (entity.names[0]) return entity.names[0]
  const first =
    entity.mentions.map((i) => drafts[i] as Draft).find((d) => d.form !== 'pronoun') ??
    (drafts[entity.mentions[0] as number] as Draft)
  return text.slice(first.start, first.end)
}
