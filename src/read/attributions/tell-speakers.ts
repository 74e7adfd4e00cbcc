import { overlapOf, type Range } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { Draft } from '../entities/find-mentions.ts'
import { headOf } from '../entities/heads.ts'
import { type Bare, startOf } from './assemble.ts'
import { tellFirstPersons } from './first-persons.ts'
import { withinOf } from './within.ts'

export { holderOf } from './within.ts'

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
  for (const [i, a] of told.entries()) {
    const goesOn = speakerGoingOn(doc, told, i)
    if (goesOn >= 0) told[i] = { ...a, speaker: goesOn }
    else if (a.speaker < 0 && !a.source && a.within < 0) told[i] = { ...a, ...speakerBefore(doc, told, i, clusters) }
  }
  tellFirstPersons(doc, told, clusters)
  // "I think …" inside a quotation: its source is known only now.
  return told.map((a) => {
    const speaker = a.speaker >= 0 ? a.speaker : speakerOf(doc, a, clusters)
    const isGuess = speaker >= 0 && !a.source && a.cue !== null
    return { ...a, speaker, score: isGuess ? a.score * GUESSED : a.score }
  })
}

/** What is left of the confidence where no words name the speaker. */
const GUESSED = 0.6

/** Who goes on speaking in one sentence: "Okoth said the road was shut, adding that it would stay so", "but said …". -1 where nobody does. */
function speakerGoingOn(doc: Document, told: readonly Told[], i: number): number {
  const a = told[i] as Told
  if (a.source || !a.cue) return -1
  const isParticiple = /^(?:\p{L}+ly |also |then )?\p{L}{3,}ing\b/u.test(doc.text.slice(a.cue.start, a.cue.end))
  const isJoined = /\b(?:and|but|then)(?: also| later| \p{L}+ly)? $/u.test(
    doc.text.slice(Math.max(0, a.cue.start - 20), a.cue.start),
  )
  if (!isParticiple && !isJoined) return -1
  const sentence = indexAt(doc.sentences, a.cue.start)
  const before = told.findLast(
    (b) =>
      b.cue &&
      b.cue.end < (a.cue?.start ?? 0) &&
      b.within === a.within &&
      indexAt(doc.sentences, b.cue.start) === sentence,
  )
  return before?.speaker ?? -1
}

/**
 * Who speaks a quotation that names nobody: the person of the sentence right before it, who spoke or was quoted there; else the one quoted
 * last, where a quotation stands not far before. Others than persons are not guessed.
 */
function speakerBefore(
  doc: Document,
  told: readonly Told[],
  i: number,
  clusters: Clusters,
): { readonly speaker: number; readonly score?: number } {
  const a = told[i] as Told
  const nobody = { speaker: -1 }
  if (a.cue) return nobody
  const start = startOf(a)
  const ended = (b: Told): number => Math.max(b.cue?.end ?? 0, ...b.content.map((c) => c.end))
  const isPerson = (b: Told): boolean => clusters.entities[b.speaker]?.kind === 'person'
  const isQuoted = (b: Told): boolean => doc.quotes.some((q) => b.content.some((c) => overlapOf(c, q) > 0))
  const before = told.slice(Math.max(0, i - MOST), i).filter((b) => b.within < 0 && b.speaker >= 0 && ended(b) <= start)
  const apart = (b: Told): number => indexAt(doc.paragraphs, start) - indexAt(doc.paragraphs, ended(b) - 1)
  const last = before.at(-1)
  if (!last || apart(last) > 1) return nobody
  const next = indexAt(doc.sentences, start) - indexAt(doc.sentences, ended(last) - 1) <= 1
  if (next && (isPerson(last) || isQuoted(last))) return { speaker: last.speaker, score: apart(last) === 0 ? 0.9 : 0.8 }
  const quoted = before.findLast((b) => isQuoted(b) && isPerson(b))
  return quoted && start - ended(quoted) < FAR ? { speaker: quoted.speaker, score: 0.5 } : nobody
}

const FAR = 1500
const MOST = 20

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
