import type { EventType, Status } from '../../codebook/index.ts'
import type { Party } from '../actors/resolve.ts'
import { wordsOf } from '../names.ts'

/** A stretch of days: `until` is excluded. */
export type Days = { readonly from: string; readonly until: string; readonly precision: string }
export type Where = {
  readonly name: string
  readonly country: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: string
  /** The other countries that its sentence names: an act told "in western Iraq and eastern Syria" is in both. */
  readonly others?: readonly string[]
}
export type Counted = readonly [low: number, high: number]

/** One report as the joining sees it. */
export type Features = {
  readonly report: number
  readonly article: number
  readonly type: EventType
  readonly mode: string | null
  readonly stem: string
  readonly actors: readonly PartyKey[]
  readonly recipients: readonly PartyKey[]
  readonly days: Days | null
  readonly published: string | null
  /** Days of the week its sentence names, where nothing says which day that was. */
  readonly weekdays: readonly string[]
  readonly where: Where | null
  readonly status: Status
  readonly weapon: string | null
  /** True where it speaks of other acts of the kind than a certain one: "earlier attacks". */
  readonly general: boolean
  /** True where the words bring it up as something new: "another raid". */
  readonly fresh: boolean
  /** True where it is what another act of its sentence answers: "in response to the attack". */
  readonly answered: boolean
  readonly killed: Counted | null
  readonly injured: Counted | null
  readonly origin: string
  /** What its origin counts as: one government is one, whoever speaks for it. */
  readonly bloc: string
  /** True where no speaker stands between the outlet and the event. */
  readonly ownWords: boolean
  readonly headline: boolean
  /** Where its sentence begins: two reports of one sentence are compared by other rules. */
  readonly sentence: number
  /** The words of its sentence that could tell it from another, with their weight. */
  readonly words: ReadonlyMap<string, number>
  /** What its sentence counts, as `thing number`. */
  readonly quantities: readonly string[]
  /** The named persons its sentence speaks of, whatever their part in it. */
  readonly people: readonly string[]
  /** The names and numbers its article turns on. */
  readonly context: readonly string[]
  /** Whom its article is about, with their shares. */
  readonly focus: ReadonlyMap<string, number>
}

/** A party as it is compared: an actor by its number, an unnamed one by the head of its description. */
export type PartyKey = {
  readonly key: string
  readonly actor: number
  readonly kind: string
  readonly country: string | null
  readonly named: boolean
}

/** The key of a party; "a group of masked gunmen" and "the gunmen" both give w:gunman. */
export function partyKeyOf({ canonical: actor, kind, country, named, name }: Party): PartyKey {
  if (named) return { key: String(actor), actor, kind, country, named }
  const head = wordsOf(name.split(/ (?:of|from|in|who|with|at|for) /)[0] ?? name).at(-1) ?? name
  return { key: `w:${ALIKE.get(stemOf(head)) ?? stemOf(head)}`, actor, kind, country, named }
}

/** Heads of descriptions that reports of one event choose between: a line a thing, known by its first word. */
const ALIKE = new Map(
  'plane airliner jet jetliner aircraft airplane flight boeing airbus;troop soldier serviceman servicemember marine;fighter militant militiaman militia gunman rebel;protester demonstrator crowd marcher mob rioter;police officer policeman policemen;base airbase camp barracks;embassy mission;ship vessel tanker boat;child boy girl kid;convoy vehicle car'
    .split(';')
    .flatMap((line) => {
      const [first = '', ...others] = line.split(' ').map(stemOf)
      return others.map((other): [string, string] => [other, first])
    }),
)

const KILLED = new Set(
  'kill killed killing killings death deaths murder murdered assassinate assassinated assassination martyr martyred martyrdom slain slay slaying execute executed execution'
    .split(' ')
    .map(stemOf),
)

/** The named persons whom a report says were killed: nobody is killed twice. */
export function deadIn({ type, stem, recipients, status }: Features): string[] {
  if (type !== 'ASSAULT' || status !== 'happened' || !KILLED.has(stem)) return []
  return recipients.filter((p) => p.named && p.kind === 'person').map((p) => p.key)
}

/** A crude stem, enough to see that "killed", "killing" and "kills" are one word. */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const short = plain
    .replace(/men$/, 'man')
    .replace(/(?:ations?|ments?|ings?|edly|ed|ers?|ors?|es|s|e)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
  return short.length >= 3 ? short.replace(/i$/, 'y') : plain
}

const STOP = new Set(
  'a an the and or but if of in on at by for from to with as is are was were be been being has have had do does did will would could should may might must can not no nor so than that this these those it its he she they them his her their we our you your i who whom which what when where why how there here into over under after before during about against between through up down out off again more most some any all both each other such only own same too very just also said says say told according reported report news new one two three first last year years day days week month today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december people'.split(
    ' ',
  ),
)

