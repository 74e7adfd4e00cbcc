import { overlapOf, type Range } from '../../codebook/index.ts'
import { type Document, isSkipped, piecesOf } from '../document.ts'
import type { Found } from '../model/spans.ts'

/** A saying whose form alone tells who says it. */
export type Formatted = { readonly source: Found; readonly cue: Found; readonly content: Range }

const LABEL = /^["“]?(\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]+){0,3})(:)\s+(?=\S)/u
const SIGNED =
  /^(.*["”])\s*([―—–]|--)\s*(\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|de|del|de la|la|van|von|al|bin)){1,4})$/u
const HEADLINE = /^(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3})(:)\s+(?=\p{Lu}|["“‘'])/u
const SPEAKS =
  /^(?:Poll|Report|Study|Survey|Police|Officials?|Sources?|Analysts?|Experts?|Witness(?:es)?|Minister|Ministry|Monitors?|Rebels|Activists|UN)$/

/**
 * Lines of a conversation, quotations that are signed, a headline that begins with its speaker.
 *
 *     ANA RUIZ: We stay.   ·   “We stay.” ― Ana Ruiz   ·   Ruiz: Town Will Stay
 */
export function readFormats(doc: Document): Formatted[] {
  const found: Formatted[] = []
  const spoken = doc.paragraphs.filter((p) => LABEL.test(doc.text.slice(p.start, Math.min(p.end, p.start + 90))))
  for (const [i, p] of doc.paragraphs.entries()) {
    if (isSkipped(doc.article, p)) continue
    const line = doc.text.slice(p.start, p.end)
    const label = spoken.length > 1 ? LABEL.exec(line) : i === 0 ? headlineOf(doc, p, line) : null
    if (label) {
      const name = p.start + line.indexOf(label[1] as string)
      const colon = name + (label[1] as string).length
      const content = { start: p.start + label[0].length, end: p.end }
      found.push(...formatted(doc, { start: name, end: colon }, { start: colon, end: colon + 1 }, content))
      continue
    }
    const signed = line.length < LONGEST ? SIGNED.exec(line) : null
    if (!signed) continue
    const [, quote = '', dash = '', name = ''] = signed
    const at = p.start + line.lastIndexOf(dash)
    const content = { start: p.start, end: p.start + quote.length }
    found.push(
      ...formatted(doc, { start: p.end - name.length, end: p.end }, { start: at, end: at + dash.length }, content),
    )
  }
  return found
}

const LONGEST = 1500

/** The speaker a headline begins with: somebody the model takes for a person or a source, or a word for those who speak. */
function headlineOf(doc: Document, paragraph: Range, line: string): RegExpExecArray | null {
  const match = line.length < 200 && doc.paragraphs.length > 1 ? HEADLINE.exec(line) : null
  if (!match) return null
  const name = { start: paragraph.start, end: paragraph.start + (match[1] as string).length }
  const isPerson = ['name-person', 'source'].some((tag) =>
    (doc.found.get(tag) ?? []).some((s) => overlapOf(s, name) > 0),
  )
  return isPerson || SPEAKS.test(match[1] as string) ? match : null
}

function formatted(doc: Document, source: Range, cue: Range, content: Range): Formatted[] {
  const [s, c] = [piecesOf(doc.scores, source), piecesOf(doc.scores, cue)]
  if (!s || !c || content.end <= content.start) return []
  const score = 0.9
  return [{ source: { tag: 'source', ...source, ...s, score }, cue: { tag: 'cue', ...cue, ...c, score }, content }]
}
