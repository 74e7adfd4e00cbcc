import { type Range, RELATION_TYPES, type RelationType } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { Card } from '../model/card.ts'

export type RawRelation = {
  readonly type: RelationType
  readonly head: number
  readonly tail: number
  readonly evidence: Range
  readonly score: number
}

const REACH = 60
const SYMMETRIC = new Set<RelationType>(['allied_with', 'opposes'])

/** Standing ties between entities, each once, with the words that carry it best. */
export function findRelations(doc: Document, clusters: Clusters, card: Card): RawRelation[] {
  const links = RELATION_TYPES.map((type) => ({
    type,
    index: doc.linker.index(type),
    threshold: card.thresholds[type] ?? -0.5,
  }))
  const best = new Map<string, RawRelation>()
  const { drafts } = clusters
  for (const [i, a] of drafts.entries()) {
    const head = clusters.of[i] as number
    if (head < 0) continue
    for (const [j, b] of drafts.entries()) {
      const tail = clusters.of[j] as number
      if (
        i === j ||
        tail < 0 ||
        tail === head ||
        Math.abs(a.first - b.first) > REACH ||
        Math.abs(a.sentence - b.sentence) > 1
      )
        continue
      if (a.form === 'pronoun' && b.form === 'pronoun') continue
      const scores = doc.linker.pair(a, b)
      for (const { type, index, threshold } of links) {
        const score = scores[index] as number
        if (score < threshold) continue
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
