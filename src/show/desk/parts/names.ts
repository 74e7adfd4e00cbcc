import { countryName } from '../../../codebook/index.ts'

const WITH_ARTICLE =
  /^(?:United (?:States|Kingdom|Nations|Arab Emirates)|European Union|Netherlands|Philippines|Bahamas|Maldives|Gambia|Czech Republic|Dominican Republic|Central African Republic|Solomon Islands|Marshall Islands|Vatican|Middle East|Persian Gulf|Gulf|Gaza Strip|West Bank|Green Zone|Sahel|Balkans|Caucasus|Levant|(?:Red|Black|Mediterranean|Arabian|Caspian|South China) Sea|Strait of|Horn of|White House|Pentagon|Kremlin|Security Council)\b/

/** A name as it stands inside a sentence: "Iran", but "the United States". */
export function calledThe(name: string): string {
  return WITH_ARTICLE.test(name) ? `the ${name}` : name
}

/** How to speak of an actor that was named once: people are "they", a state or a body is "it". */
export function pronounOf(kind: string): {
  readonly it: string
  readonly its: string
  readonly them: string
  readonly is: string
} {
  return ['person', 'group', 'population'].includes(kind)
    ? { it: 'they', its: 'their', them: 'them', is: 'are' }
    : { it: 'it', its: 'its', them: 'it', is: 'is' }
}

/** Where something was, in words: "Baghdad, Iraq", "Iran"; empty where no text tells. */
export function placeInWords({
  place,
  country,
}: {
  readonly place: string | null
  readonly country: string | null
}): string {
  const land = country === null ? '' : countryName(country)
  if (place === null || place === country) return calledThe(land)
  return land === '' || land === place ? calledThe(place) : `${calledThe(place)}, ${land}`
}
