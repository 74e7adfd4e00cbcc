import { type EVENT_TYPES, type EventType, PLOVER } from '../../codebook/index.ts'
import { mayBeOneWeapon } from './clues.ts'
import { isAnybody, isCommonStem } from './features.ts'
import { countFit, numberFit, quantityFit } from './fit-numbers.ts'
import { placeFit, timeFit } from './fit-when-where.ts'
import { focusFit, peopleFit } from './fit-who.ts'
import { areKin, isKnownWord } from './kin-words.ts'
import { type Profile, typeOf } from './profile.ts'
import { type Parties, sumsOf } from './sums.ts'
import { WEIGHTS } from './weights.ts'

export type Scored = { readonly score: number; readonly parts: readonly (readonly [what: string, points: number])[] }

const UNGROUNDED = 'nothing certain in common'

/** Types that one happening may be reported as. */
const KIN: readonly (readonly EventType[])[] = [
  ['AGREE', 'CONSULT', 'SUPPORT'],
  ['CONCEDE', 'RETREAT', 'AGREE'],
  ['COOPERATE', 'AID', 'AGREE'],
  ['ACCUSE', 'REJECT'],
  ['THREATEN', 'REQUEST'],
  ['SANCTION', 'COERCE'],
  ['MOBILIZE', 'COERCE'],
  ['PROTEST', 'ASSAULT'],
  ['COERCE', 'ASSAULT'],
]

/** Whether two types may name one happening. */
export function isKin(a: EventType, b: EventType): boolean {
  return a === b || KIN.some((group) => group.includes(a) && group.includes(b))
}

/**
 * How well two sets of reports fit together: one report and another, the reports of an article and an event, two events.
 * Null where something rules it out, whatever else agrees (so that no chain can form).
 */
export function scoreJoin(a: Profile, b: Profile): Scored | null {
  const [type, other] = [typeOf(a), typeOf(b)]
  if (!isKin(type, other)) return null
  const sameArticle = a.lastArticle === b.lastArticle
  const together = (own: readonly number[], other: readonly number[]) =>
    sameArticle && own.some((sentence) => other.includes(sentence))
  const sameSentence = together(a.lastSentences, b.lastSentences) || together(a.lastAnswered, b.lastAnswered)
  const answered = together(a.lastAnswered, b.lastSentences) || together(a.lastSentences, b.lastAnswered)
  if (sameSentence && type !== other) return null
  // What can rule it out comes first: most candidates end here.
  const dead = sameDead(a, b)
  const time = timeFit(a, b) ?? (dead ? WEIGHTS.otherDays : null)
  if (time === null) return null
  const place = placeFit(a.places, b.places) ?? (dead ? WEIGHTS.otherCountry : null)
  if (place === null) return null
  const verbal = PLOVER[type].quadClass % 2 === 1
  if (!verbal && (answered || (!dead && isOtherAct(a, b)))) return null

  const parts: (readonly [what: string, points: number])[] = [
    ['words', verbal ? WEIGHTS.verbal : 0],
    ['type', type === other ? WEIGHTS.sameType : WEIGHTS.kinType],
    ['word', stemFit(a.stems, b.stems)],
    ['time', time],
    ['place', place],
    ...partyParts(a, b, SYMMETRIC.has(type)),
    ['wording', sameSentence ? WEIGHTS.sameSentence : WEIGHTS.words * wordsAlike(a, b)],
    ['story', storyFit(a, b, sameArticle)],
    ['whom it is about', sameArticle ? 0 : focusFit(a, b) * (isDated(a) && isDated(b) ? WEIGHTS.datedFocus : 1)],
    ['persons', sameSentence ? 0 : peopleFit(a, b, verbal)],
    ['opening', sameArticle ? 0 : openingFit(a, b)],
    ['one dies once', dead ? WEIGHTS.sameDead : 0],
    ['counts', countFit(a, b)],
    ['quantities', sameSentence ? 0 : quantityFit(a, b)],
    ['numbers', sameSentence ? 0 : numberFit(a, b, sameArticle)],
    ['status', otherReality(a, b) * (verbal ? WEIGHTS.otherReality : WEIGHTS.otherRealityOfDeeds)],
  ]
  if (!sameSentence && !isGrounded(parts))
    parts.push([UNGROUNDED, sameArticle ? WEIGHTS.ungroundedHere : WEIGHTS.ungrounded])
  return { score: parts.reduce((sum, [, points]) => sum + points, 0), parts }
}

