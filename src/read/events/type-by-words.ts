import type { EventType, Range } from '../../codebook/index.ts'

// Words whose type the codebook fixes, whatever stands round them; the corpus holds few protests to learn it from.
const PROTEST =
  /^(?:march(?:ed|es|ing)?|rall(?:y|ied|ies|ying)|demonstrat(?:e|ed|es|ing|ions?)|protest(?:s|ed|ing|ers?)?|riot(?:s|ed|ing)?|sit-ins?|picket(?:s|ed|ing)?|boycott(?:s|ed|ing)?)$/i
const BURN = /^(?:burn(?:s|ed|t|ing)?|torch(?:ed|es|ing)?|tore|trampl(?:ed|ing))$/i
const SYMBOL =
  /^\s+(?:[\p{L}’'.-]+\s+){0,4}(?:flags?|photo(?:s|graphs?)?|pictures?|portraits?|posters?|effig(?:y|ies)|banners?|tyres?|tires?)\b/iu

const REBUT = /^(?:re(?:but|fut)(?:s|ed|es|ted|ting|ing)?|rebuttals?)$/i
const STRIKE = /^(?:hits?|slaps?|slapped|slapping|hitting)$/i
const WITH_SANCTIONS = /^[^.;\n]{0,80}?\bwith (?:[\p{L}-]+ ){0,3}(?:sanctions|tariffs|an embargo|penalties|fines?)\b/u

/** Where a text tells that a flag or a picture was burnt, a protest that the model may miss. */
export function isBurntSymbol(text: string, verb: Range): boolean {
  return BURN.test(text.slice(verb.start, verb.end)) && SYMBOL.test(text.slice(verb.end, verb.end + 60))
}

/** The type that a trigger's own words settle, or null: "marched" and "burned flags" are protest, "hit with sanctions" is a sanction. */
export function typeByWords(text: string, trigger: Range): EventType | null {
  const word = text.slice(trigger.start, trigger.end)
  if (PROTEST.test(word) || isBurntSymbol(text, trigger)) return 'PROTEST'
  if (REBUT.test(word)) return 'REJECT'
  if (/^arguments?$/i.test(word) && /^ that\b/.test(text.slice(trigger.end, trigger.end + 6))) return 'ACCUSE'
  if (STRIKE.test(word) && WITH_SANCTIONS.test(text.slice(trigger.end, trigger.end + 120))) return 'SANCTION'
  return null
}
