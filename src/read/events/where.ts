import type { Range } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { Draft } from '../entities/find-mentions.ts'
import { codeOn } from '../facts/facts.ts'
import { type ResolvedPlace, resolvePlaces } from '../places/places.ts'
import type { RawEvent } from './find-events.ts'
import { isPlace } from './is-place.ts'

/** The mentions that are places here, resolved where the words allow it. */
export type Wheres = ReadonlyMap<number, ResolvedPlace>

/** Resolve each mention that is a place: the country context is what the article's own names give. */
export function placesOf(doc: Document, clusters: Clusters): Map<number, ResolvedPlace> {
  const countries = new Map<string, number>()
  for (const [i, d] of clusters.drafts.entries()) {
    const entity = clusters.entities[clusters.of[i] as number]
    const country = entity?.fact && d.form !== 'pronoun' ? codeOn(entity.fact, doc.article.published).country : null
    if (country) countries.set(country, (countries.get(country) ?? 0) + 1)
  }
  const at = clusters.drafts.flatMap((d, i) =>
    (clusters.of[i] as number) >= 0 && isPlace(doc, d, clusters.entities[clusters.of[i] as number]?.kind === 'state')
      ? [i]
      : [],
  )
  const spans = at.map((i) => clusters.drafts[i] as Draft)
  const resolved = resolvePlaces(
    spans.map((d) => ({ start: d.start, end: d.end, text: wordsFor(doc, clusters, d) })),
    doc.text,
    { countries },
  )
  const places = new Map(at.flatMap((i, n) => (resolved[n] ? [[i, resolved[n] as ResolvedPlace] as const] : [])))
  // "the town" is the town named before.
  for (const i of at) {
    const entity = clusters.entities[clusters.of[i] as number]
    const named = places.has(i) ? undefined : entity?.mentions.findLast((m) => m < i && places.has(m))
    if (named !== undefined) places.set(i, places.get(named) as ResolvedPlace)
  }
  // "the country" is the last of its kind, whatever it was called.
  const last = WANT.map((): ResolvedPlace | null => null)
  for (const i of at) {
    const d = clusters.drafts[i] as Draft
    const words = doc.text.slice(d.start, d.end)
    const want = places.has(i) ? -1 : WANT.findIndex(([pattern]) => pattern.test(words))
    const meant = want < 0 ? null : (last[want] as ResolvedPlace | null)
    if (meant) places.set(i, meant)
    const place = places.get(i)
    if (place)
      for (const [n, [, precisions]] of WANT.entries()) if (precisions.includes(place.precision)) last[n] = place
  }
  return places
}

/** What a place is looked up by: the seat of a government by its state, where the article names that. */
function wordsFor(doc: Document, { drafts }: Clusters, d: Draft): string {
  const code = (x: Draft): string | null => (x.hit ? codeOn(x.hit.fact, doc.article.published).country : null)
  const state = drafts.find((x) => d.form === 'metonym' && x.hit?.fact.kind === 'state' && code(x) === code(d))
  return state?.hit ? state.hit.fact.name : doc.text.slice(d.start, d.end)
}

/** Definites that go back to a place named before, each with what it may be. */
const WANT: readonly (readonly [RegExp, readonly ResolvedPlace['precision'][]])[] = [
  [/^(?:the|this|that) (?:\p{L}+ )?(?:town|city|village|suburb|neighbou?rhood|district)$/iu, ['city', 'point']],
  [/^(?:the|this|that) (?:\p{L}+ )?(?:area|enclave|zone)$/iu, ['city', 'point', 'province', 'region']],
  [/^(?:the|this|that) (?:\p{L}+ )?(?:province|region)$/iu, ['province', 'region']],
  [/^(?:the|this|that) (?:\p{L}+ )?(?:country|nation)$/iu, ['country', 'region', 'province', 'city', 'point']],
]

const INSIDE =
  /\b(?:in|at|near|outside|inside|around|across|on|to|into|over|north|south|east|west)\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,2}$/iu

/** The mention of an event's place: the one the model links; else the only "in …" of its clause; -1 where the words give none. */
export function placeOf(doc: Document, clusters: Clusters, event: RawEvent, places: Wheres): number {
  if (event.place) {
    const linked = draftAt(clusters, event.place)
    if (linked >= 0 && places.has(linked)) return linked
  }
  // "the Paris attacks"
  const before = [...places.keys()].find((i) => {
    const gap = doc.text.slice((clusters.drafts[i] as Draft).end, event.trigger.start)
    return (
      gap.length > 0 &&
      gap.length < 24 &&
      /^(?:[’']s)?\s(?:[\p{Ll}-]+\s)?$/u.test(gap) &&
      !/\b(?:in|at|and|to|of|for|with|by)\b/.test(gap)
    )
  })
  if (before !== undefined && !event.actors.includes(before) && (clusters.drafts[before] as Draft).kind === 'place')
    return before
  const sentence = indexAt(doc.sentences, event.trigger.start)
  const near = [...places.keys()].filter((i) => {
    const d = clusters.drafts[i] as Draft
    return (
      d.sentence === sentence &&
      !event.actors.includes(i) &&
      !event.recipients.includes(i) &&
      INSIDE.test(doc.text.slice(Math.max(0, d.start - 40), d.start)) &&
      Math.abs(d.start - event.trigger.end) < 80
    )
  })
  return near.length === 1 ? (near[0] as number) : -1
}

function draftAt(clusters: Clusters, span: Range): number {
  let best = -1
  let top = 0
  for (const [i, d] of clusters.drafts.entries()) {
    if ((clusters.of[i] as number) < 0) continue
    const shared = Math.min(d.end, span.end) - Math.max(d.start, span.start)
    const share = shared / Math.max(d.end - d.start, span.end - span.start)
    if (share > top) {
      top = share
      best = i
    }
  }
  return best
}
