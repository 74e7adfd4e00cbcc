import { findFacts } from '../facts/facts.ts'

/** What the words of a mention say of a place, before the gazetteer is asked. */
export type PlacePhrase = {
  /** The names in it, best first: "Sochi" of "the Black Sea resort of Sochi". */
  readonly names: readonly string[]
  /** A country the words name, and whether the whole of it is meant. */
  readonly country: string | null
  readonly extent: 'whole' | 'part' | 'inside' | null
  /** What sort of place the words ask for. */
  readonly want: 'province' | 'county' | 'city' | 'point' | null
  /** Names that tell where it lies: "Texas" of "Paris, Texas". */
  readonly hints: readonly string[]
}

const DIRECTION =
  /^(?:the |most of |much of |all of |parts? of |large parts? of )*(?:(?:far|deep) )?(?:(?:north|south|east|west|central|upper|lower|mid)(?:ern)?(?:[-‐ ]?(?:east|west|central)(?:ern)?)?|rural|mainland|\S+[-‐](?:held|controlled|occupied)|(?:other |many |some |several |large )?(?:parts?|areas?|regions?|swaths?|corners?|east|west|north|south) of)\s+/i
const PROVINCE = /\b(?:provinces?|governorate|region|state|oblast|prefecture|countryside)\b/i
const COUNTY = /\b(?:county|parish|district|borough)\b/i
const CITY =
  /\b(?:city|town|village|port|capital|suburbs?|resort|stronghold|neighbou?rhood|towns|cities|villages|outskirts)\b/i
const POINT =
  /\b(?:camp|airbase|air base|airport|base|border crossing|crossing|checkpoint|prison|square|hospital|mosque|dam|refinery)\b/i
const RUN =
  /(?<![\p{L}\p{M}])(?:(?:al|el|ez|ar|as|ash|at|an|ad|az)[-‐ ’'])?[\p{Lu}][\p{L}\p{M}.’'`‐-]*(?:[ ](?:(?:al|el|ez|ar|as|ash|bin|de|del|la|le|les|du|do|da|dos|of|upon|on|the|sur|am|an der|y|i)[- ])*[\p{Lu}][\p{L}\p{M}.’'‐-]*)*/gu
const NOISE =
  /^(?:The|A|An|This|Its|Their|His|Her|Our|Central|Downtown|Northern|Southern|Eastern|Western|North|South|East|West|Upper|Lower|Old|Greater|Inner|Outer) (?=\p{Lu})/u

// Short names that newsrooms use for a place that the gazetteer has under a longer one.
const MEANT = new Map([['Gaza', 'Gaza Strip']])

/** Take a mention apart: "the northwest province of Latakia" names Latakia and asks for a province. */
export function readPlacePhrase(mention: string, after: string): PlacePhrase {
  const words = mention
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/['’]s?$/, '')
    .replace(/[,;:]+$/, '')
    .replace(/(?<=\p{Ll}{5})\.$/u, '')
    .trim()
  const want = PROVINCE.test(words)
    ? 'province'
    : COUNTY.test(words)
      ? 'county'
      : POINT.test(words)
        ? 'point'
        : CITY.test(words)
          ? 'city'
          : null
  const hints: string[] = []
  const hinted = /^,\s+((?:[\p{Lu}][\p{L}.]*)(?: [\p{Lu}][\p{L}.]*){0,2})/u.exec(after)?.[1]
  if (hinted) hints.push(hinted)
  const inside = /^(.+?)(?:, | in | on | near | outside | between )(.+)$/.exec(words)
  const states = findFacts(words).filter(
    (f) => f.fact.kind === 'state' || (f.fact.kind === 'place' && f.fact.id.startsWith('state:')),
  )
  const named = states.filter((f) => f.form === 'name')
  const country = (named.length > 0 ? named : states.filter((f) => f.form === 'demonym'))[0]
  const code = country?.fact.codes[0]?.country ?? null
  const runs = [...words.matchAll(RUN)].map((m) =>
    m[0]
      .replace(/['’]s?$/, '')
      .replace(/,+$/, '')
      .replace(/(?<=\p{Ll}{5})\.$/u, ''),
  )

  if (country && country.form === 'name' && named.length === 1) {
    const bare = words.replace(/^(?:the|all of|across|inside) /i, '')
    if (bare.length === country.end - country.start + (words.length - words.trimEnd().length)) {
      return { names: runs, country: code, extent: 'whole', want: null, hints }
    }
    if (country.end === words.length && DIRECTION.test(words) && !inside)
      return { names: [], country: code, extent: 'part', want: null, hints }
  }
  const names: string[] = []
  const main = inside ? runs.filter((r) => words.indexOf(r) < inside[1]!.length) : runs
  for (const run of main.length > 0 ? main : runs) {
    const meant = want === null ? MEANT.get(run) : undefined
    if (meant) names.push(meant)
    names.push(run.replace(/ Co\.?$/, ' County'))
    const less = run.replace(NOISE, '')
    if (less !== run) names.push(less)
    const shorter = less.replace(
      / (?:Province|Governorate|Region|State|City|District|Area|Town|Village|Camp|Airport|Airbase|County|Valley)$/,
      '',
    )
    if (shorter !== less) names.push(shorter)
  }
  if (inside) hints.push(...[...inside[2]!.matchAll(RUN)].map((m) => m[0]))
  // "the northwest province of Latakia": what follows the last "of" is the name.
  const of =
    /\b(?:city|town|towns|village|province|region|district|governorate|suburbs?|resort|port|capital|enclave|neighbou?rhood|stronghold|fields?|state|cities|villages|camp)\b.* of (?:the )?(.+)$/i.exec(
      words,
    )?.[1]
  if (of) names.sort((a, b) => Number(of.includes(b)) - Number(of.includes(a)))
  return { names: [...new Set(names)], country: code, extent: code ? 'inside' : null, want, hints }
}
