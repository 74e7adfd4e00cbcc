import type { EntityKind } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import { type Clusters, calledName, type Growing } from './entity.ts'
import type { Draft } from './find-mentions.ts'
import { officeIn } from './holders.ts'
import { isMany } from './number.ts'
import { pronounOf } from './pronouns.ts'
import { subjectOverObject } from './subjects.ts'

/** How many mentions before are looked at, and how many of them a list for `explain` keeps. */
const REACH = 80
const SHOWN = 5

// Written weights on top of the model's logit; tuned on whole articles of the dev part.
const WEIGHTS = {
  pronoun: { threshold: -3, perSentence: -0.7, subject: 0.6, speaker: 1.2, saying: 1.5, far: 3 },
  description: {
    threshold: 0.9,
    sameHead: 1.6,
    sameText: 2.2,
    shortened: 1.6,
    indefinite: -2.2,
    owned: -2,
    office: -2,
    perSentence: -0.04,
    far: 40,
  },
}

/** The entity a pronoun or description goes back to, or null: then it begins its own. `quoter` speaks it, and is not meant by "he". */
export function antecedentOf(doc: Document, clusters: Clusters, i: number, quoter = -1): Growing | null {
  const { drafts } = clusters
  const draft = drafts[i] as Draft
  const words = doc.text.slice(draft.start, draft.end)
  const pronoun = draft.form === 'pronoun' ? pronounOf(words) : null
  const many = isMany(draft, doc.text)
  const isSaying = pronoun !== null && SAYING.test(doc.text.slice(Math.max(0, draft.start - 20), draft.start))
  const isSource = pronoun !== null && speaks(doc, draft)
  const description = pronoun ? null : describing(draft, words)
  const reach = pronoun ? WEIGHTS.pronoun.far : WEIGHTS.description.far
  const same = doc.linker.index('same')
  const sentence = pronoun ? doc.sentences[draft.sentence] : undefined
  const doer = sentence ? subjectOverObject(doc.text, clusters, sentence, draft) : -1
  const notHim = doer < 0 ? -1 : (clusters.of[doer] as number)
  const best = new Map<Growing, number>()
  for (let j = i - 1; j >= Math.max(0, i - REACH); j--) {
    const before = drafts[j] as Draft
    const entity = clusters.entities[clusters.of[j] as number]
    const apart = draft.sentence - before.sentence
    if (!entity || apart > reach) continue
    if (before.end > draft.start || (before.start <= draft.start && draft.end <= before.end)) continue
    if (pronoun && (entity.id === quoter || entity.id === notHim)) continue
    if (!mayBe(entity, draft, pronoun ? pronoun.gender : null, many)) continue
    let score = doc.linker.one(draft, before, same)
    if (pronoun) {
      score += WEIGHTS.pronoun.perSentence * apart
      if (opensSentence(doc, before)) score += WEIGHTS.pronoun.subject
      if (isSaying && apart === 0 && speaks(doc, before)) score += WEIGHTS.pronoun.saying
      if (isSource && speaks(doc, before)) score += WEIGHTS.pronoun.speaker
    } else if (description) {
      score += describe(doc, description, before) + WEIGHTS.description.perSentence * apart
      if (description.office !== null && !entity.heads.has(description.office)) score += WEIGHTS.description.office
    }
    if (score > (best.get(entity) ?? Number.NEGATIVE_INFINITY)) best.set(entity, score)
  }
  const ranked = [...best].sort((a, b) => b[1] - a[1])
  clusters.considered.set(
    i,
    ranked
      .slice(0, SHOWN)
      .map(([e, score]) => ({ name: calledName(e, drafts, doc.text), score: Math.round(score * 100) / 100 })),
  )
  const [top] = ranked
  const threshold = pronoun ? WEIGHTS.pronoun.threshold : WEIGHTS.description.threshold
  if (top && top[1] > threshold) return top[0]
  return pronoun ? null : calledSo(doc, clusters, i, words)
}

/** Those of a state who are meant as a whole, wherever they stand: its forces. */
const STATES_TROOPS = /^(?:the )?\p{Lu}[\p{L}.]+ (?:troops|forces|military|army|government)$/u

