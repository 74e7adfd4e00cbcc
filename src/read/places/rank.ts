import type { GazetteerPlace } from './gazetteer.ts'
import type { Hint } from './hints.ts'

export type Candidate = {
  readonly place: GazetteerPlace
  readonly hints: readonly Hint[]
  readonly want: 'province' | 'county' | 'city' | 'point' | null
}

export type Evidence = {
  readonly countries: ReadonlyMap<string, number>
  /** Provinces by the gazetteer's number. */
  readonly provinces: ReadonlyMap<number, number>
}

/** The weights of the evidence, tuned on a third of LGL and on articles about wars. */
type Weights = typeof WEIGHTS
const WEIGHTS = {
  people: 0.6,
  capital: 1.6,
  seat: 0.1,
  main: 0.8,
  province: 0.7,
  county: -0.8,
  seatNearby: -1.2,
  besideCapital: -4,
  own: 4,
  wanted: 2,
  unwanted: -1,
  country: 2.6,
  provinceNamed: 1.1,
  hintCountry: 3,
  hintProvince: 5,
  near: 1.2,
  sameProvince: 0.8,
  sameCountry: 0.3,
  least: 2.9,
  margin: 0.2,
}

/** What came out for one mention: a place, or only the country where several of its places are as likely, or neither. */
export type Ranked = { readonly best: Candidate | null; readonly country: string | null }

/** The best candidate of each list, where the evidence for it is not thin. Mentions bear on each other: three rounds. */
export function rank(
  lists: readonly (readonly Candidate[])[],
  evidence: Evidence,
  weights: Weights = WEIGHTS,
): Ranked[] {
  const most = Math.max(1, ...evidence.countries.values())
  const alone = lists.map((list) =>
    list.map((c) => scoreAlone(c, evidence, most, weights) + besideSeat(c, list, weights)),
  )
  let chosen = lists.map((list, i) => bestOf(list, alone[i]!, -Infinity))
  let scores = alone
  for (let round = 0; round < 3; round++) {
    const now = chosen
    scores = lists.map((list, i) => list.map((c, j) => alone[i]![j]! + support(c, i, now, weights)))
    chosen = lists.map((list, i) => bestOf(list, scores[i]!, -Infinity))
  }
  return lists.map((list, i) => surely(list, scores[i]!, weights))
}

function bestOf(list: readonly Candidate[], scores: readonly number[], least: number): Candidate | null {
  let best: Candidate | null = null
  let top = least
  list.forEach((candidate, i) => {
    if (scores[i]! > top) {
      top = scores[i]!
      best = candidate
    }
  })
  return best
}

/** The best, unless it is poor or another far away is nearly as good (a capital needs no lead); then the country, where all that are good lie in one. */
function surely(list: readonly Candidate[], scores: readonly number[], w: Weights): Ranked {
  const best = bestOf(list, scores, w.least)
  if (!best) return { best: null, country: null }
  const top = scores[list.indexOf(best)]!
  const rivals = list.filter(
    (c, i) => c !== best && top - scores[i]! < w.margin && (distance(c.place, best.place) ?? 0) > 161,
  )
  if (rivals.length === 0 || best.place.sort === 'capital') return { best, country: best.place.country }
  const { country } = best.place
  return { best: null, country: rivals.every((c) => c.place.country === country) ? country : null }
}

function scoreAlone({ place, hints, want }: Candidate, evidence: Evidence, most: number, w: Weights): number {
  const { sort, country, province } = place
  const own = sort.startsWith('own')
  let score = own ? w.own : w.people * Math.log10(place.population + 10)
  if (sort === 'capital') score += w.capital
  if (sort === 'seat') score += w.seat
  if (sort === 'province') score += w.province
  if (sort === 'county') score += w.county
  if (place.main) score += w.main
  if (want) score += fits(sort, want) ? w.wanted : w.unwanted
  score += w.country * ((country === null ? 0 : (evidence.countries.get(country) ?? 0)) / most)
  if (province && evidence.provinces.has(province)) score += w.provinceNamed
  for (const hint of hints) {
    if (hint.province && hint.province === province) score += w.hintProvince
    else if (hint.country === country) score += hint.province ? 0 : w.hintCountry
  }
  return score
}

/**
 * "Aleppo" is the city before the province of that name, unless the words ask for the province; and nobody calls a small town of the same
 * land by the capital's name.
 */
function besideSeat({ place, want }: Candidate, list: readonly Candidate[], w: Weights): number {
  const capital = list.find((c) => c.place.sort === 'capital' && c.place.country === place.country)?.place
  if (capital && fits(place.sort, 'city') && place.population * 10 < capital.population) return w.besideCapital
  if (place.sort !== 'province' || want === 'province') return 0
  const seat = list.some(
    (c) => (c.place.sort === 'seat' || c.place.sort === 'capital') && (distance(c.place, place) ?? 999) < 250,
  )
  return seat ? w.seatNearby : 0
}

const fits = (sort: GazetteerPlace['sort'], want: NonNullable<Candidate['want']>): boolean => {
  if (want === 'province') return sort === 'province' || sort === 'own-province' || sort === 'own-region'
  if (want === 'county') return sort === 'county'
  if (want === 'point') return sort === 'own-point' || sort === 'part'
  return sort === 'city' || sort === 'seat' || sort === 'capital' || sort === 'own-city'
}

/** How much the other places of the article speak for this one. */
function support({ place }: Candidate, at: number, chosen: readonly (Candidate | null)[], w: Weights): number {
  let near = 0
  let province = 0
  let country = 0
  const seen = new Set<GazetteerPlace['name']>()
  chosen.forEach((other, i) => {
    if (i === at || !other || seen.has(other.place.name) || other.place.name === place.name) return
    seen.add(other.place.name)
    if (other.place.country !== null && other.place.country === place.country) country += 1
    if (other.place.province && other.place.province === place.province && other.place.country === place.country)
      province += 1
    const km = distance(place, other.place)
    if (km !== null && km < 250) near += km < 40 ? 1 : km < 120 ? 0.7 : 0.3
  })
  const share = (n: number) => n / (n + 1)
  return w.near * 2 * share(near) + w.sameProvince * 2 * share(province) + w.sameCountry * 2 * share(country)
}

function distance(a: GazetteerPlace, b: GazetteerPlace): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null
  const y = (a.lat - b.lat) * 111.2
  if (Math.abs(y) > 300) return 999
  const x = (a.lon - b.lon) * 111.2 * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(x, y)
}
