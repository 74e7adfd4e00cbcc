import { type Event, PLOVER, type Reading, type Span } from '../../codebook/index.ts'

/** What of an event stands in the sentence that tells it. */
export type SaidHere = {
  /** Local ids of the parties that count. */
  readonly parties: ReadonlySet<string>
  readonly time: boolean
  readonly place: boolean
}

/**
 * What the sentence of a report says of its event itself. A reader also fills in what other sentences say ("the attack" gets the
 * parties of the attack told before): which of them it is about is what the joining has to find out, so it must not be told.
 * Whoever speaks is kept wherever he stands.
 */
export function saidHere(reading: Reading, event: Event, sentence: Pick<Span, 'start' | 'end'>): SaidHere {
  /** What a reading made by hand says without saying where counts as said here. */
  const within = (at: { readonly start: number } | undefined) =>
    at === undefined || (sentence.start <= at.start && at.start < sentence.end)
  const mentions = new Map(reading.mentions.map((m) => [m.id, m]))
  const parties = [...event.actors, ...event.recipients]
  const verbal = PLOVER[event.type].quadClass % 2 === 1
  const place = reading.places.find((p) => p.id === event.place)
  return {
    parties: new Set(parties.flatMap((p) => (verbal || within(mentions.get(p.mention)) ? p.entity : []))),
    time: within(reading.times.find((t) => t.id === event.time)),
    place: within(reading.mentions.find((m) => m.id === place?.mention)),
  }
}
