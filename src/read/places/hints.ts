import { findFacts } from '../facts/facts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { placeKey } from './key.ts'

/** Where something lies, by a name beside it: a country, or a province of one. */
export type Hint = { readonly country: string; readonly province: number | null }

// AP style and the post's letters, for the states of the USA and the provinces of Canada.
const SHORT: Readonly<Record<string, string>> = Object.fromEntries(
  'Ala AL Alabama|Ariz AZ Arizona|Ark AR Arkansas|Calif CA California|Colo CO Colorado|Conn CT Connecticut|Del DE Delaware|Fla FL Florida|Ga GA Georgia|Ill IL Illinois|Ind IN Indiana|Kan KS Kansas|Ky KY Kentucky|La LA Louisiana|Maine ME Maine|Md MD Maryland|Mass MA Massachusetts|Mich MI Michigan|Minn MN Minnesota|Miss MS Mississippi|Mo MO Missouri|Mont MT Montana|Neb NE Nebraska|Nev NV Nevada|NH NH New_Hampshire|NJ NJ New_Jersey|NM NM New_Mexico|NY NY New_York|NC NC North_Carolina|ND ND North_Dakota|Ohio OH Ohio|Okla OK Oklahoma|Ore OR Oregon|Pa PA Pennsylvania|RI RI Rhode_Island|SC SC South_Carolina|SD SD South_Dakota|Tenn TN Tennessee|Tex TX Texas|Utah UT Utah|Vt VT Vermont|Va VA Virginia|Wash WA Washington|WVa WV West_Virginia|Wis WI Wisconsin|Wyo WY Wyoming|Alaska AK Alaska|Hawaii HI Hawaii|Idaho ID Idaho|Iowa IA Iowa|Ont ON Ontario|Que QC Quebec|BC BC British_Columbia|Alta AB Alberta|Sask SK Saskatchewan|Man MB Manitoba'
    .split('|')
    .flatMap((row) => {
      const [short = '', post = '', name = ''] = row.split(' ')
      const full = name.replace('_', ' ')
      return [short, post, full].map((x) => [x, full])
    }),
)
const STATES = new RegExp(
  `\\b(?:${[...new Set(Object.values(SHORT))].join('|')})\\b|, (?:${Object.keys(SHORT)
    .filter((s) => s.length > 2)
    .join('|')})\\.`,
  'g',
)

/** The full name of an abbreviated state: "Ky." is Kentucky; undefined for anything else. */
export function stateOf(words: string): string | undefined {
  return /^(?:\p{Lu}\p{Ll}{1,4}\.|\p{Lu}\. ?\p{L}{1,2}\.)$/u.test(words) ? SHORT[words.replace(/[. ]/g, '')] : undefined
}

/** What a name beside a place tells: "Texas", "Ala.", "Iraq", "Anbar"; null where it tells nothing. */
export function readHint(words: string, gazetteer: Gazetteer): Hint | null {
  const state = SHORT[words.replaceAll('.', '').replaceAll(' ', words.includes('.') ? '' : ' ')]
  const key = placeKey(state ?? words)
  if (!state) {
    const fact = findFacts(words).find((f) => f.form === 'name' && f.fact.id.startsWith('state:'))
    const country = fact?.fact.codes[0]?.country
    if (country && fact.start === 0 && fact.end >= words.length - 1) return { country, province: null }
  }
  const provinces = gazetteer.named(key).filter((p) => p.sort === 'province' || p.sort === 'own-province')
  const province =
    (state ? provinces.find((p) => p.country === 'USA' || p.country === 'CAN') : undefined) ??
    provinces.toSorted((a, b) => b.population - a.population)[0]
  return province?.country ? { country: province.country, province: province.province || null } : null
}

/** The states and provinces of North America that a text names, each with how often. */
export function statesIn(text: string, gazetteer: Gazetteer): ReadonlyMap<number, number> {
  const counts = new Map<string, number>()
  for (const match of text.matchAll(STATES)) {
    const name = SHORT[match[0].replace(/^, |\.$/g, '')]
    if (name && !(name === 'Washington' && match[0] === 'Washington')) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const provinces = new Map<number, number>()
  for (const [name, count] of counts) {
    const hint = readHint(name, gazetteer)
    if (hint?.province) provinces.set(hint.province, count)
  }
  return provinces
}
