import { PLOVER } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { RawEvent } from './find-events.ts'
import { fitsTogether, isSameStory, isToldAgain } from './same-act.ts'

/** Where and when an event was: a mention and a time by index, -1 where the words give none. */
export type Setting = { readonly place: number; readonly time: number }

const REACH = 4
const ALSO =
  /^\s*(?:,\s*)?(?:and|or|then|,|while|before|after)?\s*(?:and\s+)?(?:\p{L}+ly\s+|also\s+|then\s+|the\s+)?$/iu

/**
 * Events told together were in one place and time: "killed and injured"; "the attack" after the attack was told; what the lede
 * tells without a day and a later sentence with one. Only acts, never words; only from a mention that fits in type and party; only what is missing.
 */
export function shareSettings(
  doc: Document,
  events: readonly RawEvent[],
  clusters: Clusters,
  own: readonly Setting[],
): Setting[] {
  const settings = [...own]
  for (const [i, event] of events.entries()) {
    let { place, time } = settings[i] as Setting
    if (place >= 0 && time >= 0) continue
    for (let j = i - 1; j >= 0; j--) {
      const other = events[j] as RawEvent
      const apart = indexAt(doc.sentences, event.trigger.start) - indexAt(doc.sentences, other.trigger.start)
      if (apart > REACH) break
      if (!goTogether(doc, event, other, clusters, apart)) continue
      const theirs = settings[j] as Setting
      if (place < 0) place = theirs.place
      if (time < 0 && isReal(event) === isReal(other)) time = theirs.time
    }
    settings[i] = { place, time }
  }
  for (const [i, event] of events.entries()) {
    let { place, time } = settings[i] as Setting
    if (place >= 0 && time >= 0) continue
    for (const j of nearTo(i, events.length)) {
      if (place >= 0 && time >= 0) break
      const other = events[j] as RawEvent
      const isAgain = j < i && isToldAgain(doc, other, event)
      const isStory = isSameStory(doc, clusters, other, event)
      const theirs = own[j] as Setting
      if (place < 0 && (isStory || (isAgain && fitsTogether(doc, clusters, other, event)))) place = theirs.place
      if (time < 0 && (isStory || isAgain) && isReal(event) === isReal(other)) time = theirs.time
    }
    settings[i] = { place, time }
  }
  return settings
}

/** How many events before and after one are looked at: more than an article has, fewer than would take long. */
const WIDE = 60
function nearTo(i: number, count: number): number[] {
  const near: number[] = []
  for (let d = 1; d <= WIDE; d++) {
    if (i >= d) near.push(i - d)
    if (i + d < count) near.push(i + d)
  }
  return near
}
const isAct = ({ type }: RawEvent): boolean => PLOVER[type].quadClass % 2 === 0 || type === 'CONSULT'
const isReal = ({ status }: RawEvent): boolean => status !== 'intended' && status !== 'called-for'

function goTogether(doc: Document, event: RawEvent, other: RawEvent, clusters: Clusters, apart: number): boolean {
  if (!isAct(event) || !isAct(other)) return false
  if (apart === 0 && ALSO.test(doc.text.slice(other.trigger.end, event.trigger.start))) return true
  const entities = (e: RawEvent): number[] => [...e.actors, ...e.recipients].map((m) => clusters.of[m] as number)
  const theirs = entities(other)
  const shared = entities(event).some((e) => e >= 0 && theirs.includes(e))
  const silent = event.actors.length === 0 && event.recipients.length === 0
  return event.type === other.type && (shared || (silent && event.type !== 'AID' && apart <= 2) || apart === 0)
}
