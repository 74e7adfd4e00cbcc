import { type RawBuilder, sql } from 'kysely'
import { NO_DAY } from '../event-versions.ts'
import type { Db } from '../schema.ts'
import { given } from '../sqlite.ts'
import type { Named } from './actors.ts'
import { type Paging, revisionAt } from './common.ts'
import { type Asking, askedFor, type EventFilter } from './event-filter.ts'
import { nameKeys } from './name-keys.ts'
import { type QuadCounts, quadCounts, scopeOf, sumOf, sums } from './scope.ts'
import { ALL_TIME, stretchesOf, timesIn } from './stretches.ts'
import { all, eventsIn, held } from './walk.ts'
import { beforeWindow, heldMonths, lastDays, type Window } from './window.ts'

export type DyadsQuery = EventFilter &
  Pick<Paging, 'limit' | 'asOf'> & {
    /**
     * Pairs of countries, with all who act for them, or of single actors; the second where the filter names one. Without days or
     * parties, pairs of single actors are counted over the last three months of the record.
     */
    readonly by?: 'country' | 'actor' | undefined
    /** True: who acted on whom; false: two parties, whoever acted. With `actor` or `recipient` it is always the first. */
    readonly ordered?: boolean | undefined
  }
export type DyadCount = {
  readonly actor: Named
  readonly recipient: Named
  readonly counts: QuadCounts
  readonly events: number
  readonly first: string | null
  readonly last: string | null
  /** Events in the window of the same length before; null where the question has no `from`. */
  readonly before: number | null
}
export type DyadsAnswer = {
  readonly dyads: readonly DyadCount[]
  readonly window: Window
  readonly before: Window | null
}

type Sql = RawBuilder<unknown>
type Pair = { readonly a: string; readonly b: string }
type PairRow = Pair & { readonly q1: number; readonly q2: number; readonly q3: number; readonly q4: number }

/**
 * The pairs of parties with most events between them. The parties of the filter are parties of the pair: `party: 'IRN'` gives
 * the pairs that Iran is one of.
 */
export async function countDyads(db: Db, query: DyadsQuery): Promise<DyadsAnswer> {
  const rev = await revisionAt(db, query.asOf)
  let asking = await askedFor(db, query, rev)
  const ordered = (query.ordered ?? false) || asking.keys.actor !== undefined || asking.keys.recipient !== undefined
  const form: Form = { ordered, kind: query.by ?? (ofOne(asking) ? 'actor' : 'country'), rev }
  const limit = Math.max(1, Math.min(200, query.limit ?? 20))
  const window = await windowOf(db, query, form)
  asking = { ...asking, from: window.from ?? undefined, until: window.until ?? undefined }
  const rows = await pairRows(db, asking, form, sql`order by sum(n) desc, a, b limit ${limit}`)
  const before = await beforeWindow(db, window)
  const earlier = new Map<string, number>()
  if (before && rows.length > 0) {
    const asked = { ...asking, from: before.from ?? undefined, until: before.until ?? undefined }
    for (const row of await pairRows(db, asked, form, sql``, rows))
      earlier.set(`${row.a} ${row.b}`, sumOf(quadCounts(row)))
  }
  const names = await nameKeys(
    db,
    rows.flatMap((row) => [row.a, row.b]),
    rev,
  )
  const ends = await endsOf(db, rows, asking, form)
  const dyads = rows.flatMap((row, i): DyadCount[] => {
    const [actor, recipient] = [names.get(row.a), names.get(row.b)]
    if (!actor || !recipient) return []
    const counts = quadCounts(row)
    const past = before ? (earlier.get(`${row.a} ${row.b}`) ?? 0) : null
    return [{ actor, recipient, counts, events: sumOf(counts), ...(ends[i] ?? NEVER), before: past }]
  })
  return { dyads, window, before }
}

const NEVER = { first: null, last: null }

const LAST_DAYS = 92

/** The days asked for; where nothing at all narrows pairs of single actors, of which there are too many, the last three months. */
async function windowOf(db: Db, query: DyadsQuery, { kind }: Form): Promise<Window> {
  const { from, until, actor, recipient, party } = query
  const open = kind === 'country' || from || until || actor || recipient || party
  return open ? { from: from ?? null, until: until ?? null } : { from: await lastDays(db, LAST_DAYS), until: null }
}

function ofOne({ keys }: Asking): boolean {
  return [keys.actor, keys.recipient, keys.party].some((own) => own?.some((key) => /^\d+$/.test(key)))
}

type Form = { readonly ordered: boolean; readonly kind: 'country' | 'actor'; readonly rev: number | null }

async function pairRows(db: Db, asking: Asking, form: Form, end: Sql, only?: readonly Pair[]): Promise<PairRow[]> {
  const pairs = await countedPairs(db, asking, form)
  const inside = only ? sql`where (a || ' ' || b) in (${sql.join(only.map(({ a, b }) => `${a} ${b}`))})` : sql``
  const rows = sql<PairRow>`select a, b, ${sums(sql`quad`, sql`n`)} from (${pairs}) pairs ${inside} group by a, b having sum(n) > 0 ${end}`
  return (await rows.execute(db)).rows
}

