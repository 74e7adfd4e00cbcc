import type { Range } from '../../codebook/index.ts'
import { type Document, openDocument, piecesOf } from '../document.ts'
import type { Draft } from '../entities/find-mentions.ts'
import type { Network } from '../model/network.ts'
import type { Found } from '../model/spans.ts'
import { assembleAttributions, type Bare } from './assemble.ts'
import { speakerHint } from './speaker-hint.ts'

// Words that can mark an attribution inside another one's content; without one of them no second look is worth its time.
const MARKS =
  /\b(?:sa(?:id|ys|ying)|told|tells|(?:I|we|they|he|she|you|it|people|who) (?:(?:do|does|did|would)(?:n[’']t| not) |really |also |still |just )?(?:think|thinks|thought|know|knows|knew|believe|believes|believed|want|wants|wanted|hope|hopes|hoped|feel|felt|say|fear|expect|insists?|demand|asked|saw|assume)|claim(?:s|ed|ing)|warn(?:s|ed|ing)|den(?:ies|ied)|promised|vow(?:s|ed)|threatened|announc(?:ed|es|ing)|admitted|accus(?:ed|es)|demanded|pledged|according to|refused|urged|statements?|confirmed|wrote|estimated|believed to|thought to|said to|complained|wants?|intends?|(?:do|does|did)(?:n[’']t| not) (?:want|think|believe|know|care|expect|accept)|sees|considers?|regards?|accepts?|fears?|hopes?|thinks?|believes?|knows?)\b/

const SHORTEST = 4
const LEAST = 1500

/**
 * The attributions inside the content of others: the corpus marks no word twice, so the model is shown the content alone.
 *
 *     “We think they want to leave,” she said.  →  [We think] [they want to leave]  ·  [they want] [to leave]
 */
export async function lookInside(
  doc: Document,
  network: Network,
  outer: readonly Bare[],
  drafts: readonly Draft[],
): Promise<Bare[]> {
  const found: Bare[] = []
  // In a text without sentences contents lie over one another; no other needs a second look at more than half of it.
  let left = doc.text.length / 2 + LEAST
  for (const a of outer)
    for (const c of a.content) {
      const inner = withoutMarks(doc.text, c)
      const text = doc.text.slice(inner.start, inner.end)
      const rest = MARKS.exec(text)
      if (!rest || text.split(/\s+/).length < SHORTEST) continue
      if (text.length > left) continue
      left -= text.length
      const part = await openDocument({ ...doc.article, text, skipped: [] }, network)
      for (const b of assembleAttributions(part))
        if (b.cue && b.score > (network.card.thresholds.inner ?? 0.4))
          found.push(withSource(doc, moved(b, inner.start), drafts))
      network.giveBack(part.scores)
    }
  const isNew = (b: Bare): boolean =>
    !outer.some((a) => a.cue && b.cue && a.cue.start < b.cue.end && b.cue.start < a.cue.end)
  return found.filter(isNew)
}

/** An inner attribution whose source stands outside the content: looked for in the whole sentence. */
function withSource(doc: Document, b: Bare, drafts: readonly Draft[]): Bare {
  const pieces = b.cue && piecesOf(doc.scores, b.cue)
  return b.source || !b.cue || !pieces
    ? b
    : { ...b, hint: speakerHint(doc, { ...b.cue, ...pieces }, drafts, b.content) }
}

function withoutMarks(text: string, range: Range): Range {
  let { start, end } = range
  while (start < end && /[\s"“”‘'«»]/.test(text[start] as string)) start++
  while (end > start && /[\s"“”»]/.test(text[end - 1] as string)) end--
  return { start, end }
}

function moved(b: Bare, by: number): Bare {
  const move = <T extends Range>(r: T): T => ({ ...r, start: r.start + by, end: r.end + by })
  return {
    ...b,
    source: b.source && move<Found>(b.source),
    cue: b.cue && move<Found>(b.cue),
    content: b.content.map(move),
  }
}
