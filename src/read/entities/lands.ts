import type { Range } from '../../codebook/index.ts'
import type { FactHit } from '../facts/facts.ts'

const ALONE =
  /^(?:[’'](?:s\b)?|\W*$|[.,;:)!?”"’—–-]|\s+(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|do|does|did|and|or|but|to|in|of|on|at|from|for|with|by|as|that|which|who|after|before|over|into|against|said|says|\p{Ll}{2,}ed)\b)/u
const PART =
  /(?:\b(?:north|south|east|west|central)(?:[-‐ ]?(?:east|west|central))?(?:ern)?|\b\p{L}+[-‐](?:held|controlled|occupied)|\bother parts of|\bparts of|\bmost of|\bmuch of) $/iu

/** Where the mention of a known name begins: "the" before a country that stands alone, and what makes it a part of one ("northern Syria"). */
export function withArticle(text: string, hit: FactHit): number {
  const before = text.slice(Math.max(0, hit.start - 30), hit.start)
  const part = isLand(hit) ? PART.exec(before) : null
  if (part) return hit.start - part[0].length
  return /\bthe $/i.test(before) && hit.form === 'name' && ALONE.test(text.slice(hit.end, hit.end + 20))
    ? hit.start - 4
    : hit.start
}

/** Whether a known name is that of a land: a state or a place. */
export const isLand = (hit: FactHit): boolean =>
  hit.form === 'name' && (hit.fact.kind === 'state' || hit.fact.kind === 'place')

/** Whether what stands before a land in a mention makes it a part of it. */
export const isPartOf = (text: string, start: number, land: Range): boolean => PART.test(text.slice(start, land.start))
