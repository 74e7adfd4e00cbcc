import { type Event, PLOVER, type Place, type Reading, type Span } from '../../codebook/index.ts'
import { personWords, skeletonOf, wordsOf } from '../names.ts'
import { cluesOf } from './clues.ts'

/** What of an event stands in the sentence that tells it. */
export type SaidHere = {
  /** Local ids of the parties that count. */
  readonly parties: ReadonlySet<string>
  readonly time: boolean
  readonly place: boolean
  /** False where its numbers of victims are those of the act it answers: "the raids came in response to the killing of two". */
  readonly counts: boolean
  /** The named persons its sentence speaks of, but for those who speak there: their last names as they sound. */
  readonly people: readonly string[]
  /** The countries of the places that its sentence names. */
  readonly countries: readonly string[]
}

/**
 * What the sentence of a report says of its event itself. A reader also fills in what other sentences say ("the attack" gets the
 * parties of the attack told before): which of them it is about is what the joining has to find out, so it must not be told.
 * Whoever speaks is kept wherever he stands. The text comes by itself: a reading is kept without it.
 */
export function saidHere(
  reading: Reading,
  event: Event,
  sentence: Pick<Span, 'start' | 'end'>,
  text: string,
): SaidHere {
  /** What a reading made by hand says without saying where counts as said here. */
  const within = (at: { readonly start: number } | undefined) =>
    at === undefined || (sentence.start <= at.start && at.start < sentence.end)
  const mentions = new Map(reading.mentions.map((m) => [m.id, m]))
  const parties = [...event.actors, ...event.recipients]
  const verbal = PLOVER[event.type].quadClass % 2 === 1
  const standsHere = ({ mention }: Place) => within(mentions.get(mention))
  const place = reading.places.find((p) => p.id === event.place)
  return {
    parties: new Set(parties.flatMap((p) => (verbal || within(mentions.get(p.mention)) ? p.entity : []))),
    time: within(reading.times.find((t) => t.id === event.time)),
    place: place === undefined || standsHere(place),
    counts: !hasCountsOfAnswered(reading, event, sentence, text),
    people: peopleIn(reading, sentence, text),
    countries: [...new Set(reading.places.flatMap((p) => (standsHere(p) && p.country ? p.country : [])))],
  }
}

function hasCountsOfAnswered(
  reading: Reading,
  event: Event,
  { start, end }: Pick<Span, 'start' | 'end'>,
  text: string,
): boolean {
  if (!event.casualties) return false
  const words = text.slice(start, end)
  const isAnswered = ({ trigger }: Event) => cluesOf(words, trigger.start - start, trigger.text).answered
  const same = (other: Event) => JSON.stringify(other.casualties) === JSON.stringify(event.casualties)
  if (isAnswered(event)) return false
  return reading.events.some((e) => start <= e.trigger.start && e.trigger.start < end && same(e) && isAnswered(e))
}

const NAMES = new WeakMap<Reading, ReadonlyMap<string, string>>()

/** The last names of the persons that a reading names in full, each with its sound. */
function lastNamesIn(reading: Reading): ReadonlyMap<string, string> {
  const known = NAMES.get(reading)
  if (known) return known
  const found = new Map<string, string>()
  for (const { kind, named, name } of reading.entities) {
    const words = kind === 'person' && named ? personWords(name) : []
    const last = words.at(-1)
    if (last !== undefined && words.length > 1) found.set(last, skeletonOf(last))
  }
  NAMES.set(reading, found)
  return found
}

/** By their names as words, since a person may stand inside a longer phrase: "tackle Ana Roth of the Rovers". */
function peopleIn(reading: Reading, { start, end }: Pick<Span, 'start' | 'end'>, text: string): string[] {
  const names = lastNamesIn(reading)
  if (names.size === 0) return []
  const speaking = reading.attributions.flatMap(({ source }) =>
    source && start <= source.start && source.start < end ? wordsOf(source.text) : [],
  )
  const here = capitalised(text.slice(start, end)).flatMap((word) => names.get(word) ?? [])
  const speakers = speaking.flatMap((word) => names.get(word) ?? [])
  return [...new Set(here)].filter((name) => !speakers.includes(name))
}

function capitalised(sentence: string): string[] {
  return wordsOf((sentence.match(/\p{Lu}[\p{L}'’-]+/gu) ?? []).join(' '))
}
