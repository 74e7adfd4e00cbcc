import type { RelationType } from '../../codebook/index.ts'
import { roleIn } from './roles.ts'

// "Ana Ruiz, an energy expert at | the Harbour Institute"
const BEHIND =
  /^, (?:an? |the )?((?:(?!(?:who|which|that|is|was|has|had|said|says|and|but|from) )[\p{L}’'.-]+ ){0,6}?[\p{L}-]+) (at|of|with|for|in) (?:the )?$/u
// "Brian Okoth, | the ministry | ’s point man"
const OWNER = /^, (?:the )?$/
const OWNED = /^[’']s ((?:(?!(?:for|of|in|on|to|at) )[\p{Ll}-]+ ){0,4}?[\p{Ll}-]+)(?= (?:for|of|in|on|to|at) |[,.]|$)/u
const BELONGS =
  /\b(?:experts?|analysts?|fellows?|professors?|scholars?|researchers?|lecturers?|economists?|historians?|specialists?|scientists?|strategists?|consultants?|editors?|reporters?|correspondents?|columnists?|employees?|point man|point person|doctors?|surgeons?|lawyers?|activists?|organi[sz]ers?|students?|veterans?|managers?)$/i

/**
 * The tie of a named person to a body named in the apposition behind him; undefined where none stands there.
 *
 *     Ana Ruiz, an energy expert at the Harbour Institute → member of   Okoth, the ministry’s spokesman → speaks for it
 */
export function tieInApposition(between: string, after: string, tailIsState: boolean): RelationType | null | undefined {
  const [, behind, preposition] = BEHIND.exec(between) ?? []
  const role = behind ?? (OWNER.test(between) ? OWNED.exec(after)?.[1] : undefined)
  if (role === undefined) return undefined
  const type = roleIn(role, tailIsState)
  if (type === 'none') return null
  // An envoy for a country speaks to it, not for it.
  if (preposition === 'for' && (tailIsState || /[’']s /.test(role))) return undefined
  return type ?? (BELONGS.test(role) ? 'member_of' : undefined)
}
