import type { Time } from '../../codebook/index.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A day in words: `2020-01-17` is "Friday 17 January 2020"; what is no day stays as it is. */
export function dayWords(iso: string): string {
  const date = dateOf(iso)
  return date ? `${WEEKDAYS[date.getUTCDay()]} ${monthDay(date)} ${date.getUTCFullYear()}` : iso
}

/** When something was: the day, the days from first to last, the month or the year; else the text's own words. */
export function whenWords(time: Time | undefined): string | null {
  if (!time) return null
  const from = time.from === null ? undefined : dateOf(time.from)
  const last = time.until === null ? undefined : dayBefore(dateOf(time.until))
  if (!from || !last)
    return from ? `since ${dayWords(time.from!)}` : last ? `until ${dayWords(iso(last))}` : `“${time.text}”`
  if (time.precision === 'year' && sameYear(from, last)) return String(from.getUTCFullYear())
  if (time.precision === 'month' && sameYear(from, last) && from.getUTCMonth() === last.getUTCMonth())
    return `${MONTHS[from.getUTCMonth()]} ${from.getUTCFullYear()}`
  if (+from >= +last) return dayWords(iso(from))
  if (!sameYear(from, last))
    return `${monthDay(from)} ${from.getUTCFullYear()} to ${monthDay(last)} ${last.getUTCFullYear()}`
  const first = from.getUTCMonth() === last.getUTCMonth() ? String(from.getUTCDate()) : monthDay(from)
  return `${first} to ${monthDay(last)} ${last.getUTCFullYear()}`
}

function dateOf(iso: string): Date | undefined {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(+date) ? undefined : date
}

function dayBefore(date: Date | undefined): Date | undefined {
  return date && new Date(+date - 86_400_000)
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function monthDay(date: Date): string {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
}

function sameYear(a: Date, b: Date): boolean {
  return a.getUTCFullYear() === b.getUTCFullYear()
}
