const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

// 2020-01-17, 2020-01-17T10:00:00+01:00, 2020/1/7, 20200117
const ISO = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|(\d{2})(\d{2}))(?!\d)/
// Fri, 17 Jan 2020 10:00:00 GMT   |   17 January 2020
const DAY_MONTH_YEAR = /\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})\b/
// January 17, 2020   |   Jan. 17 2020
const MONTH_DAY_YEAR = /\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/

/**
 * The ISO day a date begins with or names, as it was where it was written: no time zone moves it.
 *
 *     2020-01-17T23:30:00-05:00  →  2020-01-17
 *
 * Null where the words give no whole, real day of the years 1500 to 2199, and for 1 January 1970, the zero of a clock.
 */
export function dayOf(words: string): string | null {
  const text = words.slice(0, 200).trim()
  const iso = ISO.exec(text)
  if (iso) return realDay(Number(iso[1]), Number(iso[2] ?? iso[4]), Number(iso[3] ?? iso[5]))
  const dmy = DAY_MONTH_YEAR.exec(text)
  if (dmy) return realDay(Number(dmy[3]), monthOf(dmy[2]!), Number(dmy[1]))
  const mdy = MONTH_DAY_YEAR.exec(text)
  if (mdy) return realDay(Number(mdy[3]), monthOf(mdy[1]!), Number(mdy[2]))
  return null
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function realDay(year: number, month: number, day: number): string | null {
  if (year < 1500 || year > 2199 || month < 1 || month > 12 || day < 1) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1) return null
  const iso = date.toISOString().slice(0, 10)
  return iso === '1970-01-01' ? null : iso
}
