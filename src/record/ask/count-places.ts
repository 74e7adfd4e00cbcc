import { type RawBuilder, sql } from 'kysely'
import type { Db, EventVersionRow } from '../schema.ts'
import { linesOf } from '../sqlite.ts'
import { type Paging, revisionAt } from './common.ts'
import { type Asking, askedFor, type EventFilter } from './event-filter.ts'
import { type QuadCounts, quadCounts, scopeOf, sumOf, sums } from './scope.ts'
import { ALL_TIME, stretchesOf, timesIn } from './stretches.ts'
import { all, held, partyConditions, versionsIn } from './walk.ts'
import { heldMonths } from './window.ts'

export type PlacesQuery = EventFilter &
  Pick<Paging, 'limit' | 'asOf'> & {
    /** False: the strongest event of each place is not looked for, which would look at every event there. */
    readonly strongest?: boolean | undefined
  }
type Counted = { readonly counts: QuadCounts; readonly events: number }
export type PlaceCount = Counted & {
  readonly place: string
  readonly country: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly placePrecision: string | null
  /** The id of the event with most origins, then reports; null where it was not asked for, and past the first 60 places of many. */
  readonly strongest: string | null
}
export type PlacesAnswer = {
  /** Places nearer than a country, those with most events first. */
  readonly places: readonly PlaceCount[]
  /** How many such places there are and how many events they hold, those past `limit` too. */
  readonly placed: Counted & { readonly places: number }
  /** Events of which no more than the country is known. */
  readonly countries: readonly (Counted & { readonly country: string })[]
  readonly nowhere: Counted
  readonly events: number
}

type Sql = RawBuilder<unknown>

/** Where the events were: by place, those placed in a country only, and those placed nowhere. At most 500 places are told. */
export async function countPlaces(db: Db, query: PlacesQuery): Promise<PlacesAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const asking = await askedFor(db, query, rev)
  const limit = Math.max(1, Math.min(500, query.limit ?? 200))
  const counted = sql`select place, ${sums(sql`quad`, sql`n`)} from (${await countedPlaces(db, asking, rev)}) placed group by place`
  const rows = joined(await linesOf(db, sql`select ${lineOf} as line from (${counted}) counted`))
  const near = rows.filter(isNear)
  const told = near
    .sort((a, b) => b.events - a.events || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map((row) => ({ ...partsOf(row), counts: row.counts, events: row.events }))
  const events = rows.reduce((sum, row) => sum + row.events, 0)
  const strongest =
    query.strongest === false
      ? []
      : events < FEW
        ? await strongestOf(db, told, asking, rev)
        : await Promise.all(told.slice(0, LOOKED_UP).map((place) => strongestAt(db, place, asking, rev)))
  const far = rows.flatMap((row) => (isNear(row) ? [] : [{ ...row, country: partsOf(row).country }]))
  return {
    places: told.map((row, i) => ({ ...row, strongest: strongest[i] ?? null })),
    placed: { ...together(near), places: near.length },
    countries: byCountry(far),
    nowhere: together(far.filter((row) => row.country === null)),
    events,
  }
}

const tab = sql.lit('\t')
const lineOf = sql`place || char(31) || ${sql.join(
  [1, 2, 3, 4].map((q) => sql`coalesce(${sql.ref(`q${q}`)}, 0)`),
  sql` || ' ' || `,
)}`

/** A place by its key, which is taken apart only where the place is told. */
type Placed = Counted & { readonly key: string }

/** Lines of one place as one: a number may be written in two ways, 20 and 20.0. */
function joined(lines: readonly string[]): Placed[] {
  const found = new Map<string, Placed>()
  for (const line of lines) {
    const [written = '', numbers = ''] = line.split('\u001f')
    const key = written.includes('.0\t') ? alike(written) : written
    const [q1, q2, q3, q4] = numbers.split(' ')
    const counts = quadCounts({ q1, q2, q3, q4 })
    const own = { key, counts, events: sumOf(counts) }
    const known = found.get(key)
    found.set(key, known ? { key, ...together([known, own]) } : own)
  }
  // What is taken away may be written the other way.
  return [...found.values()].filter((placed) => placed.events > 0)
}

function alike(key: string): string {
  return key
    .split('\t')
    .map((part, i) => (i === 2 || i === 3 ? part.replace(/\.0$/, '') : part))
    .join('\t')
}

/** Whether a place is known nearer than by its country. */
const isNear = ({ key }: Placed) => !key.startsWith('\t') && !key.endsWith('\tcountry')

type Parts = Pick<PlaceCount, 'country' | 'lat' | 'lon' | 'placePrecision'> & { readonly place: string }

function partsOf({ key }: Placed): Parts {
  const [place = '', country, lat, lon, precision] = key.split('\t')
  const number = (text: string | undefined) => (text ? Number(text) : null)
  return { place, country: country || null, lat: number(lat), lon: number(lon), placePrecision: precision || null }
}

