import type { EntityKind, MentionForm, Range } from '../../codebook/index.ts'
import { readFormats } from '../attributions/formats.ts'
import { type Document, indexAt, isSkipped, piecesOf } from '../document.ts'
import { codeWords, type FactHit, findFacts } from '../facts/facts.ts'
import { actorNoun } from '../facts/words.ts'
import { headOf, trimmed, type Word, wordsOf } from './heads.ts'
import { isLand, isPartOf, withArticle } from './lands.ts'
import { isTitled, nameIn } from './names.ts'
import { PRONOUNS, pronounOf } from './pronouns.ts'
import { withoutTitles } from './titles.ts'

/** A mention before it is known whom it means. */
export type Draft = Range & {
  readonly head: Word
  readonly form: MentionForm
  readonly kind: EntityKind
  readonly hit: FactHit | null
  /** The proper name inside, titles and demonyms left out; null for a description or pronoun. */
  readonly name: string | null
  readonly tags: ReadonlyMap<string, number>
  readonly first: number
  readonly last: number
  readonly sentence: number
  /** The name alone inside a mention with a title; it always means who the mention means. */
  readonly inner?: true
}

/** Names in sayings, which stand for nobody and nowhere. */
const SAYINGS =
  /\b(?:cross\w* the Rubicon|me{1,2}t(?:s|ing)? (?:his|her|its|their) Waterloo|Achilles[’'] heel|Trojan horse|Pandora[’']s box|sword of Damocles)\b/giu

type Candidate = Range & { readonly tag: string; readonly score: number; readonly head: Word }

// Where several spans share a head, the kind of span whose borders the codebook knows best is kept.
const PREFERENCE = [
  'party',
  'mention-person',
  'mention-organization',
  'source',
  'fact',
  'name-person',
  'name-organization',
  'mention-place',
  'place',
  'name-place',
  'pronoun',
]
const MODEL_TAGS = [
  'party',
  'source',
  'place',
  'mention-person',
  'mention-organization',
  'mention-place',
  'name-person',
  'name-organization',
  'name-place',
  're3d-Person',
  're3d-Organisation',
  're3d-Location',
  're3d-Nationality',
]

