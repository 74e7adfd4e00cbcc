const DAY = 86_400_000

/** The day so many days after a first one. */
export function dayOf(first: string, days: number): string {
  return new Date(Date.parse(first) + days * DAY).toISOString().slice(0, 10)
}

/** An address for another day: in its field `day`, or from that day up to the next. */
export function addressOn(href: string, sets: string, day: string): string {
  const url = new URL(href)
  const values: Readonly<Record<string, string>> = { day, from: day, until: dayOf(day, 1) }
  for (const name of sets.split(' ')) url.searchParams.set(name, values[name] ?? day)
  for (const name of ['cursor', 'done', 'undo', 'made']) url.searchParams.delete(name)
  return url.href
}

/** "Wednesday 8 January 2020". */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(day))
    .replace(',', '')
}
