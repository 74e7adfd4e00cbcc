import { countryName } from '../../../codebook/index.ts'
import type { PlaceCount, PlacesAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { calledThe } from '../parts/names.ts'
import { QUAD_NAMES } from '../parts/words.ts'
import { sumOf } from './day-bars.ts'

/** Whether a text names the place itself, and not only the land around it. */
export function isPoint({ placePrecision }: Pick<PlaceCount, 'placePrecision'>): boolean {
  return placePrecision === 'city' || placePrecision === 'point'
}

/** "Baghdad, Iraq", "somewhere in Utah, United States", "in a part of Syria". */
export function placeName(place: Pick<PlaceCount, 'place' | 'country' | 'placePrecision'>): string {
  const { country } = place
  const own = country === null ? '' : countryName(country)
  if (isPoint(place)) return own && own !== place.place ? `${place.place}, ${own}` : place.place
  return own === place.place
    ? `in a part of ${calledThe(own)}`
    : `somewhere in ${calledThe(place.place)}${own ? `, ${own}` : ''}`
}

/** A place as it stands beside its mark: "Baghdad 3", "part of Syria". */
export function markLabel({ place, country, events }: PlaceCount): string {
  const part = country !== null && countryName(country) === place ? 'part of ' : ''
  return `${part}${place}${events > 1 ? ` ${events}` : ''}`
}

/** "7 events: 2 of verbal conflict, 5 of material conflict". */
export function countsInWords(counts: PlacesAnswer['nowhere']['counts']): string {
  const told = ([3, 1, 4, 2] as const).flatMap((q) => (counts[q] > 0 ? [`${counts[q]} of ${QUAD_NAMES[q]}`] : []))
  return `${counted(sumOf(counts), 'event')}: ${told.join(', ')}`
}

/** What has a place that lies off the map, in one sentence; empty where all is on it. */
export function offMap(
  places: readonly PlaceCount[],
  countries: readonly { country: string; events: number }[],
): string {
  const told = [
    ...places.map((p) => `${p.place} ${p.events}`),
    ...countries.map((c) => `somewhere in ${calledThe(countryName(c.country))} ${c.events}`),
  ]
  if (told.length === 0) return ''
  return `Off this map: ${told.slice(0, 12).join(', ')}${told.length > 12 ? ` and ${told.length - 12} more places` : ''}.`
}