/** The one person or body that the text called by these very words before, however far back: "the former defense official", "Tavrian troops". */
function calledSo(doc: Document, { drafts, entities, of }: Clusters, i: number, words: string): Growing | null {
  const draft = drafts[i] as Draft
  const isBody = draft.kind === 'group' && STATES_TROOPS.test(words)
  if (!isBody && (draft.kind !== 'person' || !/^the\s+\S+\s+\S/i.test(words))) return null
  const found = new Set<Growing>()
  for (let j = 0; j < i; j++) {
    const before = drafts[j] as Draft
    const entity = entities[of[j] as number]
    if (!entity || before.form === 'pronoun' || before.head.text.toLowerCase() !== draft.head.text.toLowerCase())
      continue
    if (bare(doc.text.slice(before.start, before.end)) === bare(words)) found.add(entity)
  }
  const [only] = found
  return only && found.size === 1 && mayBe(only, draft, null, isBody ? null : false) ? only : null
}

/** Whether a mention is a source: the model says so, or a plain verb of saying follows. */
const speaks = (doc: Document, draft: Draft): boolean =>
  draft.tags.has('source') || SAYS.test(doc.text.slice(draft.end, draft.end + 16))
const SAYS = /^ (?:also |later |has |had )?(?:said|says|told|added|adds)\b/

/** What stands before the pronoun of one who speaks of himself: "Okoth said he …". */
const SAYING =
  /\b(?:said|says|say|claimed|claims|insisted|insists|announced|believes?|believed|told \p{L}+|added|denied|argued|vowed) (?:that )?[“"]*$/u

/** What a description is held against every mention before it by. */
type Description = {
  readonly draft: Draft
  readonly words: string
  readonly head: string
  readonly bare: string
  readonly base: number
  readonly isOwned: boolean
  /** The office it names, lower case: who was never called so is hardly meant. */
  readonly office: string | null
}

function describing(draft: Draft, words: string): Description {
  const isIndefinite = /^(?:an?|some|several|many|dozens|hundreds|thousands|two|three|four|\d+)\b/i.test(words)
  return {
    draft,
    words,
    head: draft.head.text.toLowerCase(),
    bare: bare(words),
    base: isIndefinite ? WEIGHTS.description.indefinite : 0,
    isOwned: draft.kind === 'person' && OWNED.test(words),
    office: officeIn(words),
  }
}

function describe(doc: Document, description: Description, before: Draft): number {
  const { sameHead, sameText, shortened, owned } = WEIGHTS.description
  const { draft, words, head, base, isOwned } = description
  if (before.head.text.toLowerCase() !== head) return isOwned ? base + owned : base
  const theirs = doc.text.slice(before.start, before.end)
  const more = bare(theirs) === description.bare ? sameText : isShortened(words, theirs, draft) ? shortened : 0
  return base + sameHead + more
}

/** "Okoth’s spokesman": somebody's own, so a new man unless he was called so before. */
const OWNED = /^(?:[Tt]he )?\p{Lu}\S*(?: \p{Lu}\S*)*[’']s? \p{Ll}/u

/** "the official" after "a former senior administration official": the same head and no word that the first did not have. */
function isShortened(words: string, theirs: string, draft: Draft): boolean {
  if (draft.kind !== 'person' || !/^the\s/i.test(words)) return false
  const known = new Set(theirs.toLowerCase().split(/\s+/))
  return bare(words)
    .split(/\s+/)
    .every((w) => known.has(w))
}

const bare = (words: string): string => words.toLowerCase().replace(/^(?:the|an?|this|that|these|those)\s/, '')

function opensSentence(doc: Document, draft: Draft): boolean {
  const sentence = doc.sentences[draft.sentence]
  return sentence !== undefined && draft.start - sentence.start < 30
}

const BODIES: ReadonlySet<EntityKind> = new Set(['organisation', 'state', 'group', 'population', 'place'])

/** Whether kind, number and sex allow that an entity is meant. */
function mayBe(entity: Growing, draft: Draft, gender: string | null, many: boolean | null): boolean {
  if (gender === 'male' || gender === 'female')
    return entity.kind === 'person' && (entity.gender === 'unknown' || entity.gender === gender) && entity.many !== true
  if (gender === 'thing') return entity.kind !== 'person' && entity.many !== true
  if (gender === 'unknown') return entity.kind !== 'person' || entity.many === true
  if (entity.kind === 'person' || draft.kind === 'person')
    return entity.kind === draft.kind && !(many === true && entity.many === false)
  if (entity.kind !== draft.kind && !(BODIES.has(entity.kind) && BODIES.has(draft.kind))) return false
  if (entity.kind === 'population' && draft.kind !== 'population' && draft.kind !== 'group') return false
  return !(many !== null && entity.many !== null && many !== entity.many)
}
