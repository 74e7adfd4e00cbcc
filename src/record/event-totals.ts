import { type EventType, PLOVER } from '../codebook/index.ts'
import { addToRows } from './rows.ts'
import type { EventVersionRow, Tables, Tx } from './schema.ts'

// Running counts of what holds now, so that a question over the whole record reads sums and not a million rows.
// They are worked out from the rows beside them and never tell of the past: `--as-of` counts the rows themselves.

/** An event as it is counted: what it is, and how it is filed. */
export type Drawn = {
  readonly version: Pick<
    EventVersionRow,
    'day' | 'type' | 'status' | 'quad' | 'place' | 'country' | 'lat' | 'lon' | 'place_precision'
  >
  readonly parties: readonly Pick<Tables['event_party'], 'role' | 'party'>[]
  readonly dyads: readonly Pick<Tables['event_dyad'], 'actor' | 'recipient'>[]
  readonly facets: readonly string[]
}

/** What is to be added to each running count, by the count's table and key. */
export type Counts = Map<string, number>

const TABLES = {
  day_total: ['scope', 'day', 'type', 'status'],
  place_total: ['scope', 'month', 'place', 'quad'],
  dyad_total: ['scope', 'month', 'way', 'actor', 'recipient', 'quad'],
  scope_total: ['scope', 'what'],
} as const
type Total = keyof typeof TABLES

const BETWEEN = '\u001f'
/** The scope of the whole record, and the month of all its time. */
export const ALL = ''

/** Add `n` to one running count. */
export function count(counts: Counts, table: Total, key: readonly (string | number)[], n = 1): void {
  const name = [table, ...key].join(BETWEEN)
  counts.set(name, (counts.get(name) ?? 0) + n)
}

/** Count an event in (1) or out (-1) everywhere that it is counted. */
export function countEvent(counts: Counts, { version, parties, dyads, facets }: Drawn, n: 1 | -1): void {
  const { day, type, status, quad } = version
  const month = day.slice(0, 7)
  const scopes = [ALL, ...facets.filter((facet) => facet.startsWith('d:'))]
  const sides = sidesOf(parties)
  for (const scope of [...scopes, ...sides, ...(version.country === null ? [] : [`c:${version.country}`])])
    for (const key of [[scope, day, type, status], wholeDay(scope, day, quad)]) count(counts, 'day_total', key, n)
  for (const scope of scopes) {
    count(counts, 'scope_total', [scope, 'events'], n)
    for (const when of [ALL, day.slice(0, 4), month])
      count(counts, 'place_total', [scope, when, placeKey(version), quad], n)
    for (const when of [ALL, month])
      for (const [way, actor, recipient] of pairsIn(dyads))
        count(counts, 'dyad_total', [scope, when, way, actor, recipient, quad], n)
  }
  for (const side of sides) count(counts, 'place_total', [side, ALL, placeKey(version), quad], n)
}

/** The key of all a day's events of a quad class, apart from those of each type and status: so that a year of days is read at once. */
function wholeDay(scope: string, day: string, quad: number): string[] {
  return [wholeDays(scope), day, '', String(quad)]
}

/** The scope under which whole days are counted. */
export function wholeDays(scope: string): string {
  return `days ${scope}`
}

const isCountry = (party: string) => /^[A-Z]{3}$/.test(party)

/** The scopes of the countries on each side; of persons and bodies there are too many, and too few events of each. */
function sidesOf(parties: Drawn['parties']): string[] {
  const own = parties.filter(({ party }) => isCountry(party))
  return [...new Set(own.flatMap(({ role, party }) => [`${role}:${party}`, `party:${party}`]))]
}

/** Pairs of countries: as who acted on whom, and with the two in the order of letters for either way. */
function pairsIn(dyads: Drawn['dyads']): [way: 'to' | 'both', actor: string, recipient: string][] {
  const own = dyads.filter(({ actor, recipient }) => isCountry(actor) && isCountry(recipient))
  const both = new Set(own.map(({ actor, recipient }) => [actor, recipient].sort().join(' ')))
  return [
    ...own.map(({ actor, recipient }) => ['to', actor, recipient] as ['to', string, string]),
    ...[...both].map((pair) => ['both', ...pair.split(' ')] as ['both', string, string]),
  ]
}

/** A place as one text: name, country, latitude, longitude, precision. */
function placeKey(version: Drawn['version']): string {
  const { place, country, lat, lon, place_precision } = version
  return [place, country, lat, lon, place_precision].map((part) => part ?? '').join('\t')
}

const AT_ONCE = 50

/** Write what has been counted. */
export async function writeCounts(tx: Tx, counts: Counts): Promise<void> {
  const rows: Record<Total, Record<string, string | number>[]> = {
    day_total: [],
    place_total: [],
    dyad_total: [],
    scope_total: [],
  }
  for (const [name, n] of counts) {
    if (n === 0) continue
    const [table, ...key] = name.split(BETWEEN) as [Total, ...string[]]
    const row: Record<string, string | number> = { n }
    for (const [i, column] of TABLES[table].entries()) row[column] = column === 'quad' ? Number(key[i]) : (key[i] ?? '')
    if (table === 'day_total') row.quad = row.type === '' ? Number(row.status) : PLOVER[row.type as EventType].quadClass
    rows[table].push(row)
  }
  for (const table of Object.keys(TABLES) as Total[])
    for (let at = 0; at < rows[table].length; at += AT_ONCE)
      await addToRows(tx, table, TABLES[table], rows[table].slice(at, at + AT_ONCE))
}
