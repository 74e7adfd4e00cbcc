import type { Channel, ChannelKind, Range } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import { channelOf } from './channel.ts'
import type { Told } from './tell-speakers.ts'

/** What goes on from one saying to the speaker's next; a letter or a report is told to be one each time. */
const GOES_ON: ReadonlySet<ChannelKind> = new Set<ChannelKind>([
  'press',
  'speech',
  'broadcast',
  'interview',
  'social',
  'outlet',
])
const PLAIN =
  /^(?:also |later |then |has |had |have )*(?:said|says|added|adds|continued|continues|went on|explained|noted|wrote|writes|warned|insisted|declared|told|replied|argued|complained|stressed|asked|concluded|saying|adding|emphasi[sz]ed|promised|vowed)\b/i
const NEAR = 2
const FAR = 4

/**
 * Through what each statement went out: its own words, else those of the same speaker's saying shortly before it, or in the sentence after.
 *
 *     “We stay,” Weidt told a news conference. The road was safe, he said.   → both at the news conference
 */
export function channelsOf(
  doc: Document,
  clusters: Clusters,
  told: readonly Told[],
  id: (entity: number) => string | null,
): Channel[] {
  const channels = told.map((a) => channelOf(doc, clusters, a, id, holderOf(told, a)))
  const last = new Map<string, number>()
  for (const [i, a] of told.entries()) {
    const key = `${a.speaker} ${a.within}`
    const before = last.get(key)
    if (channels[i]?.kind === 'unknown' && before !== undefined && isPlain(doc, a)) {
      const other = told[before] as Told
      const apart = gap(doc, other, a)
      const isAlone = told.slice(before + 1, i).every((b) => b.speaker === a.speaker || b.within >= 0)
      if (apart <= (isAlone ? FAR : NEAR)) channels[i] = channels[before] as Channel
    }
    if (a.speaker >= 0 && GOES_ON.has(channels[i]?.kind as ChannelKind)) last.set(key, i)
  }
  // The lede gives in other words what the next sentence quotes.
  for (const [i, a] of told.entries()) {
    const next = told[i + 1]
    const isSame = next && a.speaker >= 0 && next.speaker === a.speaker && next.within === a.within
    if (channels[i]?.kind === 'unknown' && isSame && isPlain(doc, a) && gap(doc, a, next) <= 1)
      if (GOES_ON.has(channels[i + 1]?.kind as ChannelKind)) channels[i] = channels[i + 1] as Channel
  }
  return channels
}

/** The piece of content of another saying that holds this one's cue. */
function holderOf(told: readonly Told[], a: Told): Range | null {
  const at = a.cue ?? a.content[0]
  const outer = a.byAuthor ? undefined : told[a.within]
  return (at && !outer?.byAuthor && outer?.content.find((c) => c.start <= at.start && at.end <= c.end)) || null
}

const isPlain = (doc: Document, a: Told): boolean => !a.cue || PLAIN.test(doc.text.slice(a.cue.start, a.cue.end))

/** How many sentences lie between two sayings, the first before the second. */
function gap(doc: Document, a: Told, b: Told): number {
  const all = (t: Told): Range[] => [...t.content, ...(t.cue ? [t.cue] : [])]
  const end = Math.max(...all(a).map((r) => r.end))
  const start = Math.min(...all(b).map((r) => r.start))
  return indexAt(doc.sentences, start) - indexAt(doc.sentences, end - 1)
}
