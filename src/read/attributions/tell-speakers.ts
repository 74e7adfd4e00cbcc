import { overlapOf, type Range } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { Draft } from '../entities/find-mentions.ts'
import { headOf } from '../entities/heads.ts'
import { pronounOf } from '../entities/pronouns.ts'
import { type Bare, startOf } from './assemble.ts'

/** An attribution with its speaker's entity (-1: none) and the attribution it stands inside (-1: none). */
export type Told = Bare & { readonly speaker: number; readonly within: number }

/** Whose words each attribution gives: the entity of the mention that its source names. First persons inside are the speaker. */
export function tellSpeakers(doc: Document, bare: readonly Bare[], clusters: Clusters): Told[] {
  const told = bare.map((a) => ({ ...a, speaker: speakerOf(doc, a, clusters), within: withinOf(bare, a) }))
  tellFirstPersons(doc, told, clusters)
  // "I think …" inside a quotation: its source is known only now.
  return told.map((a) => (a.speaker >= 0 || !a.source ? a : { ...a, speaker: speakerOf(doc, a, clusters) }))
}

function speakerOf(doc: Document, a: Bare, clusters: Clusters): number {
  const at = a.source ? mentionOf(doc, clusters.drafts, a.source) : -1
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

/** "I" and "my" inside somebody's words are that somebody; "we" is the body or state they speak for, else they themselves. */
function tellFirstPersons(doc: Document, told: readonly Told[], clusters: Clusters): void {
  for (const [i, draft] of clusters.drafts.entries()) {
    if (clusters.of[i] !== -1) continue
    const pronoun = draft.form === 'pronoun' ? pronounOf(doc.text.slice(draft.start, draft.end)) : null
    if (pronoun?.person !== 1) continue
    let holder = holderOf(told, draft)
    // The source of a nested attribution is the speaker of the outer one.
    while (holder >= 0 && (told[holder]?.speaker ?? -1) < 0) holder = told[holder]?.within ?? -1
    const speaker = told[holder]?.speaker ?? -1
    if (speaker < 0) continue
    clusters.of[i] = speaker
    clusters.entities[speaker]?.mentions.push(i)
  }
}
