import { z } from 'zod'
import { EventType, Status } from '../../codebook/index.ts'

/** What the reader of the desk looks at: it stays from page to page and lives in the address. */
const FIELDS = {
  from: z.iso.date(),
  until: z.iso.date(),
  actor: z.string().min(1).max(200),
  recipient: z.string().min(1).max(200),
  party: z.string().min(1).max(200),
  type: EventType,
  quadClass: z.enum(['1', '2', '3', '4']),
  status: Status,
  country: z.string().regex(/^[A-Z]{3}$/),
  outlet: z.string().min(1).max(200),
  saidBy: z.string().min(1).max(200),
  dossier: z.string().min(1).max(200),
  origins: z.string().regex(/^\d{1,4}$/),
  asOf: z.string().min(4).max(40),
} as const

export type FilterField = keyof typeof FIELDS
export type Filter = Readonly<Partial<Record<FilterField, string>>>
export const FILTER_FIELDS = Object.keys(FIELDS) as readonly FilterField[]

/** The filter in an address; what is no filter, is empty or cannot be one is left out. */
export function readFilter(params: URLSearchParams): Filter {
  return Object.fromEntries(
    FILTER_FIELDS.flatMap((field) => {
      const given = params.get(field)?.trim()
      return given && FIELDS[field].safeParse(given).success ? [[field, given]] : []
    }),
  )
}

/** An address with the filter in it: `/events?from=2020-01-03`; a change of `undefined` takes a field out. */
export function addressOf(
  path: string,
  filter: Filter,
  changes: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const params = new URLSearchParams()
  for (const field of FILTER_FIELDS) {
    const value = field in changes ? changes[field] : filter[field]
    if (value !== undefined && value !== '') params.set(field, String(value))
  }
  for (const [name, value] of Object.entries(changes))
    if (!(name in FIELDS) && value !== undefined && value !== '') params.set(name, String(value))
  const query = params.toString()
  return query ? `${path}?${query}` : path
}

const QUADS: Readonly<Record<string, string>> = {
  1: 'verbal cooperation',
  2: 'material cooperation',
  3: 'verbal conflict',
  4: 'material conflict',
}

/** The filter as a sentence: "Iran → United States, material conflict, 27 Dec to 17 Jan, said by anyone". */
export function filterWords(filter: Filter): string {
  const { actor, recipient, party, from, until } = filter
  const who =
    actor || recipient
      ? `${actor ?? 'anybody'} → ${recipient ?? 'anybody'}`
      : party
        ? `${party} on either side`
        : 'Anybody → anybody'
  const what = [filter.type, filter.quadClass ? QUADS[filter.quadClass] : undefined].filter(Boolean).join(', ')
  const days =
    from && until
      ? `${shortDay(from)} up to ${shortDay(until)}`
      : from
        ? `from ${shortDay(from)}`
        : until
          ? `up to ${shortDay(until)}`
          : 'any day'
  return [
    who,
    what || 'anything',
    filter.status,
    days,
    filter.country ? `in ${filter.country}` : undefined,
    filter.outlet ? `reported by ${filter.outlet}` : undefined,
    filter.origins ? `at least ${filter.origins} independent origins` : undefined,
    filter.dossier ? `dossier ${filter.dossier}` : undefined,
    filter.asOf ? `as the record stood on ${filter.asOf}` : undefined,
    `said by ${filter.saidBy ?? 'anyone'}`,
  ]
    .filter(Boolean)
    .join(', ')
}

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

function shortDay(day: string): string {
  return SHORT.format(new Date(day))
}