/** Rows of a pair, a quad class and a number `n`, to be summed; a pair that had nothing between it may come to nothing. */
async function countedPairs(db: Db, asking: Asking, form: Form): Promise<Sql> {
  const { type, status, country, from, until, keys, quadClass } = asking
  const scope = scopeOf({ ...asking, keys: { actor: undefined, recipient: undefined, party: undefined } }, form.rev)
  if (form.kind === 'actor' || scope === null || type || status || country) return pairsOneByOne(asking, form)
  const window = !from && !until ? ALL_TIME : stretchesOf(asking, { held: await heldMonths(db, scope), years: false })
  if (window === null) return pairsOneByOne(asking, form)
  const conditions = [sql`t.scope = ${scope}`, sql`t.way = ${form.ordered ? 'to' : 'both'}`, sql`t.n > 0`]
  if (quadClass) conditions.push(sql`t.quad = ${quadClass}`)
  conditions.push(...sidesOf('t.actor', 't.recipient', keys))
  return sql.join(
    [
      ...timesIn(window).map(
        ([times, stretches]) =>
          sql`select t.actor as a, t.recipient as b, t.quad, ${sql.lit(times)} * t.n as n from dyad_total t where ${all([...conditions, sql`t.month in (${stretches})`])}`,
      ),
      ...window.days.map(({ times, ...days }) => pairsOneByOne({ ...asking, ...days }, form, times)),
    ],
    sql` union all `,
  )
}

function pairsOneByOne(asking: Asking, { ordered, kind, rev }: Form, n = 1): Sql {
  const { from, until, keys, quadClass, facets, type, status, country, origins } = asking
  const countries = kind === 'country'
  // The keys of actors are numbers, those of countries are letters.
  const conditions = ['d.actor', 'd.recipient'].map((side) =>
    countries ? sql`${sql.ref(side)} >= 'A'` : sql`${sql.ref(side)} < 'A'`,
  )
  conditions.push(held('d', rev), ...sidesOf('d.actor', 'd.recipient', keys))
  if (quadClass) conditions.push(sql`d.quad = ${quadClass}`)
  if (from) conditions.push(sql`d.day >= ${from}`)
  if (until) conditions.push(sql`d.day < ${until}`)
  const named = keys.actor ?? keys.recipient ?? keys.party
  // An index of its own finds pairs of countries by their days, and by nothing more.
  const days = (from || until) && !countries
  const narrower = named || facets.length > 0 || type || status || country || origins || days
  const found = narrower ? sql`inner join (${eventsIn(asking, rev)}) found on found.event = d.event` : sql``
  const [a, b] = ordered
    ? [sql`d.actor`, sql`d.recipient`]
    : [
        sql`case when d.actor < d.recipient then d.actor else d.recipient end`,
        sql`case when d.actor < d.recipient then d.recipient else d.actor end`,
      ]
  if (!ordered) conditions.push(sql`(d.actor <= d.recipient or not exists (${backOf(countries, rev)}))`)
  return sql`select ${a} as a, ${b} as b, d.quad, ${sql.lit(n)} as n from event_dyad d ${found} where ${all(conditions)}`
}

/** The same event the other way: of two that act on one another it is counted once. */
function backOf(countries: boolean, rev: number | null): Sql {
  const conditions = ['day', 'event'].map((column) => sql`${sql.ref(`r.${column}`)} = ${sql.ref(`d.${column}`)}`)
  conditions.push(sql`r.actor = d.recipient`, sql`r.recipient = d.actor`, held('r', rev))
  // Only by this an index of pairs of countries may be looked into.
  if (countries) conditions.push(sql`r.actor >= 'A'`, sql`r.recipient >= 'A'`)
  return sql`select 1 from event_dyad r where ${all(conditions)}`
}

const among = (column: string, own: readonly string[]) => sql`${sql.ref(column)} in (${sql.join(own)})`

function sidesOf(actor: string, recipient: string, keys: Asking['keys']): Sql[] {
  return [
    ...(keys.actor ? [among(actor, keys.actor)] : []),
    ...(keys.recipient ? [among(recipient, keys.recipient)] : []),
    ...(keys.party ? [sql`(${among(actor, keys.party)} or ${among(recipient, keys.party)})`] : []),
  ]
}

type Ends = { readonly first: string | null; readonly last: string | null }

/** The first and the last day of each pair within the question's days. */
async function endsOf(
  db: Db,
  pairs: readonly Pair[],
  { from, until }: Asking,
  { ordered, rev }: Form,
): Promise<Ends[]> {
  const ways = pairs.flatMap(({ a, b }, i) =>
    ordered
      ? [[i, a, b]]
      : [
          [i, a, b],
          [i, b, a],
        ],
  )
  const conditions = [
    sql`actor = asked.a`,
    sql`recipient = asked.b`,
    sql`day < ${until ?? NO_DAY}`,
    held('event_dyad', rev),
  ]
  if (from) conditions.push(sql`day >= ${from}`)
  const end = (order: Sql) => sql`select day from event_dyad where ${all(conditions)} order by day ${order} limit 1`
  const found = sql<
    Ends & { readonly nth: number }
  >`select asked.nth, (${end(sql`asc`)}) as first, (${end(sql`desc`)}) as last
    from ${given('asked', ['nth', 'a', 'b'], ways)}`
  const rows = pairs.length === 0 ? [] : (await found.execute(db)).rows
  return pairs.map((_, i) => {
    const own = rows.filter(({ nth }) => nth === i)
    const days = (which: keyof Ends) => own.flatMap((row) => row[which] ?? []).sort()
    return { first: days('first')[0] ?? null, last: days('last').at(-1) ?? null }
  })
}
