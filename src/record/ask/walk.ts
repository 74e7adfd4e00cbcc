import { type RawBuilder, sql } from 'kysely'
import type { Asking } from './event-filter.ts'

type Sql = RawBuilder<unknown>

/** The condition that a row of a table, under the name the query gives it, held at a revision, or holds now. */
export function held(name: string, rev: number | null): Sql {
  const until = sql.ref(`${name}.rev_until`)
  return rev === null
    ? sql`${until} is null`
    : sql`${sql.ref(`${name}.rev_from`)} <= ${rev} and (${until} is null or ${until} > ${rev})`
}

/** Several conditions as one. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `)
}

const among = (column: string, keys: readonly string[]) => sql`${sql.ref(column)} in (${sql.join(keys)})`

type Way = {
  readonly table: string
  readonly conditions: readonly Sql[]
  readonly twice: boolean
  readonly left: Asking
}

/** Which index finds the events of a filter soonest, and what of the filter is left to be looked at in each. */
function wayOf(asking: Asking): Way | null {
  const { keys, facets } = asking
  const { actor, recipient } = keys
  if (actor && recipient)
    return {
      table: 'event_dyad',
      conditions: [among('w.actor', actor), among('w.recipient', recipient)],
      twice: actor.length * recipient.length > 1,
      left: { ...asking, keys: { ...keys, actor: undefined, recipient: undefined } },
    }
  const role = actor ? 'actor' : recipient ? 'recipient' : 'party'
  const own = keys[role]
  if (own)
    return {
      table: 'event_party',
      conditions: [among('w.party', own), ...(role === 'party' ? [] : [sql`w.role = ${role}`])],
      twice: role === 'party' || own.length > 1,
      left: { ...asking, keys: { ...keys, [role]: undefined } },
    }
  const [first, ...rest] = facets
  return first
    ? {
        table: 'event_facet',
        conditions: [among('w.facet', first)],
        twice: first.length > 1,
        left: { ...asking, facets: rest },
      }
    : null
}

/**
 * The events a filter lets through, each once, as a query of `event`, `day` and `quad`; read off the index of what narrows
 * most: the two parties, one party, who tells of it, or else the days.
 */
export function eventsIn(asking: Asking, rev: number | null): Sql {
  const way = wayOf(asking)
  const { type, quadClass, status, country, place, from, until, origins } = asking
  const name = way ? 'w' : 'v'
  const conditions = [held(name, rev), ...(way?.conditions ?? []), ...partyConditions(way?.left ?? asking, name, rev)]
  if (quadClass) conditions.push(sql`${sql.ref(`${name}.quad`)} = ${quadClass}`)
  if (from) conditions.push(sql`${sql.ref(`${name}.day`)} >= ${from}`)
  if (until) conditions.push(sql`${sql.ref(`${name}.day`)} < ${until}`)
  const typed = way?.table === 'event_dyad' ? 'v' : name
  if (type) conditions.push(sql`${sql.ref(`${typed}.type`)} = ${type}`)
  if (status) conditions.push(sql`v.status = ${status}`)
  if (country) conditions.push(sql`v.country = ${country}`)
  if (place) conditions.push(sql`v.place = ${place}`)
  if (origins) conditions.push(sql`v.origins >= ${origins}`)
  if (!way) return sql`select v.event, v.day, v.quad from event_version v where ${all(conditions)}`
  const needsVersion = status || country || place || origins || (type && typed === 'v')
  const version = needsVersion ? sql`inner join event_version v on v.event = w.event and ${held('v', rev)}` : sql``
  const select = way.twice ? sql`select distinct` : sql`select`
  return sql`${select} w.event, w.day, w.quad from ${sql.table(way.table)} w ${version} where ${all(conditions)}`
}

/** The conditions that an event has these parties and facets. */
export function partyConditions(
  { keys, facets }: Pick<Asking, 'keys' | 'facets'>,
  name: string,
  rev: number | null,
): Sql[] {
  const event = sql.ref(`${name}.event`)
  const parties = (['actor', 'recipient', 'party'] as const).flatMap((role) => {
    const own = keys[role]
    if (!own) return []
    const side = role === 'party' ? sql`` : sql`and p.role = ${role}`
    return [
      sql`exists (select 1 from event_party p where p.event = ${event} and ${among('p.party', own)} ${side} and ${held('p', rev)})`,
    ]
  })
  return [
    ...parties,
    ...facets.map(
      (own) =>
        sql`exists (select 1 from event_facet f where f.event = ${event} and ${among('f.facet', own)} and ${held('f', rev)})`,
    ),
  ]
}
