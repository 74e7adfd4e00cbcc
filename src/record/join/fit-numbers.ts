import type { Profile } from './profile.ts'
import { sumsOf } from './sums.ts'
import { WEIGHTS } from './weights.ts'

/** A toll that both tell. That nobody, one or two died is told of too many acts to speak for one of them. */
export function countFit(a: Profile, b: Profile): number {
  const tolls = (killed: Profile['killed']) =>
    Object.keys(killed)
      .map((value) => value.split('-').map(Number) as [number, number])
      .filter(([, high]) => high > 2)
  const other = tolls(b.killed)
  return tolls(a.killed).some(([low, high]) => other.some(([l, h]) => low <= h && l <= high)) ? WEIGHTS.counts : 0
}

/** Sentences that count things and share no count: 23 pirates are not 26. */
export function numberFit(a: Profile, b: Profile, sameArticle: boolean): number {
  const [own, other] = [sumsOf(a).numbers, sumsOf(b).numbers]
  if (own.length === 0 || other.length === 0) return 0
  return own.some((word) => word in b.words) ? 0 : sameArticle ? WEIGHTS.otherNumbersHere : WEIGHTS.otherNumbers
}

/** Sentences that count one thing: 23 pirates are 23 pirates, and not 26. Of several numbers those count that most give. */
export function quantityFit(a: Profile, b: Profile): number {
  let fit = 0
  for (const [thing, numbers] of Object.entries(a.quantities)) {
    const others = b.quantities[thing]
    if (!others) continue
    if (mainOf(numbers).some((number) => number in others)) return WEIGHTS.sameQuantity
    if (!mainOf(others).some((number) => number in numbers)) fit = WEIGHTS.otherQuantity
  }
  return fit
}

function mainOf(numbers: Readonly<Record<string, number>>): string[] {
  const most = Math.max(...Object.values(numbers))
  return Object.keys(numbers).filter((number) => (numbers[number] ?? 0) * 2 >= most)
}
