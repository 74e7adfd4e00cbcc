import { findFacts } from '../facts/facts.ts'
import { actorNoun, genderOf, titleOf } from '../facts/words.ts'

/**
 * How many of the words before a person's name are none of it.
 *
 *     Deputy Foreign Minister Javad Zarif → 3      Interim Party Chairwoman Ana Ruiz → 3      King Salman → 0
 */
export function titleWords(words: readonly string[]): number {
  let start = 0
  for (let step = -1; step !== 0; start += step) step = nextTitle(words.slice(start))
  // "Former Utah Gov. Ana Ruiz": an office further on takes what stands before it with it.
  for (let i = start; i < words.length - 2; i++) if (OFFICE.test(words[i] as string)) start = i + 1
  const [of, the] = words.slice(start)
  const past = of === 'of' ? (the === 'the' ? 3 : 2) : 0
  return words.length - start - past >= 2 ? start + past : start
}

/** A person's name without the titles before it and the place behind it; null for a title alone: "Senate Majority Leader". */
export function withoutTitles(name: string): string | null {
  const words = name.split(/\s+/)
  const last = actorNoun((words.at(-1) as string).toLowerCase())
  if (words.length > 1 && genderOf(words[0] as string) === null && last?.class === 'agent') return null
  if (titleOf(words)?.words === words.length && words.length > 1) return null
  const own = words.slice(titleWords(words))
  const of = own.indexOf('of')
  return (of >= 2 ? own.slice(0, of) : own).join(' ')
}

function nextTitle(words: readonly string[]): number {
  const [first = ''] = words
  const title = titleOf(words)
  if (title && title.words < words.length)
    return ROYAL.test(title.text) && words.length - title.words === 1 ? 0 : title.words
  if (words.length > 2 && RANK.test(first)) return 1
  return words.length > 1 && findFacts(first)[0]?.form === 'demonym' ? 1 : 0
}

/** Titles that are part of what one with a single name is called. */
const ROYAL =
  /^(?:Pope|King|Queen|Prince|Princess|Crown Prince|Crown Princess|Emperor|Sultan|Emir|Sheikh|Sheik|Shah|Mullah|Mother|Imam)$/i
const RANK =
  /^(?:Deputy|Vice|Acting|Interim|Former|Senior|Assistant|Associate|Chief|Retired|Then|Incoming|Outgoing|Late)$/
const OFFICE =
  /^(?:Minister|Secretary|Gen|Gov|Governor|Sen|Senator|Rep|President|Ambassador|Attorney|Spokes(?:man|woman|person)|Chair(?:man|woman|person)?|Director|Leader|Activist|Analyst|Lawyer|Advis[eo]r|Commissioner|Candidate|Nominee|CEO|Editor|Columnist|Reporter|Journalist|Superintendent|Mayor|Envoy|Commander|Chief)\.?$/
