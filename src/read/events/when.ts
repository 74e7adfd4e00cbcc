import type { Range } from '../../codebook/index.ts'
import { type Document, sentenceAt } from '../document.ts'
import { type FoundTime, readTimes } from '../times/times.ts'

/** All times of the article: where the model sees one, and where the words alone tell one; resolved against the day of publication. */
export function timesOf(doc: Document): FoundTime[] {
  const published = doc.article.published
  const spans: Range[] = (doc.found.get('time') ?? []).map(({ start, end }) => ({ start, end }))
  const byWords = readTimes(doc.text, { published }).filter((t) => t.from !== null && !isSkipped(doc, t))
  const free = (t: Range): boolean => !spans.some((s) => s.start < t.end && t.start < s.end)
  const all = [...spans, ...byWords.filter(free).map(({ start, end }) => ({ start, end }))]
  return readTimes(doc.text, { published, spans: dedupe(all) })
}

const isSkipped = (doc: Document, t: Range): boolean =>
  doc.article.skipped.some((s) => s.start < t.end && t.start < s.end)

function dedupe(spans: readonly Range[]): Range[] {
  const kept: Range[] = []
  for (const s of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    if (!kept.some((k) => s.start < k.end)) kept.push(s)
  return kept
}

/** The time of an event: the one the model links, else the only one of its clause; its index in `times`, or -1. */
export function timeOf(doc: Document, trigger: Range, linked: Range | null, times: readonly FoundTime[]): number {
  if (linked) {
    const at = times.findIndex((t) => t.start < linked.end && linked.start < t.end)
    if (at >= 0) return at
  }
  const sentence = sentenceAt(doc, trigger.start)
  if (!sentence) return -1
  const inside = times.flatMap((t, i) =>
    t.start >= sentence.start && t.end <= sentence.end && t.from !== null ? [i] : [],
  )
  const [only] = inside
  if (inside.length !== 1 || only === undefined) return -1
  const time = times[only] as FoundTime
  const between = doc.text.slice(Math.min(time.end, trigger.end), Math.max(time.start, trigger.start))
  return between.length < 90 && !/[;:,“”"]/.test(between) ? only : -1
}
