import type { ActorCode, EntityKind } from '../../codebook/index.ts'
import type { FactHit } from './fact.ts'
import { codeOn, findFacts } from './find-facts.ts'
import { type Token, tokensOf } from './tokens.ts'
import { type ActorNoun, actorNoun, isFormer, sectorBefore, titleOf } from './words.ts'

export type CodedWords = ActorCode & {
  /** Null where no word tells what it is. */
  readonly kind: EntityKind | null
}

/**
 * The kind and PLOVER code of a noun phrase, from its words alone.
 *
 *     Iranian foreign minister                  person IRN GOV
 *     US-backed Syrian rebels                   group SYR REB: the backer is not the country
 *     a former senior administration official   person ELI
 *     families of Isis fighters                 population CVL
 *
 * A name that the knowledge file has counts as of `day`.
 */
export function codeWords(text: string, { day = null }: { readonly day?: string | null } = {}): CodedWords {
  if (text.length > LONGEST) return codeAnew(text, day)
  const key = `${day} ${text}`
  let coded = known.get(key)
  if (!coded) {
    coded = codeAnew(text, day)
    if (known.size >= KEPT) known.clear()
    known.set(key, coded)
  }
  return coded
}

/** Phrases that are remembered: news says "the president" and "U.S. officials" over and over. */
const KEPT = 10_000
const LONGEST = 120
const known = new Map<string, CodedWords>()

function codeAnew(text: string, day: string | null): CodedWords {
  const { front, back } = splitPhrase(text.replace(PART_OF, '').replace(SUPPORT, (all) => ' '.repeat(all.length)))
  const facts = findFacts(front)
  const tokens = tokensOf(front)
  const head = headOf(tokens)
  const rest = back === '' ? null : codeWords(back, { day })
  const named = facts.find((f) => f.fact.kind === 'person') ?? facts.find((f) => isHead(f, front, head))
  const former = tokens.some((t) => isFormer(t.key)) && !/\bformer(?:ly)? (?:rebel|al|is)/i.test(front)
  const country = countryOf(facts, front) ?? named?.fact.codes[0]?.country ?? null

  const titled = personWithTitle(front)
  if (titled && named?.fact.kind !== 'person') return { kind: 'person', country, sectors: formerly(titled, former) }
  const last = facts.at(-1)
  const lands = last && (last.fact.kind === 'state' || last.fact.kind === 'place') && last.end >= front.trimEnd().length
  if (lands && DIRECTION.exec(text)?.[0].length === last.start) {
    return { kind: 'place', country: last.fact.codes[0]?.country ?? null, sectors: [] }
  }
  if (named && (named.fact.kind === 'person' || !head || head.start < named.end)) {
    const code = codeOn(named.fact, day)
    if (named.form === 'demonym' && named.fact.kind === 'state') return { kind: 'state', ...code }
    return { kind: named.fact.kind, country: code.country, sectors: formerly(code.sectors, former) }
  }
  if (!head) return withoutHead(front, country, rest)

  const { noun } = head
  const modifiers = tokens.filter((t) => t.end <= head.start)
  const said = sectorsOf(noun, modifiers, facts, head.start, rest, day)
  // Forces that somebody stands behind are no army, nor are those of a people without a state.
  const stateless = facts.some((f) => f.fact.kind === 'population' && f.fact.codes[0]?.country === null)
  const irregular = said[0] === 'MIL' && (BACKED.test(text) || (stateless && country === null))
  const sectors = irregular ? ['PRM'] : formerly(said, former)
  const vague = noun.sector === 'UNK' || noun.class === 'group' || noun.sector === 'GOV' || noun.sector === 'MIL'
  const inherits =
    country === null &&
    rest !== null &&
    (vague || BELONGS.test(head.key) || noun.class === 'agent' || noun.class === 'people')
  return {
    kind: kindOf(noun, front),
    country: inherits ? rest.country : country,
    sectors: noun.class === 'place' ? [] : sectors,
  }
}

// "scores of Russian soldiers" are soldiers.
const PART_OF =
  /^(?:about |around |nearly |at least |more than |up to )?(?:an? |the |those |these )?(?:few )?(?:(?:small|large|growing|great) )?(?:\p{L}+ly )?(?:scores|dozens|hundreds|thousands|tens of thousands|hundreds of thousands|millions|handful|number|majority|couple|series|wave|some|many|most|all|any|both|none|few|one|two|three|several|each|\d[\d,.]*|part|rest|group|crowd)(?: or (?:more|so))? of (?=\p{L})/iu

