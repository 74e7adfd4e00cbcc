import words from './data/words.json' with { type: 'json' }
import { keyOf } from './tokens.ts'

/** A noun for actors: its PLOVER sector (null where it tells none), what sort of actor, one or several. */
export type ActorNoun = {
  readonly sector: string | null
  readonly class: 'agent' | 'people' | 'population' | 'group' | 'organisation' | 'place' | 'state'
  readonly number: 'one' | 'several'
}

const nouns = new Map<string, ActorNoun>(
  Object.entries(words.nouns as Readonly<Record<string, string>>).map(([noun, code]) => {
    const [sector = '', sort = '', number] = code.split(' ')
    return [
      noun,
      {
        sector: sector === 'NONE' ? null : sector,
        class: sort as ActorNoun['class'],
        number: number === '2' ? 'several' : 'one',
      },
    ]
  }),
)
const before = new Map(Object.entries(words.before as Readonly<Record<string, string>>))
const titles = new Map(Object.entries(words.titles as Readonly<Record<string, string>>))
const men = new Set(words.names.m.split(' '))
const women = new Set(words.names.f.split(' '))
const he = new Set<string>(words.he)
const she = new Set<string>(words.she)
const former = new Set<string>(words.former)

/** What a noun of up to three small words says of an actor: "foreign minister", "troops". */
export function actorNoun(noun: string): ActorNoun | undefined {
  return nouns.get(noun)
}

/** The sector a word before a noun gives it: "military" official, "rebel" commander. */
export function sectorBefore(word: string): string | undefined {
  return before.get(word)
}

/** Whether the word makes an actor a former one. */
export function isFormer(word: string): boolean {
  return former.has(word)
}

/** Whether a small word is a title that stands before names. */
export function isTitle(word: string): boolean {
  return titles.has(word)
}

/** The sex a first name tells, or null where it tells none or both. */
export function genderOf(firstName: string): 'm' | 'f' | null {
  const key = keyOf(firstName)
  if (men.has(key)) return women.has(key) ? null : 'm'
  return women.has(key) ? 'f' : null
}

/** The sex a word for a person tells: "spokeswoman", "king", "Mrs". */
export function genderOfWord(word: string): 'm' | 'f' | null {
  const key = keyOf(word)
  if (he.has(key)) return 'm'
  if (she.has(key)) return 'f'
  const title = titles.get(key)?.split(' ')[1]
  return title === 'm' || title === 'f' ? title : null
}

export type Title = {
  /** How many of the words are the title. */
  readonly words: number
  readonly text: string
  readonly sector: string | null
  readonly gender: 'm' | 'f' | null
}

/** The title a name begins with, the longest that fits: "Lt. Gen. Omar Haddad" has "Lt. Gen.", MIL. Null where there is none. */
export function titleOf(name: readonly string[]): Title | null {
  for (let count = Math.min(4, name.length); count > 0; count--) {
    const text = name.slice(0, count).join(' ')
    const code = titles.get(text.replaceAll('.', '').toLowerCase())
    if (code === undefined || !/^\p{Lu}/u.test(text)) continue
    const [sector = '', gender = ''] = code.split(' ')
    return {
      words: count,
      text,
      sector: sector === 'NONE' ? null : sector,
      gender: gender === 'm' || gender === 'f' ? gender : null,
    }
  }
  return null
}
