import { PLOVER } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import { codeEntity } from '../entities/code-entity.ts'
import type { Clusters } from '../entities/entity.ts'
import type { ResolvedPlace } from '../places/places.ts'
import type { RawEvent } from './find-events.ts'
import type { Setting } from './share-settings.ts'

const SHARE = 0.6
const LEAST = 3

/**
 * The country as a whole for acts that the words place nowhere nearer: where most of the article's places lie in one country,
 * the article names it, and no party of the act belongs to another.
 */
export function rollUpToCountry(
  doc: Document,
  clusters: Clusters,
  events: readonly RawEvent[],
  settings: readonly Setting[],
  places: ReadonlyMap<number, ResolvedPlace>,
): Setting[] {
  const counts = new Map<string, number>()
  for (const p of places.values()) if (p.country) counts.set(p.country, (counts.get(p.country) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const [country, most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  const named = [...places].filter(([, p]) => p.country === country && p.precision === 'country').map(([at]) => at)
  if (most < LEAST || most < SHARE * all || named.length === 0) return [...settings]
  return settings.map((setting, i) => {
    const event = events[i] as RawEvent
    if (
      setting.place >= 0 ||
      PLOVER[event.type].quadClass % 2 !== 0 ||
      event.status === 'hypothetical' ||
      event.status === 'called-for'
    )
      return setting
    const codes = [...event.actors, ...event.recipients].flatMap((m) => {
      const entity = clusters.entities[clusters.of[m] as number]
      return entity ? [codeEntity(doc, clusters, entity).country] : []
    })
    const known = codes.filter((c) => c !== null)
    if (known.length > 0 && !known.includes(country)) return setting
    const at = event.trigger.start
    const nearest = [...named].sort(
      (a, b) => Math.abs((clusters.drafts[a]?.start ?? 0) - at) - Math.abs((clusters.drafts[b]?.start ?? 0) - at),
    )[0] as number
    return { ...setting, place: nearest }
  })
}
