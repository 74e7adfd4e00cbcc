import { type RawBuilder, sql } from 'kysely'
import type { Asking, EventFilter } from './event-filter.ts'

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

type Walk = {
  /** False: an event may come more than once, as it is met. */
  readonly once?: boolean
  /** Only what comes after this place in the order of days and numbers. */
  readonly after?: { readonly day: string; readonly key: number } | undefined
  /** Only this day, as the query around it names it. */
  readonly on?: Sql | undefined
}

type Within = Pick<Walk, 'after' | 'on'>

/**
 * The events a filter lets through as a query of `event`, `day` and `quad`; read off the index of what narrows most: the two
 * parties, one party, who tells of it, or else the days.
 */
export function eventsIn(asking: Asking, rev: number | null, { once = true, ...within }: Walk = {}): Sql {
  const way = wayOf(asking)
  if (!way)
    return sql`select v.event, v.day, v.quad from event_version v where ${all(ofVersions(asking, 'v', rev, within))}`
  const { type, quadClass, status, country, place, origins } = asking
  const typed = way.table === 'event_dyad' ? 'v' : 'w'
  const conditions = [
    held('w', rev),
    ...way.conditions,
    ...daysOf(asking, 'w', within),
    ...partyConditions(way.left, 'w', rev),
  ]
  if (quadClass) conditions.push(sql`w.quad = ${quadClass}`)
  if (type) conditions.push(sql`${sql.ref(`${typed}.type`)} = ${type}`)
  conditions.push(...ofVersion({ status, country, place, origins }, 'v'))
  const needsVersion = status || country || place || origins || (type && typed === 'v')
  const version = needsVersion ? sql`inner join event_version v on v.event = w.event and ${held('v', rev)}` : sql``
  const select = way.twice && once ? sql`select distinct` : sql`select`
  return sql`${select} w.event, w.day, w.quad from ${sql.table(way.table)} w ${version} where ${all(conditions)}`
}

/** The same as whole rows of `event_version`, named `e`: what a query says from its `from` on. */
export function versionsIn(asking: Asking, rev: number | null, { on }: Pick<Walk, 'on'> = {}): Sql {
  if (!wayOf(asking)) return sql`event_version e where ${all(ofVersions(asking, 'e', rev, { on }))}`
  const found = eventsIn(asking, rev, { on })
  // With its day an event is one place of the index of days; crossed, what was found is walked and not that day.
  if (on)
    return sql`(${found}) found cross join event_version e where ${all([sql`e.day = ${on}`, sql`e.event = found.event`, held('e', rev)])}`
  return sql`(${found}) found inner join event_version e on e.event = found.event where ${held('e', rev)}`
}

function ofVersions(asking: Asking, name: string, rev: number | null, within: Within = {}): Sql[] {
  return [
    held(name, rev),
    ...daysOf(asking, name, within),
    ...ofVersion(asking, name),
    ...partyConditions(asking, name, rev),
  ]
}

function daysOf({ from, until }: EventFilter, name: string, { after, on }: Within): Sql[] {
  const day = sql.ref(`${name}.day`)
  const event = sql.ref(`${name}.event`)
  return [
    ...(on ? [sql`${day} = ${on}`] : []),
    ...(from ? [sql`${day} >= ${from}`] : []),
    ...(until ? [sql`${day} < ${until}`] : []),
    ...(after ? [sql`${day} >= ${after.day} and (${day} > ${after.day} or ${event} > ${after.key})`] : []),
  ]
}

function ofVersion({ type, quadClass, status, country, place, origins }: EventFilter, name: string): Sql[] {
  const column = (own: string) => sql.ref(`${name}.${own}`)
  return [
    ...(type ? [sql`${column('type')} = ${type}`] : []),
    ...(quadClass ? [sql`${column('quad')} = ${quadClass}`] : []),
    ...(status ? [sql`${column('status')} = ${status}`] : []),
    ...(country ? [sql`${column('country')} = ${country}`] : []),
    ...(place ? [sql`${column('place')} = ${place}`] : []),
    ...(origins ? [sql`${column('origins')} >= ${origins}`] : []),
  ]
}

/**
 * The same question once for each key of what it is walked by, so that each answer is read in the order of days straight off
 * an index.
 */
export function eachKey(asking: Asking): Asking[] {
  const { keys, facets } = asking
  const { actor, recipient, party } = keys
  if (actor && recipient)
    return actor.flatMap((a) => recipient.map((r) => ({ ...asking, keys: { ...keys, actor: [a], recipient: [r] } })))
  const role = actor ? 'actor' : recipient ? 'recipient' : 'party'
  const own = keys[role] ?? party
  if (own) return own.map((key) => ({ ...asking, keys: { ...keys, [role]: [key] } }))
  const [first, ...rest] = facets
  return first ? first.map((facet) => ({ ...asking, facets: [[facet], ...rest] })) : [asking]
}

/** The conditions that an event has these parties and facets. */
export function partyConditions(
  { keys, facets }: Pick<Asking, 'keys' | 'facets'>,
  name: string,
  rev: number | null,
): Sql[] {
  // With its day an event is one place of the index by party; without it, a walk along all events of that party.
  const same = (table: string) =>
    sql`${sql.ref(`${table}.day`)} = ${sql.ref(`${name}.day`)} and ${sql.ref(`${table}.event`)} = ${sql.ref(`${name}.event`)}`
  const parties = (['actor', 'recipient', 'party'] as const).flatMap((role) => {
    const own = keys[role]
    if (!own) return []
    const side = role === 'party' ? sql`` : sql`and p.role = ${role}`
    return [
      sql`exists (select 1 from event_party p where ${among('p.party', own)} and ${same('p')} ${side} and ${held('p', rev)})`,
    ]
  })
  return [
    ...parties,
    ...facets.map(
      (own) =>
        sql`exists (select 1 from event_facet f where ${among('f.facet', own)} and ${same('f')} and ${held('f', rev)})`,
    ),
  ]
}
