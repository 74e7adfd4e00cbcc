import type { Range, RelationType } from '../../codebook/index.ts'
import { actorNoun, sectorBefore, titleOf } from '../facts/words.ts'
import { isLedBody, roleIn } from './roles.ts'

/** A tie that the words of a phrase give between what it means (`whole`) and the one named in it (`inner`). */
export type Tie = { readonly type: RelationType; readonly from: 'whole' | 'inner' }

type Named = Range & { readonly kind: string; readonly isDescribed: boolean }
type Phrase = Range & {
  readonly head: Range
  readonly kind: string
  readonly isActor: boolean
  /** The proper name in it, if any. */
  readonly name: string | null
}

const BACKED = /^[-‐‑](?:backed|supported|funded|financed|armed|trained|sponsored|raised|equipped|controlled)\b/i
const LED = /^[-‐‑](?:led|run|headed|dominated|commanded)\b/i
const ALLIED = /^[-‐‑](?:allied|aligned|linked|friendly)\b/i
const MADE = /^[-‐‑](?:affiliated)\b/i
const OTHER = /^[-‐‑]\p{L}/u
const OPPOSED = /\b(?:anti|counter)[-‐‑]$/i
const FAVOURED = /\bpro[-‐‑]$/i
const QUANTITY =
  /^(?:hundreds|thousands|dozens|scores|millions|tens|one|two|three|four|five|some|many|most|each|all|both|any|none|rest|majority|numbers?|mass(?:es)?|half|part|group|lot|kind|type|network|handful|couple|pair|string|\d[\d,.]*)$/i
const POSTMODIFIER = /^ (of|for|from|at|with)(?: the| an?)? $/i

/**
 * The tie between a phrase and a name in it, right before it, or behind its "of"; null where there is none, undefined where the two do not
 * stand so.
 *
 *     US-backed forces → the US backs them       anti-Assad rebels → they oppose Assad
 *     the Iranian foreign minister → member of   a spokesman for the UN → speaks for it
 */
export function tieInPhrase(text: string, whole: Phrase, inner: Named): Tie | null | undefined {
  if (inner.start > whole.head.end) return ofPhrase(text, whole, inner)
  if (inner.end > whole.head.start || inner.start === whole.head.start) return undefined
  if (whole.kind === 'state' || (inner.isDescribed && !isOwner(text, inner) && whole.name === null)) return undefined
  const isInside = inner.start >= whole.start
  const gap = text.slice(inner.end, isInside ? whole.head.start : whole.start)
  if (
    isInside
      ? /,? (?:and|or|of|from|in) $/.test(gap) || (/ and | of /.test(gap) && inner.kind !== 'state')
      : !isModifier(text, gap, whole)
  )
    return undefined
  const before = text.slice(Math.max(0, inner.start - 9), inner.start)
  const behind = text.slice(inner.end, whole.end)
  if (whole.kind !== 'person' && isPartOfName(text, whole, inner)) return null
  const compound = (type: RelationType, from: Tie['from']): Tie | null => (whole.isActor ? { type, from } : null)
  if (OPPOSED.test(before)) return compound('opposes', 'whole')
  if (FAVOURED.test(before)) return compound('backs', 'whole')
  if (BACKED.test(behind)) return compound('backs', 'inner')
  if (LED.test(behind)) return compound('leads', 'inner')
  if (ALLIED.test(behind)) return compound('allied_with', 'whole')
  if (MADE.test(behind)) return compound('member_of', 'whole')
  if (OTHER.test(behind) || /\bnon[-‐‑]$/i.test(before)) return null
  const end = whole.kind === 'person' ? whole.end : whole.head.end
  const to = /^ to\b/.test(text.slice(whole.head.end)) ? ' to' : ''
  return byRole(text.slice(inner.end, end).replace(/ of .*$/, ofState) + to, text, whole, inner)
}

const STATE_BODY =
  /^(?:Army|Navy|Air Force|Forces?|Guards?|Government|Parliament|Senate|Congress|Ministry|Department|Embassy|Police|Military|Treasury|Court|Consulate|Command|Agency|Coast Guard|Marines?)$/i

/** A name inside a longer proper name is no tie ("Syrian Democratic Council"), but for the bodies of a state ("US State Department"). */
const isPartOfName = (text: string, whole: Phrase, inner: Named): boolean =>
  whole.name?.includes(text.slice(inner.start, inner.end)) === true &&
  !STATE_BODY.test(text.slice(whole.head.start, whole.head.end))

