import type { Document } from '../document.ts'
import type { Draft } from '../entities/find-mentions.ts'
import { findFacts } from '../facts/facts.ts'

/** Whether a mention stands for a place here: a town, "in Iraq", "the Paris attacks", "at the White House"; not the government, the people, or a pronoun. */
export function isPlace(doc: Document, d: Draft, isState: boolean): boolean {
  // A capital that stands for its government is no place, unless something happens in it.
  if (d.hit?.form === 'capital' && isState) return isScene(doc.text, d)
  if (d.form === 'metonym') return AT.test(doc.text.slice(Math.max(0, d.start - 24), d.start))
  if (d.form === 'pronoun' || d.form === 'demonym') return false
  if (d.tags.has('place')) {
    const facts = findFacts(doc.text.slice(d.start, d.end))
    return facts.length === 0 || facts.some((f) => f.form !== 'demonym')
  }
  if (d.kind === 'place') return d.name !== null || (d.tags.get('mention-place') ?? 0) > 0.6
  return d.hit?.form === 'capital' || (d.kind === 'state' && d.hit?.form === 'name' && isLocal(doc.text, d))
}

/** A state's name that stands for where: "in Iraq", "across Syria"; never "U.S. troops". */
function isLocal(text: string, d: Draft): boolean {
  return (
    /\b(?:in|inside|outside|into|across|throughout|near|from|to|towards?|around|of|over|at|leave|left|visit(?:ed|ing)?|entered|enter|fled|fleeing)\s+(?:the\s+)?(?:[\p{L}-]+(?:ern)?\s+)?$/iu.test(
      text.slice(Math.max(0, d.start - 30), d.start),
    ) &&
    !/^\s\p{Ll}/u.test(
      text
        .slice(d.end, d.end + 2)
        .replace(
          /^\s(?:and|or|in|on|to|for|by|with|at|after|before|as|has|have|is|was|were|will|would|that|which|who|while|when|from|since|during)\b.*/,
          '',
        ),
    )
  )
}

const AT = /\b(?:at|in|inside|outside)\s+(?:the\s+)?$/iu
const SCENE =
  /^\s(?:\p{L}+\s)?(?:attack|bombing|shooting|massacre|assault|raid|siege|battle|blast|explosion|riot|protest|summit|talk|meeting|conference)s?\b/iu

/** A capital where something happens: "in Paris", "the Paris attacks". */
function isScene(text: string, d: Draft): boolean {
  return (
    SCENE.test(text.slice(d.end, d.end + 40)) ||
    /\b(?:in|inside|outside|across|near|around|at)\s+(?:\p{Ll}+\s+)?$/u.test(
      text.slice(Math.max(0, d.start - 24), d.start),
    )
  )
}
