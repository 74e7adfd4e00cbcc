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
  /** Offices it was called by, lower case: "foreign minister". */
  readonly heads: Set<string>
  readonly mentions: number[]
  /** The speaker whose "we" this group is. */
  readonly weOf?: number
}

/** What `explain` shows of a choice: the entity's name as it stood, and its score. */
type Considered = { readonly name: string; readonly score: number }

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

/**
 * What an entity is called: a state by its own name, others by the longest proper name; one without a name by its fullest description,
 * without the article.
 */
export function calledName(entity: Growing, drafts: readonly Draft[], text: string): string {
  if (entity.fact && (entity.kind === 'state' || entity.kind === 'population')) return entity.fact.name
  if (entity.names[0]) return entity.names[0]
  let best: Said | null = null
  for (const i of entity.mentions) {
    const draft = drafts[i] as Draft
    if (draft.form === 'pronoun') continue
    const said = saidOf(draft, text)
    if (said.words.length <= LONGEST && said.fullness > (best?.fullness ?? -1)) best = said
  }
  const first = drafts[entity.mentions[0] as number] as Draft
  return best?.words ?? text.slice(first.start, first.end)
}

const LONGEST = 90
type Said = { readonly words: string; readonly fullness: number }
const known = new WeakMap<Draft, Said>()

/** The words of a mention without the article, and how much they tell, found once: names within a description tell more than its length. */
function saidOf(draft: Draft, text: string): Said {
  const found = known.get(draft)
  if (found) return found
  const words = text
    .slice(draft.start, draft.end)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|an?|this|that|these|those) /i, '')
  const said = { words, fullness: words.length + 12 * (words.match(/\p{Lu}\p{L}+/gu)?.length ?? 0) }
  known.set(draft, said)
  return said
}
