import { overlapOf, type Range } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import { codeEntity } from '../entities/code-entity.ts'
import type { Clusters } from '../entities/entity.ts'
import type { Draft } from '../entities/find-mentions.ts'
import { headOf } from '../entities/heads.ts'
import { pronounOf } from '../entities/pronouns.ts'
import { type Bare, startOf } from './assemble.ts'

/** An attribution with its speaker's entity (-1: none) and the attribution it stands inside (-1: none). */
export type Told = Bare & { readonly speaker: number; readonly within: number }

/**
 * Whose words each attribution gives: the entity of the mention that its source names. First persons inside are the speaker;
 * a quotation without a source goes on with the speaker before it.
 */
export function tellSpeakers(doc: Document, bare: readonly Bare[], clusters: Clusters, author = -1): Told[] {
  const told = bare.map((a) => ({
    ...a,
    speaker: a.byAuthor ? author : speakerOf(doc, a, clusters),
    within: withinOf(bare, a),
  }))
  for (const [i, a] of told.entries())
    if (a.speaker < 0 && !a.source && a.within < 0) told[i] = { ...a, speaker: speakerBefore(doc, told, i) }
  tellFirstPersons(doc, told, clusters)
  // "I think …" inside a quotation: its source is known only now.
  return told.map((a) =>
    a.speaker >= 0 || (!a.source && a.hint < 0) ? a : { ...a, speaker: speakerOf(doc, a, clusters) },
  )
}

/** The speaker of the quotation before, where one without a source follows it in its paragraph or the next. */
function speakerBefore(doc: Document, told: readonly Told[], i: number): number {
  const a = told[i] as Told
  if (a.cue) return -1
  const before = told.slice(0, i).findLast((b) => b.within < 0)
  if (!before) return -1
  const apart = indexAt(doc.paragraphs, startOf(a)) - indexAt(doc.paragraphs, before.content.at(-1)?.end ?? 0)
  const isQuoted = doc.quotes.some((q) => before.content.some((c) => overlapOf(c, q) > 0))
  return apart <= 1 && isQuoted && startOf(a) - (before.content.at(-1)?.end ?? 0) < 500 ? before.speaker : -1
}

function speakerOf(doc: Document, a: Bare, clusters: Clusters): number {
  const at = a.source ? mentionOf(doc, clusters.drafts, a.source) : a.hint
  return at < 0 ? -1 : (clusters.of[at] as number)
}

/** The mention that a source names: the one with its head, else the one that shares most letters. */
export function mentionOf(doc: Document, drafts: readonly Draft[], source: Range): number {
  const head = headOf(doc.text, source)
  const exact = drafts.findIndex((d) => d.head.start === head?.start)
  if (exact >= 0) return exact
  let best = -1
  let top = 0
  for (const [i, d] of drafts.entries()) {
    const shared = overlapOf(d, source) / Math.max(d.end - d.start, source.end - source.start)
    if (shared > top) {
      top = shared
      best = i
    }
  }
  return best
}

/** The innermost attribution whose content holds another one's cue or content. */
function withinOf(all: readonly Bare[], a: Bare): number {
  const at = { start: Math.min(a.cue?.start ?? Number.POSITIVE_INFINITY, startOf(a)), end: a.content[0]?.end ?? 0 }
  let best = -1
  let size = Number.POSITIVE_INFINITY
  for (const [i, other] of all.entries()) {
    if (other === a) continue
    const holder = other.content.find((c) => c.start <= at.start && at.end <= c.end)
    if (
      !holder ||
      holder.end - holder.start >= size ||
      a.content.some((c) => c.start === holder.start && c.end === holder.end)
    )
      continue
    best = i
    size = holder.end - holder.start
  }
  return best
}

/** The innermost attribution whose content holds a place in the text; -1 for the outlet's own words. */
export function holderOf(all: readonly Bare[], range: Range): number {
  let best = -1
  let size = Number.POSITIVE_INFINITY
  for (const [i, a] of all.entries())
    for (const c of a.content)
      if (c.start <= range.start && range.end <= c.end && c.end - c.start < size) {
        best = i
        size = c.end - c.start
      }
  return best
}

/** "I" and "my" inside somebody's words are that somebody; "we" is the body or state they speak for, else a group of its own. */
function tellFirstPersons(doc: Document, told: readonly Told[], clusters: Clusters): void {
  for (const [i, draft] of clusters.drafts.entries()) {
    if (clusters.of[i] !== -1) continue
    const pronoun = draft.form === 'pronoun' ? pronounOf(doc.text.slice(draft.start, draft.end)) : null
    if (pronoun?.person !== 1) continue
    let holder = holderOf(told, draft)
    // The source of a nested attribution is the speaker of the outer one.
    while (holder >= 0 && (told[holder]?.speaker ?? -1) < 0) holder = told[holder]?.within ?? -1
    const speaker = told[holder]?.speaker ?? -1
    const whose =
      speaker < 0
        ? pronoun.many
          ? authorOf(told, clusters)
          : -1
        : pronoun.many
          ? bodyOf(doc, clusters, speaker)
          : speaker
    if (whose < 0) continue
    clusters.of[i] = whose
    clusters.entities[whose]?.mentions.push(i)
  }
}

/** Whom "we" means from a speaker's mouth: a state or body itself; of an official, the state; of others a group that is not the speaker. */
function bodyOf(doc: Document, clusters: Clusters, speaker: number): number {
  const entity = clusters.entities[speaker]
  if (entity?.kind !== 'person' || entity.many) return speaker
  const code = codeEntity(doc, clusters, entity)
  const official = code.sectors.some((s) => s === 'GOV' || s === 'MIL' || s === 'LEG' || s === 'SPY')
  const state =
    official && code.country ? clusters.entities.findIndex((e) => e.fact?.id === `state:${code.country}`) : -1
  if (state >= 0) return state
  const group = clusters.entities.findIndex((e) => e.weOf === speaker)
  if (group >= 0) return group
  clusters.entities.push({
    id: clusters.entities.length,
    kind: 'group',
    fact: null,
    names: [],
    gender: 'unknown',
    many: true,
    heads: new Set(),
    mentions: [],
    weOf: speaker,
  })
  return clusters.entities.length - 1
}

/** "We" outside all quotations, in a statement: the state or body that speaks elsewhere in it. */
function authorOf(told: readonly Told[], clusters: Clusters): number {
  const speaker = told.find((a) => {
    const kind = clusters.entities[a.speaker]?.kind
    return kind === 'state' || kind === 'organisation'
  })
  return speaker?.speaker ?? -1
}
