import type { EventType, Range } from '../../codebook/index.ts'
import { holderOf, mentionOf, type Told } from '../attributions/tell-speakers.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { RawEvent } from './find-events.ts'
import { bySubject, claimantIn } from './parties-by-grammar.ts'
import { doerOf } from './parties-by-light-verb.ts'
import { askedInVain, condemnedDoers, partiesOfWords } from './parties-of-words.ts'
import { isOneAct, isToldAgain } from './same-act.ts'
import { onlyOwnRecipients, settled } from './settle-parties.ts'

const VERBAL = new Set<EventType>(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT', 'AGREE', 'CONCEDE'])
/** Types whose "to …" is done by the one who speaks, and those whose "to …" is asked of the other. */
const OWN_ACT = new Set<EventType>(['AGREE', 'REJECT', 'THREATEN', 'CONCEDE', 'MOBILIZE', 'RETREAT'])
/** Types that hardly ever go without an actor; deaths, arrests, charges and sentences often do. */
const OWNED = new Set<EventType>(
  [...VERBAL, 'CONSULT', 'COOPERATE', 'AID', 'RETREAT', 'MOBILIZE'].filter((t) => t !== 'ACCUSE') as EventType[],
)
const ALSO = /^\s*(?:[,;]\s*)?(?:and|or|then|but|nor|,)\s+(?:\p{L}+ly\s+|also\s+|then\s+|to\s+|not\s+)?$/iu

type Step = (
  doc: Document,
  event: RawEvent,
  others: readonly RawEvent[],
  clusters: Clusters,
  told: readonly Told[],
) => Partial<Pick<RawEvent, 'actors' | 'recipients'>>

/**
 * Parties that the sentence leaves to be understood: who speaks asks and accuses; who vows to do a thing does it; who is urged to do it does it;
 * "degrade and destroy" has one doer; "the attack" is the one told before. Each rule only fills what grammar and the model left empty.
 */
export function fillParties(
  doc: Document,
  events: readonly RawEvent[],
  clusters: Clusters,
  told: readonly Told[],
): RawEvent[] {
  const settledOnes = events.map((e) => settled(doc, e, clusters))
  const filled = onlyOwnRecipients(
    settledOnes.map((e) => ({ ...e, ...partiesOfWords(doc, e, settledOnes, clusters) })),
    clusters,
  )
  for (const step of [
    bySpeech,
    byGrammar,
    byLightVerb,
    byControl,
    byCoordination,
    byClaim,
    byAnswer,
    byAct,
    byDeed,
    byLikelihood,
  ])
    for (const [i, event] of filled.entries()) {
      const more = step(doc, event, filled, clusters, told)
      const actors = event.actors.length > 0 ? event.actors : (more.actors ?? [])
      const recipients =
        event.recipients.length > 0
          ? event.recipients
          : (more.recipients ?? []).filter((r) => !sharesEntity(clusters, [r], actors))
      filled[i] = { ...event, actors, recipients }
    }
  return filled.map((e) => ({
    ...e,
    actors: onceEach(clusters, e, e.actors),
    recipients: onceEach(clusters, e, e.recipients),
  }))
}

/** Of a name and the pronoun for it only the nearer: "Okoth said he struck" has one who strikes. */
function onceEach(clusters: Clusters, event: RawEvent, mentions: readonly number[]): readonly number[] {
  const apart = (m: number): number => Math.abs((clusters.drafts[m]?.start ?? 0) - event.trigger.start)
  const isPronoun = (m: number): boolean => clusters.drafts[m]?.form === 'pronoun'
  return mentions.filter(
    (m) =>
      !mentions.some((o) => clusters.of[o] === clusters.of[m] && apart(o) < apart(m) && (isPronoun(o) || isPronoun(m))),
  )
}

/** The mention that an attribution's source is; none where the text gives no source. */
function sourceOf(doc: Document, clusters: Clusters, a: Told | undefined): readonly number[] {
  const at = a?.source ? mentionOf(doc, clusters.drafts, a.source) : (a?.hint ?? -1)
  return at >= 0 && (clusters.of[at] as number) >= 0 ? [at] : []
}

const bySpeech: Step = (doc, event, _others, clusters, told) => {
  if (!VERBAL.has(event.type)) return {}
  const own = told.find((a) => a.cue && a.cue.start <= event.trigger.start && event.trigger.end <= a.cue.end)
  if (own) return { actors: sourceOf(doc, clusters, own) }
  const word = doc.text.slice(event.trigger.start, event.trigger.end).toLowerCase()
  if (event.type === 'REQUEST' && /^(?:should|must|need|needs|have to|has to|let|ought|time)\b/.test(word)) {
    const holder = holderOf(told, event.trigger)
    return { actors: sourceOf(doc, clusters, told[holder]) }
  }
  return {}
}

const byGrammar: Step = (doc, event, _others, clusters) => bySubject(doc, event, clusters)

const byLightVerb: Step = (doc, event, others, clusters) => ({ actors: doerOf(doc, event, others, clusters) })

/** "Hamas claimed responsibility": the attack of that sentence, or of the one before, is theirs. */
const byClaim: Step = (doc, event, _others, clusters) => {
  if (event.type !== 'ASSAULT') return {}
  const at = indexAt(doc.sentences, event.trigger.start)
  for (const sentence of doc.sentences.slice(at, at + 2)) {
    const claimant = claimantIn(doc, sentence, clusters)
    if (claimant >= 0) return { actors: [claimant] }
  }
  return {}
}

const byControl: Step = (doc, event, others, clusters, told) => {
  if (
    !/\bto\s+["“‘']?(?:\p{L}+ly\s+)?(?:(?:continue|keep|start|begin|resume|stop)\s+)?$/u.test(
      doc.text.slice(Math.max(0, event.trigger.start - 30), event.trigger.start),
    )
  )
    return {}
  const before = others.findLast(
    (o) =>
      o.trigger.end <= event.trigger.start &&
      event.trigger.start - o.trigger.end < 90 &&
      sameSentence(doc, o.trigger, event.trigger),
  )
  if (before && event.trigger.start - before.trigger.end < 60) {
    if (before.type === 'REQUEST') return { actors: before.recipients }
    if (OWN_ACT.has(before.type)) return { actors: before.actors }
  }
  const holder = told.find(
    (a) =>
      a.cue &&
      a.content.some((c) => event.trigger.start - c.start >= 0 && event.trigger.start - c.start < 24) &&
      /^\W*to\b/.test(doc.text.slice(a.content[0]?.start, a.content[0]?.end)),
  )
  return holder ? { actors: sourceOf(doc, clusters, holder) } : {}
}

const byCoordination: Step = (doc, event, others) => {
  const at = others.indexOf(event)
  const before = others[at - 1]
  const next = others[at + 1]
  // "killing or imprisoning Tavrians": both are done to them.
  const object =
    next && ON_PEOPLE.has(event.type) && ON_PEOPLE.has(next.type) && isNext(doc, event, next) ? next.recipients : []
  if (!before) return { recipients: object }
  if (isNext(doc, before, event))
    return { actors: before.actors, recipients: before.type === event.type ? before.recipients : object }
  return { actors: isInOneRow(doc, before, event) ? before.actors : [], recipients: object }
}

const ON_PEOPLE = new Set<EventType>(['ASSAULT', 'COERCE', 'ACCUSE', 'SANCTION', 'AID'])
const AND = /(?:,|,?\s(?:and|or|but|then))\s+(?:(?:\p{L}+ly|also|then|not|to)\s+)*$/u

const isNext = (doc: Document, a: RawEvent, b: RawEvent): boolean =>
  a.trigger.end <= b.trigger.start && ALSO.test(doc.text.slice(a.trigger.end, b.trigger.start))

/** "bombed the port, sank two boats and shelled the quay": verbs of one form in one row have one doer. */
function isInOneRow(doc: Document, a: RawEvent, b: RawEvent): boolean {
  const between = doc.text.slice(a.trigger.end, b.trigger.start)
  if (between.length > ROW || /[.;:“”]/.test(between) || !sameSentence(doc, a.trigger, b.trigger)) return false
  return AND.test(between) && formOf(doc, a) === formOf(doc, b)
}

const ROW = 120
const formOf = (doc: Document, { trigger }: RawEvent): string =>
  /(?:ing|ed|s)$/.exec(doc.text.slice(trigger.start, trigger.end))?.[0] ?? ''

const byAnswer: Step = (doc, event, _others, clusters) => ({ recipients: askedInVain(doc, event, clusters) })

const byDeed: Step = (doc, event, others, clusters) => ({ recipients: condemnedDoers(doc, event, others, clusters) })

/** Further events are no mentions of one act. */
const NEAR = 60

/** Mentions of one act have the same parties, where they do not name others. */
const byAct: Step = (doc, event, others, clusters) => {
  const at = others.indexOf(event)
  const before = others.slice(Math.max(0, at - NEAR), at).reverse()
  const same = [
    ...before.filter((o) => isOneAct(doc, o, event)),
    ...others.slice(at + 1, at + 1 + NEAR).filter((o) => isOneAct(doc, event, o)),
    ...before.filter((o) => isToldAgain(doc, o, event)),
  ]
  const agrees = (a: readonly number[], b: readonly number[]): boolean =>
    a.length === 0 || b.length === 0 || sharesEntity(clusters, a, b)
  const actor = same.find(
    (o) =>
      o.actors.length > 0 &&
      agrees(event.recipients, o.recipients) &&
      !sharesEntity(clusters, o.actors, event.recipients),
  )
  const recipient = same.find((o) => o.recipients.length > 0 && agrees(event.actors, o.actors))
  return { actors: actor?.actors ?? [], recipients: recipient?.recipients ?? [] }
}

/** Where the words settle nothing, who the model holds for likeliest, of acts that hardly ever go untold whose they are. */
const byLikelihood: Step = (_doc, event) =>
  OWNED.has(event.type) && event.likely !== undefined && event.likely >= 0 ? { actors: [event.likely] } : {}

const sameSentence = (doc: Document, a: Range, b: Range): boolean =>
  indexAt(doc.sentences, a.start) === indexAt(doc.sentences, b.start)

/** Whether two lists of mentions have an entity in common. */
function sharesEntity(clusters: Clusters, a: readonly number[], b: readonly number[]): boolean {
  return a.some((x) => b.some((y) => (clusters.of[x] as number) >= 0 && clusters.of[x] === clusters.of[y]))
}
