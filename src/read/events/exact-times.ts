import type { Document } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import { dayOf } from '../times/days.ts'
import type { FoundTime } from '../times/times.ts'
import type { RawEvent } from './find-events.ts'
import { isOneAct, isSameStory } from './same-act.ts'
import type { Setting } from './share-settings.ts'

/** Events further apart are not compared. */
const NEAR = 60

/** "Last week" of the first telling becomes "on Wednesday" where a later one of the same act gives the day and it lies within. */
export function exactTimes(
  doc: Document,
  clusters: Clusters,
  events: readonly RawEvent[],
  settings: readonly Setting[],
  times: readonly FoundTime[],
): Setting[] {
  const exactly = settings.map((setting, i) => {
    const rough = times[setting.time]
    if (!rough || lengthOf(rough) < 2) return setting
    const exact = settings.find((other, j) => {
      if (Math.abs(j - i) > NEAR) return false
      const time = times[other.time]
      return (
        j !== i &&
        time &&
        lengthOf(time) === 1 &&
        isWithin(time, rough) &&
        isSameStory(doc, clusters, events[i] as RawEvent, events[j] as RawEvent)
      )
    })
    return exact ? { ...setting, time: exact.time } : setting
  })
  // "killed when planes carried out strikes last week": the strikes with the killing.
  return exactly.map((setting, i) => {
    const j = i - 1
    const before = exactly[j]
    const moved = before && before.time !== settings[j]?.time && settings[j]?.time === settings[i]?.time
    return moved && isOneAct(doc, events[j] as RawEvent, events[i] as RawEvent)
      ? { ...setting, time: before.time }
      : setting
  })
}

const lengthOf = ({ from, until }: FoundTime): number => (from && until ? (dayOf(until) ?? 0) - (dayOf(from) ?? 0) : 0)
const isWithin = (a: FoundTime, b: FoundTime): boolean =>
  a.from !== null && a.until !== null && b.from !== null && b.until !== null && a.from >= b.from && a.until <= b.until
