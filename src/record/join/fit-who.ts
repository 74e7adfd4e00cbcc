import type { Profile } from './profile.ts'
import { sumsOf } from './sums.ts'
import { WEIGHTS } from './weights.ts'

/** What speaks against it where the articles are about other people. */
export function focusFit(a: Profile, b: Profile): number {
  const [own, other] = [sumsOf(a), sumsOf(b)]
  if (own.focus.length === 0 || other.focus.length === 0) return 0
  let dot = 0
  for (const [name, share] of own.focus) dot += share * (b.focus[name] ?? 0)
  const alike = dot / (own.focusLength * other.focusLength)
  return alike < 0.1 ? WEIGHTS.otherFocus : alike < 0.5 ? WEIGHTS.halfFocus * (1 - 2 * alike) : 0
}

/** What speaks for it where the sentences name the same person, and against it where they name others: two men arrested are two arrests. */
export function peopleFit(a: Profile, b: Profile, verbal: boolean): number {
  const [own, other] = [sumsOf(a), sumsOf(b)]
  if (own.people.length === 0 || other.people.length === 0) return 0
  if (own.people.some((name) => other.people.includes(name)))
    return (verbal ? WEIGHTS.samePeopleOfWords : WEIGHTS.samePeople) * own.person * other.person
  return (verbal ? WEIGHTS.otherPeopleOfWords : WEIGHTS.otherPeople) * own.person * other.person
}