/** Everything in the text that may stand for an actor or a place, one mention for each head word, in order. */
export function findMentions(doc: Document): Draft[] {
  const hits = new Map<string, FactHit>()
  const groups = new Map<number, Candidate[]>()
  const add = (range: Range, tag: string, score: number): void => {
    const t = trimmed(doc.text, tag === 'source' ? beforeApposition(doc.text, range) : range)
    const head = t.end > t.start ? headOf(doc.text, t) : null
    if (!head) return
    const list = groups.get(head.start)
    const candidate = { ...t, tag, score, head }
    if (list) list.push(candidate)
    else groups.set(head.start, [candidate])
  }
  const sayings = [...doc.text.matchAll(SAYINGS)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  for (const tag of MODEL_TAGS)
    for (const s of doc.found.get(tag) ?? [])
      if (!sayings.some((o) => o.start <= s.start && s.end <= o.end)) add(s, tag, s.score)
  for (const { source } of readFormats(doc)) for (const tag of ['source', 'name-person']) add(source, tag, source.score)
  for (const hit of findFacts(doc.text)) {
    if (isSkipped(doc.article, hit)) continue
    hits.set(`${hit.start}`, hit)
    hits.set(`e${hit.end}`, hit)
    add({ start: withArticle(doc.text, hit), end: hit.end }, 'fact', 1)
  }
  for (const word of wordsOf(doc.text, { start: 0, end: doc.text.length }))
    if (PRONOUNS.has(word.text.toLowerCase()) && !isSkipped(doc.article, word)) add(word, 'pronoun', 1)
  const drafts: Draft[] = []
  for (const group of groups.values()) {
    const [single, joined] = parted(doc.text, group)
    const draft = choose(doc, single, hits)
    const inner = draft && innerName(doc, draft)
    const both = joined.length > 0 ? choose(doc, joined, new Map()) : null
    drafts.push(...[draft, inner, both && severalOf(both)].flatMap((d) => d ?? []))
  }
  return drafts.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Spans of one head, those that join others to the last name apart: "Okoth and Baraka" beside "Baraka". */
function parted(text: string, group: readonly Candidate[]): [Candidate[], Candidate[]] {
  const isJoined = (c: Candidate): boolean =>
    / and (?:the |president |mr )?\p{Lu}/iu.test(text.slice(c.start, c.end)) &&
    group.some((d) => d.start > c.start && /\band (?:the )?$/i.test(text.slice(c.start, d.start)))
  const joined = group.filter(isJoined)
  return [group.filter((c) => !joined.includes(c)), joined]
}

/** Several who are named together: a group without a name of its own. */
const severalOf = (draft: Draft): Draft => ({ ...draft, form: 'description', kind: 'group', name: null, hit: null })

/** The bare name of a person whose mention has more words before it: "Iranian Foreign Minister Javad Zarif" → "Javad Zarif". */
function innerName(doc: Document, draft: Draft): Draft | null {
  if (draft.kind !== 'person' || draft.name === null) return null
  const start = doc.text.indexOf(draft.name, draft.start)
  const range = { start, end: start + draft.name.length }
  const pieces = piecesOf(doc.scores, range)
  if (start <= draft.start || range.end > draft.end || !pieces || draft.name.length > 0.75 * (draft.end - draft.start))
    return null
  return { ...draft, ...range, ...pieces, form: 'name', hit: null, name: null, tags: new Map(), inner: true }
}

/** A source without what stands after its first comma: "Ana Ruiz, the mayor of the town, …" → "Ana Ruiz". */
function beforeApposition(text: string, range: Range): Range {
  const comma = /,\s|\s[—–-]\s|\s\(|,$/.exec(text.slice(range.start, range.end))
  return comma && comma.index > 0 ? { start: range.start, end: range.start + comma.index } : range
}

function choose(doc: Document, group: readonly Candidate[], hits: ReadonlyMap<string, FactHit>): Draft | null {
  const tags = new Map<string, number>()
  for (const c of group) tags.set(c.tag, Math.max(c.score, tags.get(c.tag) ?? 0))
  const best = [...group].sort(
    (a, b) => rank(a.tag) - rank(b.tag) || b.score - a.score || b.end - a.end,
  )[0] as Candidate
  const { head } = best
  // "the defence minister Ana Ruiz" beside "Ana Ruiz": her office goes with her name.
  const whole = group.find((c) => isTitledForm(doc.text, c, best, group)) ?? best
  const pieces = piecesOf(doc.scores, whole)
  if (!pieces) return null
  if (tags.size === 1 && !isEnough(best)) return null
  const text = doc.text.slice(best.start, best.end)
  if (/^(?:who|whom|whose|which|that|what)$/i.test(text) || GOODS.test(head.text)) return null
  const pronoun = pronounOf(text)
  if (pronoun && !isActor(doc.text, best, pronoun.person, tags)) return null
  const hit = pronoun
    ? null
    : (hits.get(`e${best.end}`) ??
      [...group].map((c) => (c.tag === 'fact' ? hits.get(`${c.start}`) : undefined)).find((h) => h) ??
      null)
  const inside = hit && hit.start >= best.start && hit.end <= best.end && hit.end >= head.end ? hit : null
  const isOne = inside?.form === 'demonym' && ONE_OF_THEM.test(text)
  const isPart = inside !== null && isLand(inside) && isPartOf(doc.text, best.start, inside)
  const own = isPart || isOne || (inside && inside.start > head.start) ? null : inside
  const called = pronoun || isOne ? null : isPart ? text.replace(/^the /i, '') : nameIn(doc, best, head, own, tags)
  const kind = isPart
    ? 'place'
    : isOne
      ? /^(?:an|a|one|another) /i.test(text)
        ? 'person'
        : 'group'
      : kindOf(text, own, tags, pronoun !== null, called)
  const name = called !== null && kind === 'person' ? withoutTitles(called) : called
  const form: MentionForm = pronoun
    ? 'pronoun'
    : own?.form === 'demonym'
      ? 'demonym'
      : own?.form === 'metonym'
        ? 'metonym'
        : name
          ? 'name'
          : 'description'
  return {
    start: whole.start,
    end: whole.end,
    head,
    form,
    kind,
    hit: own,
    name,
    tags,
    ...pieces,
    sentence: indexAt(doc.sentences, whole.start),
  }
}

/** Whether a span is a person's name with the office before it, where the one preferred is the bare name. */
function isTitledForm(text: string, c: Candidate, known: Candidate, group: readonly Candidate[]): boolean {
  if (c.start >= known.start || c.end !== known.end || !/^(?:party|source|mention-person)$/.test(c.tag)) return false
  if (!group.some((g) => g.tag === 'name-person')) return false
  const before = text.slice(c.start, known.start)
  return (
    /^(?:[\p{L}\p{N}.&’'/-]+ )+$/u.test(before) &&
    !/ (?:and|or|with|who|that|by|to|of) /.test(` ${before}`) &&
    actorNoun((before.trim().split(' ').at(-1) as string).toLowerCase())?.class === 'agent'
  )
}

/** "An American" is one of the people, not their state. */
const ONE_OF_THEM = /^(?:an|a|one|another|two|three|four|five|six|\d+|several|many|dozens of|hundreds of) \p{Lu}\S+$/iu

const rank = (tag: string): number => (PREFERENCE.indexOf(tag) + 1 || 99) - 1
const isEnough = (c: Candidate): boolean =>
  c.tag === 'pronoun' ||
  c.tag === 'fact' ||
  c.tag === 'source' ||
  (c.tag === 'party' && c.score > 0.25) ||
  (c.tag.startsWith('mention') && c.score > 0.4) ||
  (c.tag.startsWith('name') && c.score > 0.5) ||
  (c.tag === 'place' && c.score > 0.3)

/** What is bought and sold, and acts as little as its price does: "Brent crude rose". */
const GOODS = /^(?:crude|futures|shares|stocks|bonds|barrels)$/i

/** "It" that says nothing of anybody: "it is clear that", "it seems". */
const EMPTY_IT =
  /^\s+(?:(?:is|was|would be|will be|has been|may be|seems?|appears?|remains?)\s+(?:not\s+)?(?:\p{L}+ly\s+)?(?:clear|unclear|possible|impossible|likely|unlikely|important|necessary|time|hard|difficult|easy|true|too|that|hoped|believed|thought|said|understood|all|beyond|against|about|how|what|notable)\b|(?:seems?|appears?|turns?|takes?|took)\b)/u

function isActor(text: string, range: Range, person: number, tags: ReadonlyMap<string, number>): boolean {
  if (tags.size > 1) return true
  return person === 1 || (person === 3 && !EMPTY_IT.test(text.slice(range.end, range.end + 40)))
}

/** What carries people is none: "a passenger jet". */
const VEHICLE =
  /^(?:jets?|planes?|airliners?|aircraft|helicopters?|ships?|ferry|vessels?|tankers?|boats?|trains?|bus|buses|cars?|trucks?|vans?|convoys?|vehicles?|flights?)$/

/** Whether a name of several words ends in a word for a body: "Conflict Intelligence Team". */
function isBody(name: string): boolean {
  const words = name.split(/\s+/)
  const noun = actorNoun((words.at(-1) ?? '').toLowerCase())
  return words.length > 1 && (noun?.class === 'organisation' || noun?.class === 'group')
}

function kindOf(
  text: string,
  hit: FactHit | null,
  tags: ReadonlyMap<string, number>,
  isPronoun: boolean,
  name: string | null,
): EntityKind {
  if (hit) return hit.fact.kind
  if (isPronoun)
    return /^(?:it|its|itself)$/i.test(text)
      ? 'organisation'
      : /^(?:they|them|their|theirs|themselves|we|us|our|ours)$/i.test(text)
        ? 'group'
        : 'person'
  const score = (...names: string[]): number => Math.max(0, ...names.map((n) => tags.get(n) ?? 0))
  const byTag: [EntityKind, number][] = [
    ['person', score('name-person', 're3d-Person') * 1.5 + score('mention-person')],
    ['organisation', score('name-organization', 're3d-Organisation') * 1.5 + score('mention-organization')],
    ['place', score('name-place', 're3d-Location') * 1.5 + score('mention-place', 'place')],
  ]
  byTag.sort((a, b) => b[1] - a[1])
  const [kind, top] = byTag[0] as [EntityKind, number]
  if (name && /^[Tt]he \p{Lu}\p{Ll}+s$/u.test(text) && score('name-person') > 0.3) return 'group'
  if (name && isTitled(wordsOf(text, { start: 0, end: text.length }))) return 'person'
  if (
    kind === 'person' &&
    (name ? isBody(name) : /[’']s? (?:\p{L}+ )?(?:office|ministry|department|campaign)$/u.test(text))
  )
    return 'organisation'
  if (name && top > 0) return kind
  const coded = codeWords(text)
  if (coded.kind === 'person' && VEHICLE.test(/\p{Ll}+$/u.exec(text)?.[0] ?? '')) return 'group'
  if (coded.kind) return coded.kind
  return top > 0 ? kind : 'group'
}
