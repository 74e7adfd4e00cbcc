import { type EntityKind, type Range, RELATION_TYPES, type RelationType } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import type { Clusters, Growing } from '../entities/entity.ts'
import type { Draft } from '../entities/find-mentions.ts'
import { isActorPhrase } from '../entities/number.ts'
import type { Card } from '../model/card.ts'
import { tieInApposition } from './appositions.ts'
import { officeTies } from './offices.ts'
import { tieBetween } from './patterns.ts'
import { tieInPhrase } from './phrases.ts'

export type RawRelation = {
  readonly type: RelationType
  readonly head: number
  readonly tail: number
  readonly evidence: Range
  readonly score: number
}

/** Furthest apart, in pieces, that the model is asked; in letters, that words are read. */
const REACH = 60
const NEAR = 120
/** The logit a tie has that the words spell out. */
const SPELLED = 2.5
const IMPLIED = 1
const FALLBACK: Readonly<Record<RelationType, number>> = {
  member_of: 2.2,
  leads: 1,
  speaks_for: 1,
  backs: 0,
  allied_with: 0.7,
  opposes: 0.7,
}
const SYMMETRIC = new Set<RelationType>(['allied_with', 'opposes'])

/**
 * Standing ties between entities, each once, with the words that carry it best: those that a phrase spells out ("Iranian Foreign Minister
 * Zarif", "US-backed forces", "led by"), and for mentions of one sentence that no phrase joins, those the model sees.
 */
export function findRelations(doc: Document, clusters: Clusters, card: Card): RawRelation[] {
  const { drafts } = clusters
  const best = new Map<string, RawRelation>()
  const told = new Set<string>()
  const add = (type: RelationType, i: number, j: number, score: number): void => {
    const [head, tail] = [clusters.of[i] as number, clusters.of[j] as number]
    const [a, b] = [drafts[i] as Draft, drafts[j] as Draft]
    const [from, to] = SYMMETRIC.has(type) && tail < head ? [tail, head] : [head, tail]
    const key = `${type} ${from} ${to}`
    if (score > (best.get(key)?.score ?? Number.NEGATIVE_INFINITY))
      best.set(key, {
        type,
        head: from,
        tail: to,
        evidence: { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) },
        score,
      })
  }
  const pairs = pairsOf(clusters)
  const modifiers = new Set([...drafts.keys()].filter((j) => isModifier(clusters, j)))
  for (const [i, j] of pairs) {
    const spelled = spelledTie(doc.text, clusters, modifiers, i, j)
    if (spelled === undefined) continue
    told.add(pairKey(clusters, i, j))
    if (spelled === null) continue
    const [from, to] = spelled.turned ? [j, i] : [i, j]
    const score = doc.linker.one(drafts[from] as Draft, drafts[to] as Draft, doc.linker.index(spelled.type))
    add(spelled.type, from, to, SPELLED + score / 100)
  }
  for (const { type, mention, state } of officeTies(doc, clusters)) {
    const person = clusters.of[mention] as number
    const named = (clusters.entities[state] as Growing).mentions[0] as number
    if (!told.has(pairKey(clusters, mention, named)) && !leadsAlready(best, person)) {
      told.add(pairKey(clusters, mention, named))
      const { start, end } = drafts[mention] as Draft
      best.set(`${type} ${person} ${state}`, {
        type,
        head: person,
        tail: state,
        evidence: { start, end },
        score: IMPLIED,
      })
    }
  }
  const links = RELATION_TYPES.map((type) => ({
    type,
    index: doc.linker.index(type),
    threshold: card.thresholds[type] ?? FALLBACK[type],
  }))
  for (const [i, j] of pairs) {
    const [a, b] = [drafts[i] as Draft, drafts[j] as Draft]
    if (told.has(pairKey(clusters, i, j)) || (a.form === 'pronoun' && b.form === 'pronoun')) continue
    const likely = links.filter(({ type }) => isLikely(type, a, b))
    if (likely.length === 0) continue
    const scores = doc.linker.some(
      a,
      b,
      likely.map((l) => l.index),
    )
    for (const [n, { type, threshold }] of likely.entries()) {
      const score = scores[n] as number
      if (score >= threshold) add(type, i, j, score)
    }
  }
  return [...best.values()]
    .filter(
      (r) =>
        !(
          r.type === 'member_of' &&
          (best.has(`leads ${r.head} ${r.tail}`) || best.has(`speaks_for ${r.head} ${r.tail}`))
        ),
    )
    .sort((x, y) => x.evidence.start - y.evidence.start || x.evidence.end - y.evidence.end)
}

