import { type EventType, PLOVER } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import { codeEntity } from '../entities/code-entity.ts'
import type { Clusters, Growing } from '../entities/entity.ts'
import { codeOn } from '../facts/facts.ts'
import { type ResolvedPlace, resolvePlaces } from '../places/places.ts'
import type { RawEvent } from './find-events.ts'
import type { Setting } from './share-settings.ts'

const SHARE = 0.6
const LEAST = 3
/** With so many places in one country, strangers fight and die there as well. */
const ALONE = 0.8
/** What a state or its people do at home: bans, arrests, sentences, marches; the testing of weapons too. */
const HOME: ReadonlySet<EventType> = new Set(['COERCE', 'SANCTION', 'PROTEST'])

/**
 * The country as a whole for acts that the words place nowhere nearer: the one where most of the article's places lie, unless those it is done
 * to belong to another; else, for bans, arrests, sentences, marches and the testing of weapons, the one that its parties belong to. The article must name the country.
 * `places` gains the mentions of countries that come to stand for where.
 */
export function rollUpToCountry(
  doc: Document,
  clusters: Clusters,
  events: readonly RawEvent[],
  settings: readonly Setting[],
  places: Map<number, ResolvedPlace>,
): Setting[] {
  const scene = sceneOf(places)
  const known = new Map<Growing, string | null>()
  const countryOf = (entity: Growing): string | null => {
    const country = known.get(entity)
    if (country !== undefined) return country
    const { country: own } = codeEntity(doc, clusters, entity)
    known.set(entity, own)
    return own
  }
  return settings.map((setting, i) => {
    const event = events[i] as RawEvent
    if (setting.place >= 0 || PLOVER[event.type].quadClass % 2 !== 0) return setting
    const countriesOf = (mentions: readonly number[]): string[] => [
      ...new Set(
        mentions.flatMap((m) => {
          const entity = clusters.entities[clusters.of[m] as number]
          return (entity && countryOf(entity)) ?? []
        }),
      ),
    ]
    const theirs = countriesOf(event.recipients)
    const fits =
      scene !== null &&
      (theirs.length === 0 || theirs.includes(scene.country) || (scene.share >= ALONE && event.type === 'ASSAULT'))
    const ours = countriesOf(event.actors)
    const isHome = HOME.has(event.type)
      ? event.mode !== 'deport'
      : event.type === 'MOBILIZE' && event.mode === 'weapons'
    const country = fits ? scene.country : isHome ? homeOf(ours, theirs) : null
    return country === null
      ? setting
      : { ...setting, place: nearest(doc, clusters, country, event.trigger.start, places) }
  })
}

/** The country where most places of the article lie, or null. */
function sceneOf(
  places: ReadonlyMap<number, ResolvedPlace>,
): { readonly country: string; readonly share: number } | null {
  const counts = new Map<string, number>()
  for (const p of places.values()) if (p.country) counts.set(p.country, (counts.get(p.country) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const [country, most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  return most < LEAST || most < SHARE * all ? null : { country, share: most / all }
}

/** The country of those who act, where those it is done to are of no other; theirs, where nobody acts. */
function homeOf(actors: readonly string[], recipients: readonly string[]): string | null {
  const all = new Set([...actors, ...recipients])
  return all.size === 1 ? ([...all][0] as string) : null
}

/** The nearest mention of a country that is a place, else the nearest of its name; -1 where the article does not name it. */
function nearest(
  doc: Document,
  clusters: Clusters,
  country: string,
  at: number,
  places: Map<number, ResolvedPlace>,
): number {
  const byDistance = (a: number, b: number): number =>
    Math.abs((clusters.drafts[a]?.start ?? 0) - at) - Math.abs((clusters.drafts[b]?.start ?? 0) - at)
  const named = [...places].filter(([, p]) => p.country === country && p.precision === 'country').map(([i]) => i)
  const [first] = named.sort(byDistance)
  if (first !== undefined) return first
  const states = clusters.drafts.flatMap((d, i) =>
    (clusters.of[i] as number) >= 0 &&
    d.form === 'name' &&
    d.hit?.form === 'name' &&
    d.kind === 'state' &&
    codeOn(d.hit.fact, doc.article.published).country === country
      ? [i]
      : [],
  )
  const [state] = states.sort(byDistance)
  const draft = state === undefined ? undefined : clusters.drafts[state]
  if (state === undefined || !draft) return -1
  const text = doc.text.slice(draft.start, draft.end)
  const [place] = resolvePlaces([{ start: draft.start, end: draft.end, text }], doc.text, {
    countries: new Map([[country, 1]]),
  })
  if (place?.country !== country) return -1
  places.set(state, place)
  return state
}
