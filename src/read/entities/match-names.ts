import { genderOf, genderOfWord } from '../facts/words.ts'
import { type Growing, initialsOf, nameKey } from './entity.ts'
import type { Draft } from './find-mentions.ts'
import type { Gender } from './pronouns.ts'

/** Whether a proper name may mean an entity that already has names: 0 no, 1 part of the name, 2 the same name. */
export function nameMatch(name: string, draft: Draft, entity: Growing): 0 | 1 | 2 {
  if (!fits(draft, entity)) return 0
  const key = nameKey(name)
  let best: 0 | 1 | 2 = 0
  for (const other of entity.names) {
    const theirs = nameKey(other)
    if (theirs === key) return 2
    if (initialsOf(other) === key.replaceAll(' ', '') || initialsOf(name) === theirs.replaceAll(' ', '')) {
      if (Math.min(key.length, theirs.length) >= 2) return 2
    }
    if (entity.kind === 'person' || draft.kind === 'person') {
      if (personMatch(key.split(' '), theirs.split(' '))) best = 1
    } else if (bodyMatch(key.split(' '), theirs.split(' '))) best = 1
  }
  return best
}

/** "Assad" and "Bashar Assad" may be one, "Maher Assad" and "Bashar Assad" not; a lone first name also serves. */
function personMatch(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1) return long.at(-1) === short[0] || (long[0] === short[0] && (short[0] as string).length > 2)
  if (short.at(-1) !== long.at(-1)) return false
  const [x, y] = [short[0] as string, long[0] as string]
  return x === y || (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y)) || long.includes(x)
}

/** A body's shorter name: "Syrian Observatory" of "Syrian Observatory for Human Rights", never one common word. */
function bodyMatch(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === long.length) return false
  if (
    short.length === 1 &&
    ((short[0] as string).length < 5 || (long.length === 2 && OF_A_PLACE.test(long[1] as string)))
  )
    return false
  return (
    long.slice(0, short.length).join(' ') === short.join(' ') ||
    (short.length > 1 && long.slice(-short.length).join(' ') === short.join(' '))
  )
}

/** "Norland Radio" is not Norland. */
const OF_A_PLACE =
  /^(?:radio|tv|television|times|post|news|daily|gazette|herald|university|airport|airlines|airways|river|province|street|bank|hospital)$/

function fits(draft: Draft, entity: Growing): boolean {
  if (draft.hit && draft.hit.form === 'name' && entity.fact && entity.fact.id !== draft.hit.fact.id) return false
  const person = (kind: string): boolean => kind === 'person'
  // A bare surname is the person's, whatever the model takes a lone word for.
  const surname =
    draft.hit === null &&
    draft.name !== null &&
    /^[\p{L}’'-]+$/u.test(draft.name) &&
    entity.names.some(
      (n) => nameKey(n).split(' ').length > 1 && nameKey(n).split(' ').at(-1) === nameKey(draft.name as string),
    )
  if (entity.kind === 'person' && surname) return true
  if (draft.kind !== entity.kind && person(draft.kind) !== person(entity.kind)) return false
  if ((entity.kind === 'state' || entity.kind === 'population') && draft.kind !== entity.kind) return false
  return true
}

/** The sex that a name or its title tells. */
export function genderOfName(name: string | null, text: string): Gender {
  for (const word of text.split(/[\s-]+/)) {
    const told = genderOfWord(word.replace(/[.,’']/g, ''))
    if (told) return told === 'm' ? 'male' : 'female'
  }
  const words = name?.split(/[\s]+/) ?? []
  const told = words.length > 1 ? genderOf(words[0] as string) : null
  return told === 'm' ? 'male' : told === 'f' ? 'female' : 'unknown'
}
