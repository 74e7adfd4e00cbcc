// Days are whole numbers, counted from 1970-01-01; nothing here asks a clock or a time zone.

/** The number of an ISO day, `2020-01-17`; null where it is none. */
export function dayOf(iso: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso)
  return match ? dayFrom(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The number of a day of the calendar; null for 31 February. */
export function dayFrom(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / 86_400_000 : null
}

/** The first day of a month; months before 1 and after 12 run on into other years. */
export function monthStart(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / 86_400_000
}

export type Calendar = { readonly year: number; readonly month: number; readonly day: number; readonly weekday: number }

/** The calendar's view of a day; Monday is weekday 0. */
export function calendarOf(day: number): Calendar {
  const date = new Date(day * 86_400_000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
  }
}

/** `2020-01-17` for the number of that day. */
export function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** The same day of the month, `months` away; the month's last day where it has no such day. */
export function shiftMonths(day: number, months: number): number {
  const { year, month, day: date } = calendarOf(day)
  const start = monthStart(year, month + months)
  return Math.min(start + date - 1, monthStart(year, month + months + 1) - 1)
}
