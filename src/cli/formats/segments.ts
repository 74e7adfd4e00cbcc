import type { Attribution, Event, Mention, Reading, Skipped } from '../../codebook/index.ts'

/** A finding laid over the text. */
export type Layer =
  | {
      readonly kind: 'said'
      readonly start: number
      readonly end: number
      readonly of: Attribution
      readonly first: boolean
    }
  | { readonly kind: 'event'; readonly start: number; readonly end: number; readonly of: readonly Event[] }
  | { readonly kind: 'mention'; readonly start: number; readonly end: number; readonly of: Mention }
  | { readonly kind: 'skipped'; readonly start: number; readonly end: number; readonly of: Skipped }

/** A stretch of text over which the same findings lie; `opens` and `closes` are those that begin and end with it. */
export type Segment = {
  readonly text: string
  readonly active: readonly Layer[]
  readonly opens: readonly Layer[]
  readonly closes: readonly Layer[]
}

/** The whole text cut wherever a finding begins or ends. Findings may cross; joined again, the segments are the text. */
export function segmentsOf(reading: Reading): Segment[] {
  const { text } = reading.article
  const layers = layersOf(reading).filter((l) => l.end > l.start && l.end <= text.length)
  const starts = grouped(layers, (l) => l.start)
  const ends = grouped(layers, (l) => l.end)
  const cuts = [...new Set([0, text.length, ...starts.keys(), ...ends.keys()])].sort((a, b) => a - b)
  const segments: Segment[] = []
  const active = new Set<Layer>()
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1]
    if (end === undefined) break
    for (const layer of ends.get(start) ?? []) active.delete(layer)
    // The widest opens first, so that what lies inside another is written inside it.
    const opens = [...(starts.get(start) ?? [])].sort((a, b) => b.end - a.end)
    for (const layer of opens) active.add(layer)
    const closes = [...(ends.get(end) ?? [])].sort((a, b) => b.start - a.start)
    segments.push({ text: text.slice(start, end), active: [...active], opens, closes })
  }
  return segments
}

function layersOf(reading: Reading): Layer[] {
  const byTrigger = grouped(reading.events, (e) => `${e.trigger.start} ${e.trigger.end}`)
  return [
    ...reading.skipped.map((s): Layer => ({ kind: 'skipped', start: s.start, end: s.end, of: s })),
    ...reading.attributions.flatMap((of) =>
      of.content.map((span, i): Layer => ({ kind: 'said', start: span.start, end: span.end, of, first: i === 0 })),
    ),
    ...reading.mentions.map((of): Layer => ({ kind: 'mention', start: of.start, end: of.end, of })),
    ...[...byTrigger.values()].map(
      (of): Layer => ({ kind: 'event', start: of[0]!.trigger.start, end: of[0]!.trigger.end, of }),
    ),
  ]
}

// Map.groupBy is newer than the oldest Node that must run this.
function grouped<K, T>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
