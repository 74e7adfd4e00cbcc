import type { ActorCode } from '../../codebook/index.ts'
import type { Fact, FactHit } from './fact.ts'
import { factIndex, type Name } from './load.ts'
import { keyOf, type Token, tokensOf } from './tokens.ts'
import { genderOf, isTitle } from './words.ts'

/**
 * Find every known name in `text`: states, their people, capitals and seats of government, organisations, groups, persons.
 * Longest first, none overlapping, in the order of the text.
 *
 *     US officials in Tehran met the IRGC
 *     └┘              └────┘         └──┘   name, capital, name
 */
export function findFacts(text: string): FactHit[] {
  const { named, longest } = factIndex()
  const tokens = tokensOf(text)
  const hits: FactHit[] = []
  let georgia: boolean | null = null
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at]!
    if (first.height === 0 && !LOWER.has(first.key)) continue
    const most = longest(first.key)
    if (most === 0) continue
    let key = ''
    let best: { readonly name: Name; readonly last: number } | null = null
    for (let last = at; last < at + most && last < tokens.length; last++) {
      if (last > at && !joined(text, tokens[last - 1]!, tokens[last]!)) break
      key = last === at ? first.key : `${key} ${tokens[last]!.key}`
      const name = named(key)?.find((one) => casesFit(one, tokens, at))
      if (name) best = { name, last }
    }
    if (!best) continue
    const { fact, form } = best.name
    if (fact.id === 'state:GEO' && form === 'name') {
      georgia ??= AMERICAN_GEORGIA.test(text) && !CAUCASUS.test(text)
      if (georgia) continue
    }
    if (form !== 'demonym' && best.last === at && isSomebodysName(text, tokens, at)) continue
    hits.push({ start: first.start, end: tokens[best.last]!.end, fact, form })
    at = best.last
  }
  return hits
}

/** The fact with this id, `state:IRN`; undefined where there is none. */
export function factById(id: string): Fact | undefined {
  return factIndex().byId.get(id)
}

/** Well-known persons with this surname, the best known first; ministers known only from lists are left out. */
export function bearersOf(surname: string): readonly Fact[] {
  surnames ??= readSurnames()
  return surnames.get(keyOf(surname)) ?? []
}

let surnames: ReadonlyMap<string, readonly Fact[]> | null = null

function readSurnames(): ReadonlyMap<string, readonly Fact[]> {
  const found = new Map<string, Fact[]>()
  for (const fact of factIndex().byId.values()) {
    if (fact.kind !== 'person' || fact.id.startsWith('person:px-')) continue
    const key = keyOf(fact.name.split(/[ -]/).at(-1) ?? '')
    const known = found.get(key)
    if (known) known.push(fact)
    else found.set(key, [fact])
  }
  return found
}

/**
 * The PLOVER code of a fact on a day: Obama is GOV in 2012 and ELI (a former official) in 2018.
 * Before the first office no sector is known. Without a day, the last code counts.
 */
export function codeOn(fact: Fact, day: string | null): ActorCode {
  const { codes } = fact
  const last = codes.at(-1)
  if (!last) return { country: null, sectors: [] }
  if (!day) return { country: last.country, sectors: last.sectors }
  const now = codes.findLast((c) => (c.from === null || c.from <= day) && (c.until === null || day < c.until))
  if (now) return { country: now.country, sectors: now.sectors }
  const past = codes.findLast((c) => c.until !== null && c.until <= day)
  if (!past) return { country: codes[0]!.country, sectors: [] }
  const official = past.sectors.some((s) => s === 'GOV' || s === 'MIL' || s === 'LEG' || s === 'SPY')
  const sure = !fact.id.startsWith('person:px-')
  if (fact.kind === 'person' && official) return { country: past.country, sectors: sure ? ['ELI'] : [] }
  return { country: past.country, sectors: past.sectors }
}

function casesFit(name: Name, tokens: readonly Token[], at: number): boolean {
  return name.cases.every((wanted, i) => {
    const { height } = tokens[at + i]!
    if (wanted === 'any') return true
    return wanted === 'caps' ? height === 2 : height > 0
  })
}

/** Whether two words may belong to one name: nothing between them but a space, a hyphen, an apostrophe or "St. ". */
function joined(text: string, before: Token, after: Token): boolean {
  const between = text.slice(before.end, after.start)
  if (/^(?:[ \u00a0\n]|[-‐‑–'’ʼ`/]|, | ?["“”(] ?)$/.test(between)) return true
  return between === '. ' && before.end - before.start <= 3
}

const AMERICAN_GEORGIA =
  /\b(?:Atlanta|Savannah|Georgia['’]s (?:governor|secretary of state|senators?|Republicans?)|Georgia (?:Gov|Republican|Democrat|Senat|secretary of state|voters)|Ga\.|Fulton County|Kemp|Raffensperger|Florida|Alabama|South Carolina|North Carolina|Tennessee)/
const CAUCASUS =
  /\b(?:Tbilisi|Georgians?\b(?! (?:voters|senat))|Ossetia|Abkhazia|Caucasus|Armenia|Azerbaijan|Saakashvili)/
const ALSO_FIRST_NAMES = new Set([
  'jordan',
  'chad',
  'georgia',
  'israel',
  'kenya',
  'india',
  'sydney',
  'cuba',
  'wagner',
  'lula',
])
/** First names that are words as well: "Will Iran…". */
const ALSO_WORDS = new Set([
  'will',
  'mark',
  'bill',
  'rose',
  'grace',
  'guy',
  'rob',
  'sue',
  'jack',
  'pat',
  'hind',
  'grant',
])
const AFTER_STATE =
  /^(?:valley|river|bank|strip|defense|defence|prime|president|king|minister|foreign|army|air|radio|st|street)$/

/** "Michael Jordan", "Mr Chad", "Jordan Spieth" are not countries. */
function isSomebodysName(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  const before = tokens[at - 1]
  const near = before && /^\.?[ \u00a0]$/.test(text.slice(before.end, token.start)) && before.height > 0
  if (
    near &&
    before.key !== 'king' &&
    (isHonorific(before.key) || (genderOf(before.key) && !ALSO_WORDS.has(before.key)))
  )
    return true
  if (!ALSO_FIRST_NAMES.has(token.key)) return false
  const after = tokens[at + 1]
  return Boolean(
    after &&
      after.height === 1 &&
      text.slice(token.end, after.start) === ' ' &&
      !AFTER_STATE.test(after.key) &&
      !isTitle(after.key),
  )
}

/** The small words a known name may begin with; every other name begins with a capital. */
const LOWER = new Set(['al', 'anti', 'the', 'dpa', 'peshmerga', 'shabiha', 'mainland', 'occupied'])

const isHonorific = (key: string) => /^(?:mr|mrs|ms|miss|dr|sir|lady|lord|sen|rep|judge|professor|prof)$/.test(key)
