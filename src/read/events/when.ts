import type { Range } from '../../codebook/index.ts'
import type { Told } from '../attributions/tell-speakers.ts'
import { type Document, sentenceAt } from '../document.ts'
import { type FoundTime, readTimes } from '../times/times.ts'
import type { RawEvent } from './find-events.ts'

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

/**
 * The time of an event: the one the model links, else the only one of its clause; its index in `times`, or -1.
 * "She said on Monday that troops had left": Monday is when she spoke. What is done was not next week.
 */
export function timeOf(
  doc: Document,
  { trigger, time: linked, status }: Pick<RawEvent, 'trigger' | 'time' | 'status'>,
  times: readonly FoundTime[],
  told: readonly Told[],
): number {
  const { published } = doc.article
  const isDone = status === 'happened' || status === 'alleged'
  const isToCome = (t: FoundTime): boolean => isDone && published !== null && t.from !== null && t.from > published
  const holders = told.filter((a) => a.content.some((c) => c.start <= trigger.start && trigger.end <= c.end))
  const isOfSpeech = (t: Range): boolean => holders.some((a) => a.cue !== null && isBesideCue(doc, a.cue, t))
  if (linked) {
    const at = times.findIndex((t) => t.start < linked.end && linked.start < t.end)
    if (at >= 0 && !isOfSpeech(times[at] as Range) && !isToCome(times[at] as FoundTime)) return at
  }
  const sentence = sentenceAt(doc, trigger.start)
  if (!sentence) return -1
  const inside = times.flatMap((t, i) =>
    t.start >= sentence.start && t.end <= sentence.end && t.from !== null && !isOfSpeech(t) && !isToCome(t) ? [i] : [],
  )
  const before = inside.findLast((i) => (times[i] as FoundTime).end <= trigger.start)
  if (before !== undefined && AS.test(doc.text.slice((times[before] as FoundTime).end, trigger.start))) return before
  const [only] = inside
  if (inside.length !== 1 || only === undefined) return -1
  const time = times[only] as FoundTime
  const between = doc.text.slice(Math.min(time.end, trigger.end), Math.max(time.start, trigger.start))
  return between.length < 90 && !/[;:,“”"]/.test(between) ? only : -1
}

// "this week, just as the court upheld"
const AS = /^,?\s(?:just )?(?:when|as|while)\s[^;:,“”"]{0,60}$/
const SAYING = /\b(?:said|told|added|tweeted|wrote|stated)\b/

/** Whether a time stands beside a cue of plain saying and tells when it was said: "said on Monday", "on Monday the mayor said". */
export function isBesideCue(doc: Document, cue: Range, time: Range): boolean {
  if (!SAYING.test(doc.text.slice(cue.start, cue.end))) return false
  if (time.start >= cue.end) return /^\s+$/.test(doc.text.slice(cue.end, time.start))
  return time.end <= cue.start && /^,?\s+(?:[\p{L}’'-]+\s+){0,4}$/u.test(doc.text.slice(time.end, cue.start))
}