/** Whether anything certain agrees: the day, the very place, a party, or the words of the sentences. */
function isGrounded(parts: Scored['parts']): boolean {
  return parts.some(
    ([what, points]) =>
      (what === 'time' && points >= WEIGHTS.sameDay * 0.9) ||
      (what === 'place' && points >= WEIGHTS.samePlace * 0.9) ||
      (what === 'actors' && points >= WEIGHTS.actors * 0.5) ||
      ((what === 'recipients' || what === 'parties') && points >= WEIGHTS.recipients * 0.5) ||
      (what === 'one dies once' && points > 0) ||
      (what === 'wording' && points >= WEIGHTS.words * 0.45),
  )
}

/**
 * How well a group fits an event that another group of its article went to. The first step has kept the two apart, so that they
 * stand in one article speaks for nothing, and something certain must agree.
 */
export function scoreBeside(group: Profile, event: Profile): Scored | null {
  const scored = scoreJoin(group, event)
  if (!scored || scored.parts.some(([what]) => what === UNGROUNDED)) return null
  return {
    score: scored.score - WEIGHTS.againArticle,
    parts: [...scored.parts, ['told apart in its article', -WEIGHTS.againArticle]],
  }
}

/** The reasons of a score in words: "type +0.5, time +4.45, status -3". */
export function whyOf({ parts }: Scored): string {
  const told = parts.filter(([, points]) => points !== 0)
  return told.map(([what, points]) => `${what} ${points > 0 ? '+' : ''}${Math.round(points * 100) / 100}`).join(', ')
}

const SYMMETRIC: ReadonlySet<string> = new Set<(typeof EVENT_TYPES)[number]>(['CONSULT', 'COOPERATE', 'AGREE'])
/** How far the one is told as done and the other as not done yet: 0 where much the same share of their reports tells it so, 1 from a half more on. */
function otherReality(a: Profile, b: Profile): number {
  const gap = Math.abs(a.real / a.reports - b.real / b.reports)
  return Math.min(1, Math.max(0, gap - 0.25) * 4)
}

/** What rules out that two sets of reports are of one act: other weapons, who did it to whom turned round, other people arrested, a certain act and others of its kind. */
function isOtherAct(a: Profile, b: Profile): boolean {
  if (a.general * 2 > a.reports !== b.general * 2 > b.reports) return true
  const [own, other] = [sumsOf(a).weapon, sumsOf(b).weapon]
  if (own && other && !mayBeOneWeapon(own, other)) return true
  return areTurned(a, b) || (typeOf(a) === 'COERCE' && areOthersHeld(a, b))
}

/** Arrests of named people who have nobody in common are arrests apart. */
function areOthersHeld(a: Profile, b: Profile): boolean {
  const held = (p: Profile) =>
    sumsOf(p).recipients.filter(([key, { kind }]) => kind === 'person' && !key.startsWith('w:'))
  const [own, other] = [held(a), held(b)]
  return own.length > 0 && other.length > 0 && !own.some(([key]) => other.some(([k]) => k === key))
}

/** Whether both killed one named person, by a fifth of their reports or more: a later act is often told beside an older death. */
function sameDead(a: Profile, b: Profile): boolean {
  const main = (p: Profile) => Object.keys(p.dead).filter((key) => (p.dead[key] ?? 0) * 5 >= p.reports)
  const other = main(b)
  return main(a).some((key) => other.includes(key))
}

/** "A struck B" is not "B struck A". */
function areTurned(a: Profile, b: Profile): boolean {
  const [own, other] = [sumsOf(a).side, sumsOf(b).side]
  if (!own || !other) return false
  return own.actor === other.recipient && own.recipient === other.actor
}

/** Actors with actors and recipients with recipients; who meets or agrees has no side. */
function partyParts(a: Profile, b: Profile, symmetric: boolean): Scored['parts'] {
  const [own, other] = [sumsOf(a), sumsOf(b)]
  if (symmetric) {
    const [all, others] = [
      [...own.actors, ...own.recipients],
      [...other.actors, ...other.recipients],
    ]
    return [['parties', (WEIGHTS.actors + WEIGHTS.recipients) * 0.6 * partyFit(all, others)]]
  }
  return [
    ['actors', WEIGHTS.actors * partyFit(own.actors, other.actors)],
    ['recipients', WEIGHTS.recipients * partyFit(own.recipients, other.recipients)],
  ]
}

