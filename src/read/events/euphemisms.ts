import { type Document, piecesOf } from '../document.ts'
import type { Found } from '../model/spans.ts'
import { isBurntSymbol } from './type-by-words.ts'

// Soft words for killing: "removing militia leaders", "took the general off the battlefield", "neutralised".
const SOFT =
  /\b(?:remov(?:e|es|ed|ing)|neutrali[sz](?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|liquidat(?:e|es|ed|ing)|t(?:ake|akes|ook|aken|aking) out|dispos(?:e|es|ed|ing) of)(?=\s)/gi
const PEOPLE =
  /^\s+(?:(?:the|a|an|his|her|its|their|our|these|those|some|several|two|three|many|more)\s+)?(?:[\p{L}\d’'-]+\s+){0,4}?(?:leaders?|commanders?|fighters?|militants?|generals?|terrorists?|soldiers?|gunmen|operatives?|chiefs?|insurgents?|rebels?|enem(?:y|ies)|adversar(?:y|ies)|officers?)\b/iu
const FROM_FIELD = /^\s+(?:[\p{L}’'-]+\s+){0,4}?(?:from|off) the (?:battle)?field\b/iu
const FROM_OFFICE =
  /\bfrom (?:office|power|(?:his|her|their|the) (?:posts?|jobs?|positions?|list|council|board|party|cabinet|command|ranks))\b/i

const BURNT = /\b(?:burn(?:s|ed|t|ing)?|torch(?:ed|es|ing)?|trampl(?:ed|ing))\b(?= )/gi

/** Triggers that the model may miss: a mild word for people taken away by force (never from an office), a flag or a picture burnt. */
export function readEuphemisms(doc: Document): Found[] {
  const found: Found[] = []
  for (const match of doc.text.matchAll(SOFT)) {
    const range = { start: match.index, end: match.index + match[0].length }
    const after = /^[^.!?\n]*/.exec(doc.text.slice(range.end, range.end + 160))?.[0] ?? ''
    if (FROM_OFFICE.test(after) || !(PEOPLE.test(after) || FROM_FIELD.test(after))) continue
    const pieces = piecesOf(doc.scores, range)
    if (pieces) found.push({ tag: 'ASSAULT', ...range, ...pieces, score: 0.5 })
  }
  for (const match of doc.text.matchAll(BURNT)) {
    const range = { start: match.index, end: match.index + match[0].length }
    const pieces = isBurntSymbol(doc.text, range) ? piecesOf(doc.scores, range) : null
    if (pieces) found.push({ tag: 'PROTEST', ...range, ...pieces, score: 0.5 })
  }
  return found
}