const leadsAlready = (best: ReadonlyMap<string, RawRelation>, head: number): boolean =>
  [...best.values()].some((r) => r.head === head && r.type === 'leads')

const pairKey = (clusters: Clusters, i: number, j: number): string => {
  const [a, b] = [clusters.of[i] as number, clusters.of[j] as number]
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Ordered pairs of mentions of different entities in one sentence; mentions are in the order of the text. */
function pairsOf({ drafts, of }: Clusters): [number, number][] {
  const pairs: [number, number][] = []
  for (const [i, a] of drafts.entries()) {
    for (let j = i + 1; j < drafts.length; j++) {
      const b = drafts[j] as Draft
      if (a.sentence !== b.sentence || b.first - a.first > REACH) break
      if ((of[i] as number) >= 0 && (of[j] as number) >= 0 && of[i] !== of[j]) pairs.push([i, j], [j, i])
    }
  }
  return pairs
}

type Spelled = { readonly type: RelationType; readonly turned: boolean }

/** The tie from one mention to another that the words spell out, null where they join the two without a tie, undefined where they do not join them. */
function spelledTie(
  text: string,
  clusters: Clusters,
  modifiers: ReadonlySet<number>,
  i: number,
  j: number,
): Spelled | null | undefined {
  const [a, b] = [clusters.drafts[i] as Draft, clusters.drafts[j] as Draft]
  const kind = (at: number): EntityKind => (clusters.entities[clusters.of[at] as number] as Growing).kind
  if (b.start > a.head.end && modifiers.has(j)) return undefined
  // "Kenya and its allies" are no tie to Kenya, "Kenyan and Chadian troops" are one.
  const isJoined = a.start <= b.start && b.form !== 'demonym' && /^,? and /.test(text.slice(b.end, a.end))
  if (isJoined) return undefined
  if (a.form !== 'pronoun' && a.form !== 'demonym' && kind(i) !== 'place') {
    const tie = tieInPhrase(
      text,
      { ...a, kind: kind(i), isActor: isActorPhrase(a) },
      { ...b, kind: kind(j), isDescribed: b.form === 'description' },
    )
    if (tie !== undefined) return tie && { type: tie.type, turned: tie.from === 'inner' }
  }
  const gap = a.end < b.start && b.start - a.end < NEAR ? text.slice(a.end, b.start) : ''
  if (a.form === 'name' && kind(i) === 'person' && kind(j) !== 'person' && kind(j) !== 'place') {
    const type = tieInApposition(gap, text.slice(b.end, b.end + NEAR), kind(j) === 'state')
    if (type !== undefined) return type && { type, turned: false }
  }
  const between = gap === '' ? null : tieBetween(gap)
  // In polls and races one person "leads" another.
  return between === null || (between.type === 'leads' && kind(between.turned ? i : j) === 'person')
    ? undefined
    : between
}

/** Whether a mention stands before the head of a longer one: "US" in "US advisers". */
function isModifier({ drafts }: Clusters, j: number): boolean {
  const b = drafts[j] as Draft
  for (let i = Math.max(0, j - NEIGHBOURS); i < Math.min(drafts.length, j + NEIGHBOURS); i++) {
    const c = drafts[i] as Draft
    if (c.start <= b.start && b.end < c.head.start && c.inner !== true) return true
  }
  return false
}

const NEIGHBOURS = 6

/** Whether the kinds of the two ends fit: a place leads nobody. */
function isLikely(type: RelationType, a: Draft, b: Draft): boolean {
  const overlaps = a.start < b.end && b.start < a.end
  if (overlaps || a.kind === 'place') return false
  if (type === 'member_of') return a.kind !== 'state' && b.kind !== 'person' && b.kind !== 'place'
  if (type === 'leads') return a.kind !== 'population' && b.kind !== 'place'
  if (type === 'speaks_for') return a.kind === 'person' || a.kind === 'group'
  return b.kind !== 'place'
}