// "US-backed", "Iranian-controlled", "anti-Assad", "pro-Kremlin": who stands behind whom is a relation, not a code.
const SUPPORT =
  /(?:[\p{L}.]+(?: and [\p{L}.]+)?[-‐‑](?:backed|led|allied|aligned|controlled|funded|financed|sponsored|supported|trained|armed|linked|affiliated|inspired|style|held|occupied|dominated|based|born|friendly)|(?:anti|pro|non)[-‐‑][\p{L}]+|(?:backed|led|supported|armed) by .*)/giu

const BACKED = /[-‐](?:backed|allied|aligned|controlled|funded|sponsored) |\bpro[-‐](?:regime|government|\p{Lu})/u

const BELONGS =
  /^(?:members?|leaders?|spokes(?:man|men|woman|person)|commanders?|chiefs?|heads?|officials?|officers?|fighters?|representatives?|envoys?|ambassadors?|directors?|soldiers?|president|ministers?|king|prime minister|residents?|citizens?|units?|branch|wing)$/

const DIRECTION =
  /^(?:the |most of |much of |large parts? of )?(?:neighbou?ring )?(?:(?:far|deep) )?(?:(?:north|south|east|west|central|upper|lower)(?:ern)?(?:[-‐ ]?(?:east|west|central)(?:ern)?)?|rural|mainland|\S+[-‐](?:held|controlled|occupied)|(?:other |many |some |several |large )?(?:parts?|areas?|regions?|swaths?|swathes?|corners?) of) /i

/** The sector of a title that stands before a name: "Air force Lt Gen Jane Doe"; null where no name follows a title. */
function personWithTitle(front: string): readonly string[] | null {
  const words = front.trim().split(/\s+/)
  for (let i = 0; i < words.length - 1; i++) {
    const title = titleOf(words.slice(i))
    const next = title && words[i + title.words]
    if (title && next && /^\p{Lu}\p{Ll}/u.test(next) && !actorNoun(next.toLowerCase()))
      return title.sector ? [title.sector] : []
  }
  return null
}

type Head = { readonly start: number; readonly end: number; readonly key: string; readonly noun: ActorNoun }

