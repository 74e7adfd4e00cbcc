import { overlapOf } from '../codebook/index.ts'
import { covers, type Finding, type Steps } from './explain-events.ts'
import { resolveTime } from './times/resolve.ts'

type Role = 'place' | 'time'

/** Where and when the events whose trigger covers the place were, and which step told so. */
export function ofSettings({ work, at }: Steps): Finding[] {
  const { events, places, times } = work.reading
  return events.flatMap((e, n) => {
    if (!covers(e.trigger, at)) return []
    const place = places.find((p) => p.id === e.place)
    const time = times.find((t) => t.id === e.time)
    const finding = (role: Role, id: string, what: string): Finding => ({
      what: `${role} of ${e.id}: ${what}`,
      id,
      span: e.trigger,
      part: settledBy(work, n, role),
      confidence: null,
      considered: [],
    })
    return [
      ...(place ? [finding('place', place.id, [place.name, place.country].filter((x) => x !== null).join(', '))] : []),
      ...(time ? [finding('time', time.id, `“${time.text}”, ${time.from ?? '…'} until ${time.until ?? '…'}`)] : []),
    ]
  })
}

/** The step that first gave an event the place or time it has in the end. */
function settledBy({ raw, steps, reading }: Steps['work'], n: number, role: Role): string {
  const last = steps.at(-1)?.settings[n]?.[role]
  const from = steps.findLastIndex((s) => s.settings[n]?.[role] !== last) + 1
  const linked = raw[n]?.[role]
  if (from > 0 || !linked) return steps[from]?.by ?? ''
  const id = reading.events[n]?.[role]
  const mention = reading.places.find((p) => p.id === id)?.mention
  const span = role === 'time' ? reading.times.find((t) => t.id === id) : reading.mentions.find((m) => m.id === mention)
  return span && overlapOf(span, linked) > 0 ? `model: ${role}` : `rule: the only ${role} near it in its sentence`
}

/** How a time's days were come to: by its own words, from the day of publication, or from a time before it. */
export function resolvedBy(
  { work: { doc } }: Steps,
  time: { start: number; end: number; from: string | null },
): string {
  if (time.from === null) return 'left open'
  const words = doc.text.slice(time.start, time.end)
  const around = {
    before: doc.text.slice(Math.max(0, time.start - 240), time.start),
    after: doc.text.slice(time.end, time.end + 160),
  }
  if (resolveTime(words, { published: null, ...around }).from === time.from) return 'the calendar alone'
  const { published } = doc.article
  if (resolveTime(words, { published, ...around }).from === time.from)
    return `counted from ${published ?? 'the dateline'}`
  return 'counted from the time before it, or the dateline'
}

/** Whether a place is named where it is mentioned, or goes back to one named before: "the town". */
export function namedBy(words: string, place: { readonly name: string; readonly precision: string }): string {
  return /^(?:the|this|that) \p{Ll}/u.test(words) && !words.includes(place.name)
    ? 'rule: the last place of its kind named before'
    : place.precision === 'country' || place.precision === 'region'
      ? 'facts: country'
      : 'places: gazetteer, by the country and the other places of the article'
}
