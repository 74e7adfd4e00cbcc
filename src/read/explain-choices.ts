import { EVENT_TYPES, RELATION_TYPES, type Relation } from '../codebook/index.ts'
import type { Card } from './model/card.ts'
import type { Work } from './read-article.ts'

type FoundBy = { readonly part: string; readonly confidence: number | null }

const SHOWN = 4
/** Smallest probability worth showing of what was not taken. */
const LEAST = 0.02

const share = (x: number): number => Math.round(x * 1000) / 1000
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** The mentions of a reading are the drafts that have an entity, in the same order. */
function draftIndex({ clusters }: Work, mention: number): number {
  if (mention < 0) return -1
  let seen = -1
  for (let i = 0; i < clusters.drafts.length; i++) {
    if ((clusters.of[i] as number) >= 0) seen++
    if (seen === mention) return i
  }
  return -1
}

/** The step that told whom a mention means, and how sure the model was that there is one. */
export function foundMention(work: Work, mention: number): FoundBy {
  const { clusters } = work
  const i = draftIndex(work, mention)
  const draft = clusters.drafts[i]
  if (!draft) return { part: 'entities', confidence: null }
  const model = [...draft.tags].filter(([tag]) => tag !== 'fact' && tag !== 'pronoun').map(([, score]) => score)
  const confidence = model.length > 0 ? share(Math.max(...model)) : null
  if (draft.hit) return { part: `facts: ${draft.hit.form} of ${draft.hit.fact.name}`, confidence }
  if (draft.name !== null) return { part: 'entities: name', confidence }
  if (!clusters.considered.has(i))
    return { part: draft.form === 'pronoun' ? 'entities: first person' : 'entities: apposition', confidence }
  return { part: beginsEntity(work, i) ? 'entities: new here' : 'entities: what stands before it', confidence }
}

const beginsEntity = ({ clusters }: Work, i: number): boolean =>
  clusters.entities[clusters.of[i] as number]?.mentions[0] === i

/** The antecedents that were weighed and not taken, with their scores (no probabilities: higher fits better). */
export function otherAntecedents(work: Work, mention: number): string[] {
  const i = draftIndex(work, mention)
  const all = work.clusters.considered.get(i) ?? []
  return all.slice(beginsEntity(work, i) ? 0 : 1).map(({ name, score }) => `${name}, ${score}`)
}

/** The other types the model gave a trigger's first piece, likeliest first. */
export function otherTypes({ doc, raw }: Work, event: number, card: Card): string[] {
  const trigger = raw[event]?.trigger
  if (!trigger) return []
  const types: ReadonlySet<string> = new Set(EVENT_TYPES)
  const row = doc.scores.tags.subarray(trigger.first * card.tags.length, (trigger.first + 1) * card.tags.length)
  return likeliest(
    card.tags.flatMap(({ name }, t) =>
      types.has(name) && name !== trigger.tag ? [{ name, score: row[t] as number }] : [],
    ),
  )
}

/** The other values of an event's status, likeliest first. */
export function otherStatuses({ doc, raw }: Work, event: number, card: Card): string[] {
  const found = raw[event]
  if (!found) return []
  const logits = doc.linker.trigger(found.trigger).status
  const top = Math.max(...logits)
  const parts = [...logits].map((x) => Math.exp(x - top))
  const all = parts.reduce((a, b) => a + b, 0)
  return likeliest(
    card.statuses.flatMap((name, i) =>
      name === found.status ? [] : [{ name: `status ${name}`, score: (parts[i] as number) / all }],
    ),
  )
}

/** Whether the model linked a party to an event, or a rule filled the place that the sentence leaves empty. */
export function foundParty(
  work: Work,
  event: number,
  mention: number,
  role: 'actor' | 'recipient',
  card: Card,
): FoundBy {
  const trigger = work.raw[event]?.trigger
  const draft = work.clusters.drafts[draftIndex(work, mention)]
  if (!trigger || !draft) return { part: `model: ${role}`, confidence: null }
  const score = work.doc.linker.one(trigger, draft, work.doc.linker.index(role))
  return score > (card.thresholds[`->${role}`] ?? -0.4)
    ? { part: `model: ${role}`, confidence: share(sigmoid(score)) }
    : { part: `rule: ${role} left to be understood`, confidence: null }
}

/** The other ties that the model sees between the two mentions a relation rests on. */
export function otherTies(work: Work, relation: Relation): string[] {
  const { start, end } = relation.evidence
  const ends = (entity: string) =>
    work.reading.mentions.findIndex(
      (m) => m.entity === entity && m.start >= start && m.end <= end && (m.start === start || m.end === end),
    )
  const head = work.clusters.drafts[draftIndex(work, ends(relation.head))]
  const tail = work.clusters.drafts[draftIndex(work, ends(relation.tail))]
  if (!head || !tail) return []
  const scores = work.doc.linker.pair(head, tail)
  return likeliest(
    RELATION_TYPES.flatMap((name) =>
      name === relation.type ? [] : [{ name, score: sigmoid(scores[work.doc.linker.index(name)] as number) }],
    ),
  )
}

function likeliest(all: readonly { readonly name: string; readonly score: number }[]): string[] {
  return all
    .filter((x) => x.score >= LEAST)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map((x) => `${x.name}, ${share(x.score)}`)
}
