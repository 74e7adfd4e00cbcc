// Where: place mentions of an article to the places of GeoNames.
// May import codebook and the facts of read. Pure, but for the gazetteer that ships with the package.
// Start reading here, then phrase.ts.
import type { Place } from '../../codebook/index.ts'
import { type Gazetteer, type GazetteerPlace, gazetteer as shippedGazetteer } from './gazetteer.ts'
import { type Hint, readHint, stateOf, statesIn } from './hints.ts'
import { placeKey } from './key.ts'
import { readPlacePhrase } from './phrase.ts'
import { type Candidate, type Evidence, rank } from './rank.ts'

export type PlaceMention = { readonly start: number; readonly end: number; readonly text: string }
export type ResolvedPlace = Omit<Place, 'id' | 'mention'>
export type PlaceContext = {
  /** How much the article has to do with a country, by ISO alpha-3: how often it is named, say. */
  readonly countries: ReadonlyMap<string, number>
  readonly gazetteer?: Gazetteer
}

/**
 * The place of each mention, or null: nothing resolved rather than resolved wrongly.
 * "northern Syria" is a region at the middle of Syria; "Tripoli" in an article on Libya is not the one in Lebanon.
 */
export function resolvePlaces(
  mentions: readonly PlaceMention[],
  text: string,
  { countries, gazetteer = shippedGazetteer() }: PlaceContext,
): (ResolvedPlace | null)[] {
  const opened = mentions.map((mention) => openMention(mention, text, gazetteer))
  const evidence = evidenceOf(opened, countries, statesIn(text, gazetteer))
  const candidates = pooled(opened.map((o) => (o.fixed || o.several ? [] : o.candidates)))
  const chosen = rank(candidates, evidence)
  return opened.map((o, i) => {
    if (o.fixed) return o.fixed
    const { best, country } = chosen[i]!
    if (best) return placeOf(best)
    // Springfield, but which: the country is all that can be said.
    const roughly = country === null ? null : countryPlace(country, 'country', gazetteer)
    const meant = o.candidates.find((c) => c.place.country === country)
    return roughly ? { ...roughly, name: meant?.place.name ?? roughly.name } : o.fallback
  })
}

/** What one mention of a name is told by its neighbours holds for the others: "Athens" after "Athens, Ga." */
function pooled(lists: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  const keyOf = (list: readonly Candidate[]) =>
    list.map((c) => `${c.place.name} ${c.place.lat} ${c.place.lon}`).join('|')
  const hints = new Map<string, readonly Hint[]>()
  const keys = lists.map(keyOf)
  lists.forEach((list, i) => {
    const own = list[0]?.hints ?? []
    if (own.length > 0 && !hints.has(keys[i]!)) hints.set(keys[i]!, own)
  })
  return lists.map((list, i) => {
    const shared = hints.get(keys[i]!)
    return shared && list[0]?.hints.length === 0 ? list.map((c) => ({ ...c, hints: shared })) : list
  })
}

type Opened = {
  readonly fixed: ResolvedPlace | null
  readonly several: boolean
  readonly candidates: readonly Candidate[]
  readonly fallback: ResolvedPlace | null
  readonly hints: readonly Hint[]
}

function openMention(mention: PlaceMention, text: string, gazetteer: Gazetteer): Opened {
  const phrase = readPlacePhrase(mention.text, text.slice(mention.end, mention.end + 40))
  const hints = phrase.hints.map((h) => readHint(h, gazetteer)).filter((h) => h !== null)
  const whole = phrase.country && phrase.extent === 'whole' ? countryPlace(phrase.country, 'country', gazetteer) : null
  const part = phrase.country && phrase.extent === 'part' ? countryPlace(phrase.country, 'region', gazetteer) : null
  const american = whole?.country === 'GEO' && AMERICAN.test(text) && !CAUCASUS.test(text)
  const inside = phrase.country && phrase.extent === 'inside' ? phrase.country : (hints[0]?.country ?? null)
  const given: Hint[] = [
    ...hints,
    ...(phrase.country && phrase.extent === 'inside' ? [{ country: phrase.country, province: null }] : []),
  ]
  const lists = phrase.names.map((name) =>
    lookUp(stateOf(name) ?? name, gazetteer).map((place): Candidate => ({ place, hints: given, want: phrase.want })),
  )
  const candidates = lists.find((list) => list.length > 0) ?? []
  const several = /,.* and |\w and \p{Lu}/u.test(mention.text) && lists.filter((l) => l.length > 0).length > 1
  const shared = several ? sharedCountry(lists) : null
  return {
    fixed: american ? null : (whole ?? part),
    several,
    candidates,
    fallback:
      shared !== null
        ? countryPlace(shared, 'region', gazetteer)
        : inside !== null && candidates.length === 0
          ? countryPlace(inside, 'region', gazetteer)
          : null,
    hints,
  }
}

const AMERICAN =
  /\b(?:Atlanta|Ga\.|Savannah|Augusta|Athens|U\.S\.|American|Florida|Alabama|Tennessee|Carolina|Texas|Virginia|County)/
const CAUCASUS = /\b(?:Tbilisi|Georgians?|Ossetia|Abkhazia|Saakashvili|Caucasus|Russian?|Armenia|Azerbaijan)\b/

/** The places of a name; a county of the United States also without the word. */
function lookUp(name: string, gazetteer: Gazetteer): readonly GazetteerPlace[] {
  const key = placeKey(name)
  const found = gazetteer.named(key)
  return found.length > 0 ? found : [...gazetteer.named(`${key} county`), ...gazetteer.named(`${key} parish`)]
}

/** The one country that all of several places can lie in. */
function sharedCountry(lists: readonly (readonly Candidate[])[]): string | null {
  const sets = lists.filter((l) => l.length > 0).map((l) => new Set(l.map((c) => c.place.country)))
  const common = [...(sets[0] ?? [])].filter((c) => c !== null && sets.every((s) => s.has(c)))
  return common.length === 1 ? common[0]! : null
}

function countryPlace(country: string, precision: 'country' | 'region', gazetteer: Gazetteer): ResolvedPlace | null {
  const centre = gazetteer.centreOf(country)
  return centre && { name: centre.name, country, lat: centre.lat, lon: centre.lon, precision, geonames: null }
}

function evidenceOf(
  opened: readonly Opened[],
  countries: ReadonlyMap<string, number>,
  states: ReadonlyMap<number, number>,
): Evidence {
  const weights = new Map(countries)
  const provinces = new Map(states)
  for (const count of states.values()) weights.set('USA', (weights.get('USA') ?? 0) + count)
  for (const { fixed, hints } of opened) {
    if (fixed?.country) weights.set(fixed.country, (weights.get(fixed.country) ?? 0) + 1)
    for (const hint of hints) {
      weights.set(hint.country, (weights.get(hint.country) ?? 0) + 1)
      if (hint.province) provinces.set(hint.province, (provinces.get(hint.province) ?? 0) + 1)
    }
  }
  return { countries: weights, provinces }
}

const PRECISION = {
  city: 'city',
  seat: 'city',
  capital: 'city',
  part: 'point',
  province: 'province',
  county: 'province',
  'own-point': 'point',
  'own-city': 'city',
  'own-province': 'province',
  'own-region': 'region',
} as const

function placeOf({ place }: Candidate): ResolvedPlace {
  const { name, country, lat, lon, sort, geonames } = place
  return { name, country, lat, lon, precision: PRECISION[sort], geonames }
}
