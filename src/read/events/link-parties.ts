import { overlapOf, type Range } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Draft } from '../entities/find-mentions.ts'
import type { Card } from '../model/card.ts'
import type { Found } from '../model/spans.ts'

/** Furthest apart, in pieces, that a trigger and its parties are looked for. */
export const REACH = 110
/** How much less sure the model may be of an actor that nobody else contests. */
const LENIENCE = 1.2
/** How much less sure it may be of one who is named together with a party: "the commander and his men". */
const TOGETHER = 1.2
/** Parties so much less sure than the surest are none. */
const SPREAD = 4

type Linked = { readonly at: number; readonly score: number }
type Parties = { readonly actors: readonly number[]; readonly recipients: readonly number[]; readonly likely: number }

/** Of the mentions that are `parties` those that the model links to a trigger as its actors and its recipients, and the likeliest actor of its sentence where it is sure of none. */
export function linkParties(
  doc: Document,
  trigger: Found,
  { drafts, parties }: { readonly drafts: readonly Draft[]; readonly parties: readonly number[] },
  card: Card,
): Parties {
  const roles = [doc.linker.index('actor'), doc.linker.index('recipient')]
  const least = { actor: card.thresholds['->actor'] ?? -0.4, recipient: card.thresholds['->recipient'] ?? -0.4 }
  const sentence = indexAt(doc.sentences, trigger.start)
  const scores = new Map<number, { readonly a: number; readonly r: number }>()
  for (const at of parties) {
    const d = drafts[at] as Draft
    if (Math.abs(d.first - trigger.first) > REACH || overlapOf(d, trigger) === d.end - d.start) continue
    const [a, r] = doc.linker.some(trigger, d, roles) as [number, number]
    scores.set(at, { a, r })
  }
  const actors: Linked[] = []
  const recipients: Linked[] = []
  for (const [at, { a, r }] of scores) {
    if (a > least.actor && a >= r) actors.push({ at, score: a })
    else if (r > least.recipient) recipients.push({ at, score: r })
  }
  addTogether(doc, drafts, scores, actors, recipients, least)
  const [likely] = bestOf(
    scores,
    (at, { a }) =>
      drafts[at]?.sentence !== sentence ||
      recipients.some((r) => r.at === at) ||
      overlapOf(drafts[at] as Draft, trigger) > 0
        ? NEVER
        : a,
    least.actor - LENIENCE,
  )
  return { actors: kept(drafts, actors), recipients: kept(drafts, recipients), likely: likely?.at ?? -1 }
}

const NEVER = Number.NEGATIVE_INFINITY

function bestOf<T>(scores: ReadonlyMap<number, T>, scoreOf: (at: number, s: T) => number, least: number): Linked[] {
  let best: Linked | null = null
  for (const [at, s] of scores) {
    const score = scoreOf(at, s)
    if (score > (best?.score ?? least)) best = { at, score }
  }
  return best ? [best] : []
}

/** Those who are named together with a party do it together, or it is done to them together. */
function addTogether(
  doc: Document,
  drafts: readonly Draft[],
  scores: ReadonlyMap<number, { readonly a: number; readonly r: number }>,
  actors: Linked[],
  recipients: Linked[],
  least: { readonly actor: number; readonly recipient: number },
): void {
  const isJoined = (a: Range, b: Range): boolean =>
    a.end <= b.start
      ? JOINT.test(doc.text.slice(a.end, b.start))
      : b.end <= a.start && JOINT.test(doc.text.slice(b.end, a.start))
  for (const [list, role, min] of [
    [actors, 'a', least.actor],
    [recipients, 'r', least.recipient],
  ] as const) {
    if (list.length === 0) continue
    for (const [at, score] of scores) {
      const d = drafts[at] as Draft
      if (d.inner || score[role] <= min - TOGETHER || [...actors, ...recipients].some((x) => x.at === at)) continue
      if (list.some((x) => isJoined(drafts[x.at] as Draft, d))) list.push({ at, score: score[role] })
    }
  }
}

const JOINT = /^(?:\s\([^()]{1,20}\))?,?\s(?:and|or)\s(?:the\s)?$/

/** Those not much less sure than the surest; of one inside another the one round it, unless the model is far surer of the inner: "the families of [those] killed". */
function kept(drafts: readonly Draft[], found: readonly Linked[]): number[] {
  const top = Math.max(...found.map((f) => f.score))
  const near = found.filter((f) => f.score > top - SPREAD)
  const holds = (a: Linked, b: Linked): boolean => {
    const [outer, inner] = [drafts[a.at] as Draft, drafts[b.at] as Draft]
    const size = inner.end - inner.start
    return overlapOf(outer, inner) === size && size < outer.end - outer.start && b.score < a.score + SURER
  }
  return near.filter((f) => !near.some((o) => holds(o, f))).map((f) => f.at)
}

const SURER = 1
