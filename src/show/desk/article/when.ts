import { dayInWords, whenInWords } from '../parts/words.ts'

/** A time of a text as it was resolved: "Wednesday 8 January 2020", "July 1988", "1988"; null where no day is known. */
export function resolvedWhen(time: {
  readonly from: string | null
  readonly until: string | null
  readonly precision: string
}): string | null {
  const { from, precision } = time
  if (from === null) return null
  if (precision === 'month') return dayInWords(from).split(' ').slice(2).join(' ')
  if (precision === 'year') return from.slice(0, 4)
  return whenInWords({ ...time, day: from, dayBy: 'text' })
}