/** 1 the same named party, less for one body and its people, 0 unknown, below 0 two who cannot be one. */
function partyFit(own: Parties, other: Parties): number {
  if (own.length === 0 || other.length === 0) return 0
  let best = -1
  for (const [key, party] of own) for (const [k, o] of other) best = Math.max(best, pairFit(key, party, k, o))
  return best
}

type Party = Parties[number][1]

function pairFit(key: string, party: Party, k: string, other: Party): number {
  const named = !key.startsWith('w:')
  const both = named && !k.startsWith('w:')
  if (key === k) return named ? (party.kind === 'state' ? WEIGHTS.sameState : 1) : isAnybody(key) ? 0.45 : 0.6
  const persons = party.kind === 'person' && other.kind === 'person' && both
  if (party.country && party.country === other.country) return persons ? WEIGHTS.compatriots : WEIGHTS.sameSide
  if (party.country && other.country) return -1
  return persons
    ? WEIGHTS.otherPerson
    : both
      ? WEIGHTS.otherNamed
      : named === k.startsWith('w:')
        ? WEIGHTS.otherDescribed
        : 0
}

/** Whether the articles tell one story; where nothing dates either, all hangs on it. */
function storyFit(a: Profile, b: Profile, sameArticle: boolean): number {
  if (sameArticle) return a.reports + b.reports === 2 ? WEIGHTS.sameArticle : WEIGHTS.againArticle
  const alike = contextAlike(a, b)
  const undated = !a.published && !b.published && a.days.length === 0 && b.days.length === 0
  const strange = alike < 0.2 ? WEIGHTS.strangers : 0
  return strange + WEIGHTS.context * (alike - 0.3) + (undated ? WEIGHTS.undated + WEIGHTS.undatedContext * alike : 0)
}

/** How alike the names are that the articles turn on: the cosine of their counts, 1 from a half on. */
function contextAlike(a: Profile, b: Profile): number {
  const [own, other] = [sumsOf(a), sumsOf(b)]
  const [few, many] = own.names.length <= other.names.length ? [own, b] : [other, a]
  let dot = 0
  for (const [name, n] of few.names) dot += n * (many.context[name] ?? 0)
  return dot === 0 ? 0 : Math.min(1, (2 * dot) / (own.namesLength * other.namesLength))
}

/** The same word, another word for the same kind of act, or a word for another act: each by its share of the reports. */
function stemFit(a: Profile['stems'], b: Profile['stems']): number {
  let fit = 0
  let total = 0
  for (const [stem, m] of Object.entries(a))
    for (const [other, n] of Object.entries(b)) {
      const weight = Math.min(m, 5) * Math.min(n, 5)
      total += weight
      fit += weight * pairOfStems(stem, other)
    }
  return total === 0 ? 0 : fit / total
}

function pairOfStems(stem: string, other: string): number {
  if (stem === other) return isCommonStem(stem) ? WEIGHTS.commonStem : WEIGHTS.sameStem
  if (areKin(stem, other)) return WEIGHTS.kinStem
  return isKnownWord(stem) && isKnownWord(other) ? WEIGHTS.otherStem : WEIGHTS.unknownStem
}

/** Where days tell events apart, whom their articles are about tells less: the next day's story has other people in it. */
function isDated({ published, days }: Profile): boolean {
  return published !== null || days.length > 0
}

/** What two articles open with is more often one thing, where they tell one story. */
function openingFit(a: Profile, b: Profile): number {
  return a.opening > 0 && b.opening > 0 ? WEIGHTS.opening * contextAlike(a, b) : 0
}

/** How alike the telling words of two sets of reports are: the cosine of their counts. */
function wordsAlike(a: Profile, b: Profile): number {
  const [own, other] = [sumsOf(a), sumsOf(b)]
  const [few, many] = own.words.length <= other.words.length ? [own, b] : [other, a]
  let dot = 0
  for (const [word, weight] of few.words) dot += weight * (many.words[word] ?? 0)
  return dot === 0 ? 0 : dot / (own.length * other.length)
}
