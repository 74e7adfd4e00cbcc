import type { Told } from '../attributions/tell-speakers.ts'
import type { Document } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { FoundTime } from '../times/times.ts'
import { rollUpToCountry } from './country-of.ts'
import { exactTimes } from './exact-times.ts'
import type { RawEvent } from './find-events.ts'
import { saidOn } from './said-on.ts'
import { type Setting, shareSettings } from './share-settings.ts'
import { timeOf } from './when.ts'
import { placeOf, type placesOf } from './where.ts'

/** Where and when each event was after one step, and what the step does, as `explain` names it. */
export type SettingStep = { readonly by: string; readonly settings: readonly Setting[] }

/** Where and when the events were, step by step: the last holds, the ones before tell how it came to it. Countries that only it needs join `wheres`. */
export function settingSteps(
  doc: Document,
  clusters: Clusters,
  raw: readonly RawEvent[],
  told: readonly Told[],
  { times, wheres }: { readonly times: readonly FoundTime[]; readonly wheres: ReturnType<typeof placesOf> },
): readonly SettingStep[] {
  const own = raw.map((e) => ({
    place: placeOf(doc, clusters, e, wheres),
    time: timeOf(doc, e, times, told),
  }))
  const shared = shareSettings(doc, raw, clusters, own)
  const exact = exactTimes(doc, clusters, raw, shared, times)
  const said = saidOn(doc, clusters, raw, exact, times, told)
  const rolled = rollUpToCountry(doc, clusters, raw, said, wheres)
  return [
    { by: 'the words beside it', settings: own },
    { by: 'rule: from another telling or an act told with it', settings: shared },
    { by: 'rule: the day that another telling gives', settings: exact },
    { by: 'rule: the day that the speaker spoke', settings: said },
    { by: 'rule: the country where most of the places lie', settings: rolled },
  ]
}
