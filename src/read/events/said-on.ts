import { type EventType, PLOVER } from '../../codebook/index.ts'
import type { Told } from '../attributions/tell-speakers.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { FoundTime } from '../times/times.ts'
import type { RawEvent } from './find-events.ts'
import type { Setting } from './share-settings.ts'
import { isBesideCue } from './when.ts'

const REACH = 6
const isWord = (type: EventType): boolean => PLOVER[type].quadClass % 2 === 1 && type !== 'CONSULT'

/** The day of words that the lede gives without one: "The mayor hit back at …" was on Monday where her words follow, "she said on Monday". */
export function saidOn(
  doc: Document,
  clusters: Clusters,
  events: readonly RawEvent[],
  settings: readonly Setting[],
  times: readonly FoundTime[],
  told: readonly Told[],
): Setting[] {
  return settings.map((setting, i) => {
    const event = events[i] as RawEvent
    if (setting.time >= 0 || !isWord(event.type) || event.status !== 'happened') return setting
    const speakers = event.actors.map((m) => clusters.of[m] as number)
    const sentence = indexAt(doc.sentences, event.trigger.start)
    for (const a of told) {
      if (!a.cue || !speakers.includes(a.speaker)) continue
      const apart = indexAt(doc.sentences, a.cue.start) - sentence
      if (apart < 0 || apart > REACH) continue
      const time = times.findIndex((t) => t.from !== null && a.cue !== null && isBesideCue(doc, a.cue, t))
      if (time >= 0) return { ...setting, time }
    }
    return setting
  })
}
