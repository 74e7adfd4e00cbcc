import type { Document } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import { findFacts } from '../facts/facts.ts'
import type { Bare } from './assemble.ts'

/** A post is its author's statement as a whole; what it quotes stands inside it. Nothing for an article. */
export function postAsStatement(doc: Document): Bare[] {
  const first = doc.paragraphs[0]
  const last = doc.paragraphs.at(-1)
  if (doc.article.kind !== 'post' || !first || !last) return []
  return [
    { source: null, cue: null, content: [{ start: first.start, end: last.end }], hint: -1, byAuthor: true, score: 1 },
  ]
}

/** The entity of a post's author, begun where no mention names it; -1 where the post has none. */
export function authorEntity(doc: Document, clusters: Clusters): number {
  const { author, kind } = doc.article
  if (kind !== 'post' || !author) return -1
  const name = author.replace(/^@/, '')
  const fact = findFacts(name).find((f) => f.form === 'name')?.fact ?? null
  const known = clusters.entities.find((e) => (fact !== null && e.fact?.id === fact.id) || e.names.includes(name))
  if (known) return known.id
  clusters.entities.push({
    id: clusters.entities.length,
    kind: fact?.kind ?? 'person',
    fact,
    names: [name],
    gender: fact?.gender === 'm' ? 'male' : fact?.gender === 'f' ? 'female' : 'unknown',
    many: null,
    heads: new Set(),
    mentions: [],
  })
  return clusters.entities.length - 1
}