function together(rows: readonly Counted[]): Counted {
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0 }
  for (const row of rows) for (const quad of [1, 2, 3, 4] as const) counts[quad] += row.counts[quad]
  return { counts, events: sumOf(counts) }
}

type InCountry = Counted & { readonly country: string | null }

function byCountry(rows: readonly InCountry[]): (Counted & { readonly country: string })[] {
  const countries = [...new Set(rows.flatMap((row) => row.country ?? []))]
  return countries
    .map((country) => ({ country, ...together(rows.filter((row) => row.country === country)) }))
    .sort((a, b) => b.events - a.events || (a.country < b.country ? -1 : 1))
}

/** Rows of a place, a quad class and a number `n`, to be summed; a place where nothing was may come to nothing. */
async function countedPlaces(db: Db, asking: Asking, rev: number | null): Promise<Sql> {
  const { type, status, quadClass, from, until } = asking
  const scope = scopeOf(asking, rev)
  const open = !from && !until
  const counted = scope === '' || scope?.startsWith('d:') || (open && !scope?.startsWith('c:'))
  if (scope === null || !counted || type || status) return placesOneByOne(asking, rev)
  const window = open ? ALL_TIME : stretchesOf(asking, { held: await heldMonths(db, scope), years: true })
  if (window === null) return placesOneByOne(asking, rev)
  const conditions = [sql`t.scope = ${scope}`, sql`t.n > 0`]
  if (quadClass) conditions.push(sql`t.quad = ${quadClass}`)
  return sql.join(
    [
      ...timesIn(window).map(
        ([times, stretches]) =>
          sql`select t.place, t.quad, ${sql.lit(times)} * t.n as n from place_total t where ${all([...conditions, sql`t.month in (${stretches})`])}`,
      ),
      ...window.days.map(({ times, ...days }) => placesOneByOne({ ...asking, ...days }, rev, times)),
    ],
    sql` union all `,
  )
}

function placesOneByOne(asking: Asking, rev: number | null, n = 1): Sql {
  const parts = ['place', 'country', 'lat', 'lon', 'place_precision'].map(
    (column) => sql`coalesce(cast(${sql.ref(`e.${column}`)} as text), '')`,
  )
  return sql`select ${sql.join(parts, sql` || ${tab} || `)} as place, e.quad, ${sql.lit(n)} as n from ${versionsIn(asking, rev)}`
}

/** So few events are looked through for the strongest of each place; of more, the first places are looked up. */
const FEW = 5000
const LOOKED_UP = 60

async function strongestOf(
  db: Db,
  places: readonly Parts[],
  asking: Asking,
  rev: number | null,
): Promise<(string | undefined)[]> {
  type Row = Pick<EventVersionRow, 'place' | 'country' | 'lat' | 'lon'> & { readonly id: string }
  const { rows } =
    await sql<Row>`select event.id, place, country, lat, lon from (select e.event, e.place, e.country, e.lat, e.lon,
      row_number() over (partition by e.place, e.country, e.lat, e.lon order by e.origins desc, e.reports desc, e.event) as nth
    from ${versionsIn(asking, rev)}) ranked inner join event on event.key = ranked.event where nth = 1`.execute(db)
  const keyOf = ({ place, country, lat, lon }: Omit<Row, 'id'>) => [place, country, lat, lon].join('\t')
  const ids = new Map(rows.map((row) => [keyOf(row), row.id]))
  return places.map((place) => ids.get(keyOf(place)))
}

async function strongestAt(
  db: Db,
  { place, country, lat, lon }: Parts,
  asking: Asking,
  rev: number | null,
): Promise<string | null> {
  const same = (column: string, value: string | number | null) =>
    value === null ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${value}`
  const { keys, facets, from, until, type, quadClass, status, origins } = asking
  const conditions = [
    same('e.place', place),
    same('e.country', country),
    same('e.lat', lat),
    same('e.lon', lon),
    held('e', rev),
  ]
  if (from) conditions.push(sql`e.day >= ${from}`)
  if (until) conditions.push(sql`e.day < ${until}`)
  if (type) conditions.push(sql`e.type = ${type}`)
  if (quadClass) conditions.push(sql`e.quad = ${quadClass}`)
  if (status) conditions.push(sql`e.status = ${status}`)
  if (origins) conditions.push(sql`e.origins >= ${origins}`)
  conditions.push(...partyConditions({ keys, facets }, 'e', rev))
  const { rows } = await sql<{
    id: string
  }>`select event.id from event_version e inner join event on event.key = e.event
    where ${all(conditions)} order by e.origins desc, e.reports desc, e.event limit 1`.execute(db)
  return rows[0]?.id ?? null
}