/** Whether a name right before a phrase belongs to it: "US | special envoy", "Iran’s | foreign minister", never "Iran | the minister". */
function isModifier(text: string, gap: string, whole: Phrase): boolean {
  if (
    /^(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|some|many|more|all|any|other|another|\d)\b/i.test(
      text.slice(whole.start, whole.head.end),
    )
  )
    return false
  const compound = COMPOUND.exec(gap)?.[0] ?? ''
  const rest = gap.slice(compound.length).replace(/^[’']s?/, '')
  if (!/^ $|^ (?:[\p{L}.-]+ ){1,4}$/u.test(rest)) return false
  const words = rest.trim() === '' ? [] : rest.trim().split(' ')
  return compound === '' ? words.every(isTitleWord) : words.length < 3 && !words.some((w) => actorNoun(w.toLowerCase()))
}

const isTitleWord = (word: string): boolean =>
  sectorBefore(word.toLowerCase()) !== undefined ||
  actorNoun(word.toLowerCase()) !== undefined ||
  titleOf([word]) !== null ||
  /^(?:prime|foreign|special|presidential|acting|supreme|interior|finance|senior|of|State)$/i.test(word)

const COMPOUND = /^[-‐‑]\p{L}+(?: and \p{L}+[-‐‑]\p{L}+)?/u
/** "Secretary of State" is a title; "the leader of …" is not. */
const ofState = (rest: string): string => (/^ of (?:State|Defen[cs]e|state|Staff|staff)/.test(rest) ? rest : '')

/** A name behind the phrase: "the commander | of | the Quds Force", inside or just after it. */
function ofPhrase(text: string, whole: Phrase, inner: Named): Tie | null | undefined {
  const gap = text.slice(whole.head.end, inner.start)
  const post = POSTMODIFIER.exec(gap)
  if (!post) return undefined
  const preposition = (post[1] as string).toLowerCase()
  if (OTHER.test(text.slice(inner.end)) || QUANTITY.test(text.slice(whole.head.start, whole.head.end))) return null
  if (
    preposition === 'for' &&
    /envoy|ambassador|negotiator|minister|secretary/i.test(text.slice(whole.start, whole.head.end))
  )
    return null
  if (
    preposition === 'with' &&
    !/^(?:officials?|partners?|all(?:y|ies)|officers?)$/i.test(text.slice(whole.head.start, whole.head.end))
  )
    return undefined
  return byRole(text.slice(whole.start, whole.head.end), text, whole, inner)
}

function byRole(words: string, text: string, whole: Phrase, inner: Named): Tie | null {
  const said = roleIn(words, inner.kind === 'state' || inner.kind === 'place')
  if (said === 'none') return null
  const head = text.slice(whole.head.start, whole.head.end)
  const isOneOfMany =
    /^an? /i.test(text.slice(whole.start, whole.head.start)) || (inner.kind === 'population' && head.endsWith('s'))
  const role = said === 'leads' && isOneOfMany ? 'member_of' : said
  if (inner.kind === 'person') {
    if (role && role !== 'member_of' && role !== 'leads') return { type: role, from: 'whole' }
    if (isLedBody(head)) return { type: 'leads', from: 'inner' }
    return role === 'member_of' ? { type: 'member_of', from: 'whole' } : null
  }
  if (inner.kind === 'organisation' && RULE.test(head)) return { type: 'leads', from: 'inner' }
  if (inner.kind === 'place' && role === null) return null
  if (role === 'allied_with' || role === 'opposes' || role === 'backs')
    return { type: isOwner(text, inner) ? role : 'member_of', from: 'whole' }
  if (role) return whole.kind !== 'place' ? { type: role, from: 'whole' } : null
  return whole.isActor ? { type: 'member_of', from: 'whole' } : null
}

/** What bears the name of those who rule it. */
const RULE = /^(?:regime|administration|government|dictatorship)$/i

/** "Assad’s allies", "allies of Assad": of him; "European allies" are Europeans. */
const isOwner = (text: string, inner: Range): boolean =>
  /^[’']/.test(text.slice(inner.end, inner.end + 1)) ||
  /\bof (?:the )?$/.test(text.slice(Math.max(0, inner.start - 8), inner.start)) ||
  /^(?:its|their|his|her|our|my)$/i.test(text.slice(inner.start, inner.end))