/** Words that half of all reports of a conflict hold: they tell little. */
const COMMON = new Set(
  'attack strike kill killed dead death hit fire force military army troop soldier militia fighter base government minister president official state country foreign leader war security police group statement spokesman ministry general commander defence defense american u.s us united iranian iraqi british french german russian chinese israeli syrian turkish saudi european western united nations'
    .split(' ')
    .map(stemOf),
)

/** What a number stands behind, or before, when it counts nothing: "Jan. 14", "14 January", "Boeing 737", "Route 94", "15:30". */
const NAMED_BY = /(?:\p{Lu}[\p{L}'’-]*\.? |[$£€:])$/u
const NAMES_AFTER = /^(?: (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|:\d| ?[ap]\.?m\b)/
/** Things behind it: "Navy Holds 23 Somali Pirates" counts them, for all its capitals. */
const COUNTED_AFTER = /^ (?:\p{L}[\p{L}-]* )?\p{L}[\p{L}-]*[^\P{L}aisu]s(?!\p{L})/u

/**
 * Words of a sentence with weights, at most 40: names and numbers 2, other words 1, words of every other report 0.3; `known` are left
 * out. A number that is part of a name or a date is told from one that counts: "Boeing 737" gives `#737`.
 */
export function tellingWords(sentence: string, known: ReadonlySet<string> = new Set()): Map<string, number> {
  const words = new Map<string, number>()
  for (const found of sentence.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}'’-]|\.(?=\p{L}))*/gu)) {
    if (words.size >= 40) break
    const [word] = found
    const lower = word.toLowerCase().replace(/['’]s$/, '')
    const stem = isNameOfNumber(sentence, found.index, word) ? `#${word}` : stemOf(lower)
    if (STOP.has(lower) || lower.length < 2 || known.has(stem)) continue
    words.set(stem, COMMON.has(stem) ? 0.3 : /^[\p{Lu}\p{N}]/u.test(word) ? 2 : 1)
  }
  return words
}

function isNameOfNumber(sentence: string, at: number, word: string): boolean {
  if (!/^\d{1,3}$/.test(word)) return false
  const after = sentence.slice(at + word.length)
  if (NAMES_AFTER.test(after)) return true
  return NAMED_BY.test(sentence.slice(Math.max(0, at - 20), at)) && !COUNTED_AFTER.test(after)
}

/** The days of the week that a sentence names. */
export function weekdaysIn(sentence: string): string[] {
  const found = sentence.toLowerCase().match(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g)
  return [...new Set(found ?? [])]
}

/** The names and numbers that an article turns on: the 24 it uses most, but for those half of all articles hold. */
export function contextOf(text: string): string[] {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/(?:\p{Lu}|\p{N}{2})[\p{L}\p{N}'’-]*/gu)) {
    const lower = word.toLowerCase().replace(/['’]s$/, '')
    const stem = stemOf(lower)
    if (lower.length > 1 && !STOP.has(lower) && !COMMON.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 24)
    .map(([word]) => word)
}

/** Whom an article is about: the four persons and bodies it names most, by the last word of the name, each with its share. */
export function focusOf(
  entities: readonly { name: string; kind: string; named: boolean; mentions: number }[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name, kind, named, mentions } of entities) {
    const last = wordsOf(name).at(-1)
    if (!named || last === undefined || !['person', 'organisation', 'group'].includes(kind)) continue
    counts.set(stemOf(last), (counts.get(stemOf(last)) ?? 0) + mentions * (kind === 'person' ? 2 : 1))
  }
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 4)
  const all = most.reduce((sum, [, n]) => sum + n, 0)
  return new Map(most.map(([name, n]) => [name, n / all]))
}

/** Whether a trigger is a word that many events share: "attack", "said", "killed". */
export function isCommonStem(stem: string): boolean {
  return COMMON.has(stem)
}

/** The stems of the names in a report: they are compared as parties and places, not once more as words. */
export function namesIn(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => wordsOf(name).map(stemOf)))
}

/** Heads of descriptions that say how many or which, never who: "another", "two more", "at least 15 dead". */
const NOBODY = new Set(
  'another more other others some many several few both all each one two three four five six seven eight nine ten dozen dozens hundred hundreds thousand thousands dead wounded injured killed it they them this that these those who which someone somebody anyone nobody'
    .split(' ')
    .map((word) => `w:${stemOf(word)}`),
)
/** Heads that say no more than that there were some: two reports that both speak of "people" need not speak of the same. */
const ANYBODY = new Set(
  'people person man woman victim member body official'.split(' ').map((word) => `w:${stemOf(word)}`),
)

/** Whether a party's key says how many or which, never who. */
export function isNobody(key: string): boolean {
  return NOBODY.has(key) || /^w:\d+$/.test(key)
}

/** Whether a party's key could be anybody's: it makes no two reports one by itself. */
export function isAnybody(key: string): boolean {
  return isNobody(key) || ANYBODY.has(key)
}
