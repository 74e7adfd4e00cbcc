import type { Told } from '../src/read/attributions/tell-speakers.ts'
import type { Draft } from '../src/read/entities/find-mentions.ts'
import { fillParties } from '../src/read/events/fill-parties.ts'
import type { RawEvent } from '../src/read/events/find-events.ts'
import { clustersOf, documentOf } from './document-of.ts'

type Draw = {
  readonly type: RawEvent['type']
  readonly mode?: string
  readonly on: string
  readonly by?: string
  readonly to?: string
  readonly likely?: string
}

/**
 * The events of a text after the rules: "army shelled town"; `who` are the mentions, each an entity of its own
 * ("army = the army" makes two mentions one, "it" is a pronoun), two doers are joined by "+"; `said` is one attribution.
 */
export function fill(
  text: string,
  who: readonly string[],
  events: readonly Draw[],
  said?: { readonly source?: string; readonly cue: string; readonly content: string },
): string[] {
  const { doc, at, mention } = documentOf(text)
  const form = (w: string): Draft['form'] => (w === 'it' ? 'pronoun' : 'name')
  const groups = who.map((words) =>
    words.split(' = ').map((w) => mention(w, { name: w, form: form(w), tags: new Map([['party', 1]]) })),
  )
  const clusters = clustersOf(groups)
  const indexOf = (words: string | undefined): number[] => {
    const all = (words ?? '').split('+')
    return all.map((w) => clusters.drafts.findIndex((d) => text.slice(d.start, d.end) === w)).filter((i) => i >= 0)
  }
  const raw = events.map(
    ({ type, mode, on, by, to, likely }): RawEvent => ({
      type,
      mode: mode ?? null,
      status: 'happened',
      trigger: { ...at(on), tag: type },
      actors: indexOf(by),
      recipients: indexOf(to),
      place: null,
      time: null,
      score: 0.9,
      likely: indexOf(likely)[0] ?? -1,
    }),
  )
  const told: Told[] = said
    ? [
        {
          source: said.source ? at(said.source) : null,
          cue: at(said.cue),
          content: [at(said.content)],
          hint: -1,
          score: 0.9,
          speaker: said.source ? 0 : -1,
          within: -1,
        },
      ]
    : []
  const name = (all: readonly number[]): string =>
    all.map((i) => text.slice(clusters.drafts[i]?.start, clusters.drafts[i]?.end)).join('+') || '?'
  return fillParties(doc, raw, clusters, told).map(
    (e) => `${name(e.actors)} ${text.slice(e.trigger.start, e.trigger.end)} ${name(e.recipients)}`,
  )
}