/** The phrase up to its first preposition or clause, and what an "of", "from", "in" … brings in after it. */
function splitPhrase(text: string): { front: string; back: string } {
  const cut =
    /(?:^|\s)(?:of|for|from|in|at|with|to|inside|on|near|within|against|by|loyal to|belonging to)\s|,\s(?=\p{Ll})|\s(?:who|that|which|whose|whom|where)\s|\s\(|\s[–—-]\s/u.exec(
      text,
    )
  if (!cut || cut.index === 0) return { front: text, back: '' }
  const word = cut[0].trim()
  const front = text.slice(0, cut.index)
  const name = findFacts(text).find((f) => f.start < cut.index && cut.index < f.end)
  if (name) {
    const further = splitPhrase(text.slice(name.end))
    return { front: text.slice(0, name.end) + further.front, back: further.back }
  }
  if (word === ',') {
    // "Maria Okafor, a Kenyan judge": what follows says who it is.
    return { front, back: text.slice(cut.index + cut[0].length) }
  }
  const takes = /^(?:of|for|from|in|at|inside|within|loyal to|belonging to)$/.test(word)
  return { front, back: takes ? text.slice(cut.index + cut[0].length) : '' }
}

/** The last actor noun, the longest that ends there: "foreign minister" before "minister". */
function headOf(tokens: readonly Token[]): Head | null {
  for (let last = tokens.length - 1; last >= 0; last--) {
    for (let length = Math.min(4, last + 1); length > 0; length--) {
      const words = tokens.slice(last - length + 1, last + 1)
      const key = words.map((t) => t.key).join(' ')
      const noun = actorNoun(key) ?? actorNoun(key.replaceAll(' ', '-'))
      if (noun) return { start: words[0]!.start, end: words.at(-1)!.end, key, noun }
    }
  }
  return null
}

const isHead = (hit: FactHit, front: string, head: Head | null): boolean =>
  hit.end >= front.trimEnd().length ||
  (hit.form !== 'demonym' && hit.fact.kind !== 'state' && head !== null && head.end <= hit.end)

function sectorsOf(
  noun: ActorNoun,
  modifiers: readonly Token[],
  facts: readonly FactHit[],
  headStart: number,
  rest: CodedWords | null,
  day: string | null,
): readonly string[] {
  const own = noun.sector && noun.sector !== 'UNK' ? noun.sector : null
  const body = facts.find((f) => f.end <= headStart && f.fact.kind !== 'state' && f.fact.kind !== 'population')
  const bodySectors = body ? codeOn(body.fact, day).sectors : []
  const weak = own === null || own === 'GOV' || own === 'MIL' || own === 'REB'
  if (own === 'CVL' || own === 'REF') return [own]
  if (bodySectors.length > 0 && weak) return bodySectors
  for (const token of [...modifiers].reverse()) {
    const sector = sectorBefore(token.key)
    if (sector && weak && !(own === 'MIL' && sector === 'GOV') && !(own === 'REB' && sector === 'REL')) return [sector]
  }
  if (own)
    return (own === 'GOV' || own === 'MIL') && rest && BELONGING.has(rest.sectors[0] ?? '') ? rest.sectors : [own]
  if (rest && rest.sectors.length > 0) return rest.sectors
  return noun.sector ? ['UNK'] : []
}

const BELONGING = new Set(['REB', 'PRM', 'MIL', 'PTY', 'OPP', 'CRM', 'SPY', 'COP', 'SOC', 'JRN'])

function kindOf(noun: ActorNoun, front: string): EntityKind {
  const several = noun.number === 'several' && !/^(?:an?|one|the lone|his|her) .*\bone$/i.test(front)
  if (noun.class === 'agent') return several ? 'group' : 'person'
  if (noun.class === 'people') return several ? 'population' : 'person'
  if (noun.class === 'population') return 'population'
  return noun.class === 'organisation' && noun.number === 'several' ? 'group' : noun.class
}

/** The country among the modifiers: the last one before the head, of a state, its people or its bodies. */
function countryOf(facts: readonly FactHit[], front: string): string | null {
  const states = facts.filter((f) => f.fact.kind === 'state' || f.fact.kind === 'population' || f.fact.kind === 'place')
  const several = states.length > 1 && /,| and /.test(front.slice(states[0]!.end, states.at(-1)!.start))
  if (several && new Set(states.map((f) => f.fact.codes[0]?.country)).size > 1) return null
  const country = (states[0] ?? facts[0])?.fact.codes.at(-1)?.country
  return country ?? null
}

const formerly = (sectors: readonly string[], former: boolean): readonly string[] =>
  former &&
  sectors.some(
    (s) => s === 'GOV' || s === 'MIL' || s === 'LEG' || s === 'SPY' || s === 'COP' || s === 'JUD' || s === 'UNK',
  )
    ? ['ELI']
    : sectors

const ORGANISATION =
  /\b(?:Council|Committee|Institute|Foundation|Centre|Center|Association|Society|Union|Agency|Organi[sz]ation|Federation|League|Forum|Commission|Observatory|University|College|Corporation|Company|Group|Network|Party|Movement|Front|Army|Brigades?|Forces?|Ministry|Department|Office|Bank|Court|Church|Times|Post|News|TV|Radio|Coalition|Alliance|Authority|Inc|Ltd|Church|Trust|Fund|Project|Initiative|Board|Bureau|Service)\b/
const SECTOR_OF_NAME: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Times|Post|News|TV|Radio|Herald|Gazette|Tribune|Journal|Press)\b/, 'JRN'],
  [/\b(?:Ministry|Department|Agency|Bureau|Authority|Commission)\b/, 'GOV'],
  [/\b(?:University|College|School)\b/, 'EDU'],
  [/\b(?:Party)\b/, 'PTY'],
  [/\b(?:Court|Tribunal)\b/, 'JUD'],
  [/\b(?:Bank|Corporation|Company|Inc|Ltd)\b/, 'BUS'],
  [/\b(?:Church)\b/, 'REL'],
  [/\b(?:Brigades?|Front|Army|Battalion)\b/, 'REB'],
  [
    /\b(?:Council|Institute|Foundation|Centre|Center|Association|Society|Forum|Observatory|Network|Trust|Fund|Project|Initiative)\b/,
    'SOC',
  ],
]

/** A name the knowledge file has not: its title or its last word may tell. */
function withoutHead(front: string, country: string | null, rest: CodedWords | null): CodedWords {
  const words = front
    .trim()
    .replace(/^(?:the|The|a|an) /, '')
    .split(/\s+/)
  const title = titleOf(words)
  const capitals = words.length > 0 && words.every((w) => /^\p{Lu}|^(?:al|el|bin|de|of|and|for|von|van)\b/u.test(w))
  if (title && title.words < words.length) {
    return { kind: 'person', country: country ?? rest?.country ?? null, sectors: title.sector ? [title.sector] : [] }
  }
  if (ORGANISATION.test(front)) {
    const sector = SECTOR_OF_NAME.find(([pattern]) => pattern.test(front))?.[1]
    return { kind: 'organisation', country, sectors: sector ? [sector] : [] }
  }
  if (rest?.kind === 'person' && capitals) return rest
  return { kind: null, country, sectors: [] }
}
