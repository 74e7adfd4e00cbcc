import { EVENT_TYPES, type EventType, overlapOf, PLOVER, STATUSES, type Status } from '../../codebook/index.ts'
import { type Document, indexAt, isSkipped } from '../document.ts'
import type { Draft } from '../entities/find-mentions.ts'
import type { Card } from '../model/card.ts'
import type { Found } from '../model/spans.ts'
import { readEuphemisms } from './euphemisms.ts'
import { linkParties, REACH } from './link-parties.ts'
import { whyNoEvent } from './no-events.ts'
import { statusByWords } from './status-by-words.ts'
import { isBurntSymbol, typeByWords } from './type-by-words.ts'

/** An event before anybody is resolved; parties are indices of mentions. */
export type RawEvent = {
  readonly type: EventType
  readonly mode: string | null
  readonly status: Status
  readonly trigger: Found
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
  readonly place: Found | null
  readonly time: Found | null
  readonly score: number
  /** The mention of its sentence that is likeliest the actor where none is likely enough alone; -1 for none. */
  readonly likely?: number
}

/** How much the words before a trigger count for its status, in logits: mostly they are right, where the model is not all but certain. */
const SETTLED = 6
const SPEECH =
  /^(?:said|says|say|saying|told|tells|tweeted|wrote|writes|added|adds|statement|statements|stated|noted|explained|according)$/i

/** The events of an article: triggers by the model's tags, parties, place and time by its links. */
export function findEvents(doc: Document, drafts: readonly Draft[], card: Card): RawEvent[] {
  const threshold = (link: string, fallback: number): number => card.thresholds[`->${link}`] ?? fallback
  const parties = [...drafts.keys()].filter((at) => drafts[at]?.tags.has('party'))
  const link = { place: doc.linker.index('place'), time: doc.linker.index('time') }
  const events: RawEvent[] = []
  for (const trigger of triggersOf(doc)) {
    const type = typeByWords(doc.text, trigger) ?? (trigger.tag as EventType)
    const heads = doc.linker.trigger(trigger)
    events.push({
      type,
      mode: isBurntSymbol(doc.text, trigger) ? 'vandalize' : modeOf(card, type, heads.mode),
      status: statusOf(doc, trigger, heads.status),
      trigger,
      ...linkParties(doc, trigger, { drafts, parties }, card),
      place: bestLink(doc, trigger, 'place', link.place, threshold('place', -0.4)),
      time: bestLink(doc, trigger, 'time', link.time, threshold('time', -0.4)),
      score: trigger.score,
    })
  }
  return events
}

/** One trigger a place in the text: of several types the likeliest, words that only report speech left out. */
function triggersOf(doc: Document): Found[] {
  const all = [...EVENT_TYPES.flatMap((t) => doc.found.get(t) ?? []), ...readEuphemisms(doc)]
    .filter((t) => !isSkipped(doc.article, t))
    .sort((a, b) => b.score - a.score)
  const kept: Found[] = []
  for (const t of all) {
    const sentence = doc.sentences[indexAt(doc.sentences, t.start)]
    if (sentence && whyNoEvent(doc.text, sentence, t, t.tag as EventType) !== null) continue
    if (SPEECH.test(doc.text.slice(t.start, t.end)) || kept.some((k) => overlapOf(k, t) > 0)) continue
    kept.push(t)
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** The likeliest status: what the model leans to, moved by what the words before the trigger settle. */
function statusOf(doc: Document, trigger: Found, scores: Float32Array): Status {
  const sentence = doc.sentences[indexAt(doc.sentences, trigger.start)]
  const settled = sentence ? statusByWords(doc.text, sentence, trigger) : null
  const moved = scores.map((score, i) => (STATUSES[i] === settled ? score + SETTLED : score))
  return STATUSES[indexOfBest(moved)] as Status
}

function bestLink(doc: Document, trigger: Found, tag: string, link: number, threshold: number): Found | null {
  let best: Found | null = null
  let top = threshold
  for (const span of doc.found.get(tag) ?? []) {
    if (Math.abs(span.first - trigger.first) > REACH) continue
    const score = doc.linker.one(trigger, span, link)
    if (score > top) {
      top = score
      best = span
    }
  }
  return best
}

function modeOf(card: Card, type: EventType, scores: Float32Array): string | null {
  let best = ''
  let top = Number.NEGATIVE_INFINITY
  for (const { i, mode } of modesOf(card).get(type) ?? []) {
    if ((scores[i] as number) > top) {
      top = scores[i] as number
      best = mode
    }
  }
  return best in PLOVER[type].modes ? best : null
}

type Mode = { readonly i: number; readonly mode: string }
const modes = new WeakMap<Card, ReadonlyMap<string, readonly Mode[]>>()

/** The modes that a card has for each type, by their place in its list. */
function modesOf(card: Card): ReadonlyMap<string, readonly Mode[]> {
  const known = modes.get(card)
  if (known) return known
  const found = new Map<string, Mode[]>()
  for (const [i, name] of card.modes.entries()) {
    const [type = '', mode = ''] = name.split(':')
    found.set(type, [...(found.get(type) ?? []), { i, mode }])
  }
  modes.set(card, found)
  return found
}

function indexOfBest(scores: Float32Array): number {
  let best = 0
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[best] as number)) best = i
  return best
}
