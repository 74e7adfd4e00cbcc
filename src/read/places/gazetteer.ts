import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** What a place of the gazetteer is. */
type PlaceSort =
  | 'city'
  | 'seat'
  | 'capital'
  | 'part'
  | 'province'
  | 'county'
  | 'own-point'
  | 'own-city'
  | 'own-province'
  | 'own-region'
const SORTS: readonly PlaceSort[] = [
  'city',
  'seat',
  'capital',
  'part',
  'province',
  'county',
  'own-point',
  'own-city',
  'own-province',
  'own-region',
]

export type GazetteerPlace = {
  readonly geonames: number | null
  readonly name: string
  /** ISO alpha-3; null for a region of several countries. */
  readonly country: string | null
  /** Its province and county, as numbers that only serve to be compared; 0 where it has none. */
  readonly province: number
  readonly county: number
  readonly lat: number | null
  readonly lon: number | null
  readonly population: number
  readonly sort: PlaceSort
  /** Whether the words are its own name and not one it has elsewhere. */
  readonly main: boolean
}

export type Gazetteer = {
  /** The places a key names, in the order of the file. */
  readonly named: (key: string) => readonly GazetteerPlace[]
  /** The middle of a country, by ISO alpha-3. */
  readonly centreOf: (country: string) => { readonly name: string; readonly lat: number; readonly lon: number } | null
}

type Head = {
  readonly layout: Readonly<Record<string, readonly [number, number]>>
  readonly ccs: readonly string[]
  readonly centres: Readonly<Record<string, readonly [string, number, number]>>
}

/** Read the packed gazetteer that scripts/make-gazetteer.mjs wrote. Nothing is unpacked into objects until it is asked for. */
function openGazetteer(packed: Uint8Array): Gazetteer {
  const bytes = gunzipSync(packed)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headLength = view.getUint32(0, true)
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + headLength)) as Head
  const start = Math.ceil((4 + headLength) / 4) * 4
  const at = (section: string): number => start + head.layout[section]![0]
  const numbers = (section: string) => {
    const base = at(section)
    return (i: number): number => view.getUint32(base + 4 * i, true)
  }
  const [id, lat, lon, pop] = [numbers('id'), numbers('lat'), numbers('lon'), numbers('pop')]
  const [one, two, nameAt, keyAt] = [numbers('one'), numbers('two'), numbers('nameAt'), numbers('keyAt')]
  const [postAt, post] = [numbers('postAt'), numbers('post')]
  const [names, keys, cc, sort] = [at('names'), at('keys'), at('cc'), at('sort')]
  const degrees = (value: number): number | null => (value === 0x7fffffff ? null : (value | 0) / 1000)

  const placeAt = (posting: number): GazetteerPlace => {
    const i = posting >> 1
    return {
      geonames: id(i) || null,
      name: bytes.toString('utf8', names + nameAt(i), names + nameAt(i + 1)),
      country: head.ccs[bytes[cc + i]!] || null,
      province: one(i),
      county: two(i),
      lat: degrees(lat(i)),
      lon: degrees(lon(i)),
      population: pop(i),
      sort: SORTS[bytes[sort + i]!]!,
      main: (posting & 1) === 1,
    }
  }
  const count = head.layout.postAt![1] - 1
  return {
    named: (key) => {
      const wanted = Buffer.from(key)
      let low = 0
      let high = count - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const order = bytes.compare(wanted, 0, wanted.length, keys + keyAt(middle), keys + keyAt(middle + 1))
        if (order === 0) {
          const found: GazetteerPlace[] = []
          for (let i = postAt(middle); i < postAt(middle + 1); i++) found.push(placeAt(post(i)))
          return found
        }
        if (order < 0) low = middle + 1
        else high = middle - 1
      }
      return []
    },
    centreOf: (country) => {
      const centre = head.centres[country]
      return centre ? { name: centre[0], lat: centre[1], lon: centre[2] } : null
    },
  }
}

let shipped: Gazetteer | null = null

/** The gazetteer that ships with the package, read at the first use (some 60 ms, 14 MB). */
export function gazetteer(): Gazetteer {
  // The same path from src/read/places and from dist/read/places.
  shipped ??= openGazetteer(readFileSync(new URL('../../../src/read/places/data/gazetteer.bin.gz', import.meta.url)))
  return shipped
}
