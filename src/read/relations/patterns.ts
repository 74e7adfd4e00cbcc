import type { RelationType } from '../../codebook/index.ts'

type Pattern = { readonly words: RegExp; readonly type: RelationType; readonly turned?: true }

const SELF = String.raw`,? (?:(?:who|which|that) )?(?:(?:is|are|was|were|had been|has been|have been|be) )?(?:\p{L}+ly )?(?:known to be )?`
const pattern = (words: string, type: RelationType, turned?: true): Pattern => ({
  words: new RegExp(`^${SELF}(?:${words})(?: the| an?)?(?: \\p{Ll}+)? $`, 'u'),
  type,
  ...(turned ? { turned } : {}),
})

// What stands between two mentions, the first before the second; `turned`: the second does it to the first.
const PATTERNS: readonly Pattern[] = [
  pattern('led by|headed by|commanded by|run by|ruled by|founded by|chaired by|under the command of', 'leads', true),
  pattern(
    'backed by|supported by|funded by|financed by|armed by|trained by|sponsored by|propped up by|controlled by',
    'backs',
    true,
  ),
  pattern('(?:still |also |openly )?(?:backs?|controls?|arms?|funds?|finances?|sponsors?)', 'backs'),
  pattern(
    'allied (?:with|to)|aligned with|in alliance with|an? (?:\\p{L}+ )?ally of|an? (?:\\p{L}+ )?partner of|allies of|fighting alongside|fought alongside|in a coalition with',
    'allied_with',
  ),
  pattern(
    'joined|joining|fighting for|fought for|serving (?:in|with)|served (?:in|with)|serves (?:in|with)|belong(?:s|ing)? to|an? (?:\\p{L}+ )?members? of|members of|part of|affiliated (?:with|to)|pledged allegiance to|works for|working for|employed by',
    'member_of',
  ),
  pattern('loyal to|who supports?|who backs?', 'backs'),
  pattern('leads|heads|commands|chairs|rules', 'leads'),
  pattern('opposed to|at war with|hostile to|fighting to overthrow|rebelling against', 'opposes'),
  pattern('speaking for|speaking on behalf of|represents|representing', 'speaks_for'),
]

/** The tie that the words between two mentions say, `turned` where it goes from the second to the first; null for none. */
export function tieBetween(between: string): { readonly type: RelationType; readonly turned: boolean } | null {
  const found = between.length < 60 ? PATTERNS.find((p) => p.words.test(between)) : undefined
  return found ? { type: found.type, turned: found.turned === true } : null
}
