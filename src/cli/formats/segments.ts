import { grouped, type Stretch, stretchesOf } from '../../base/index.ts'
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

/** The whole text cut wherever a finding begins or ends. */
export function segmentsOf(reading: Reading): Stretch<Layer>[] {
  return stretchesOf(reading.article.text, layersOf(reading))
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
