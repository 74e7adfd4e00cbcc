import { NO_DAY } from '../event-versions.ts'
import type { Db, EventVersionRow } from '../schema.ts'
import { alive } from './common.ts'
import { pairsOf, partiesOf } from './parties.ts'
import { type EventSummary, summarise, versionsAt } from './summaries.ts'

/** Events between the same parties round an event's day, each list in the order of days. */
export type Around = {
  /** How many days before and after were looked at. */
  readonly days: number
  readonly before: readonly EventSummary[]
  readonly sameDay: readonly EventSummary[]
  readonly after: readonly EventSummary[]
}

const DAY = 86_400_000
const DAYS = 14
const SHOWN = 6
const LOOKED_AT = 20
const PAIRS = 6

type Stretch = { readonly from: string; readonly until: string; readonly order: 'asc' | 'desc' }

/**
 * What happened between the same parties in the two weeks before and after: of the nearest events those with most independent
 * origins. Where an event has one side alone, what that side did and had done to it.
 */
export async function aroundOf(db: Db, version: EventVersionRow, rev: number | null): Promise<Around> {
  if (version.day === NO_DAY) return { days: DAYS, before: [], sameDay: [], after: [] }
  const parties = (await partiesOf(db, [version.event], rev)).get(version.event) ?? []
  const side = (role: string) => parties.filter((p) => p.role === role).map((p) => p.party)
  const [actors, recipients] = [side('actor'), side('recipient')]
  const pairs = pairsOf(actors, recipients)
    .filter((p) => p.actor !== p.recipient)
    .slice(0, PAIRS)
  const near = (stretch: Stretch) =>
    pairs.length > 0
      ? betweenThem(db, pairs, stretch, rev)
      : ofOne(db, [...actors, ...recipients].slice(0, PAIRS), stretch, rev)
  const on = (days: number) => new Date(Date.parse(version.day) + days * DAY).toISOString().slice(0, 10)
  const stretches: readonly Stretch[] = [
    { from: on(-DAYS), until: version.day, order: 'desc' },
    { from: version.day, until: on(1), order: 'asc' },
    { from: on(1), until: on(DAYS + 1), order: 'asc' },
  ]
  const [before, sameDay, after] = await Promise.all(
    stretches.map(async (stretch) => {
      const nearest = (await near(stretch)).filter((event) => event !== version.event)
      return best(await versionsAt(db, nearest, rev))
    }),
  )
  const told = async (rows: readonly EventVersionRow[] | undefined) => summarise(db, rows ?? [], rev)
  return { days: DAYS, before: await told(before), sameDay: await told(sameDay), after: await told(after) }
}

function best(versions: ReadonlyMap<number, EventVersionRow>): EventVersionRow[] {
  return [...versions.values()]
    .sort((a, b) => b.origins - a.origins || b.reports - a.reports || a.event - b.event)
    .slice(0, SHOWN)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.event - b.event))
}

async function betweenThem(
  db: Db,
  pairs: readonly { readonly actor: string; readonly recipient: string }[],
  { from, until, order }: Stretch,
  rev: number | null,
): Promise<number[]> {
  const ways = pairs.flatMap(({ actor, recipient }) => [
    { actor, recipient },
    { actor: recipient, recipient: actor },
  ])
  const lists = await Promise.all(
    ways.map(({ actor, recipient }) =>
      db
        .selectFrom('event_dyad')
        .select('event')
        .where('actor', '=', actor)
        .where('recipient', '=', recipient)
        .where('day', '>=', from)
        .where('day', '<', until)
        .where(alive('event_dyad', rev))
        .orderBy('day', order)
        .orderBy('event', order)
        .limit(LOOKED_AT)
        .execute(),
    ),
  )
  return [...new Set(lists.flat().map((row) => row.event))]
}

async function ofOne(
  db: Db,
  parties: readonly string[],
  { from, until, order }: Stretch,
  rev: number | null,
): Promise<number[]> {
  const lists = await Promise.all(
    parties.map((party) =>
      db
        .selectFrom('event_party')
        .select('event')
        .where('party', '=', party)
        .where('day', '>=', from)
        .where('day', '<', until)
        .where(alive('event_party', rev))
        .orderBy('day', order)
        .orderBy('event', order)
        .limit(LOOKED_AT)
        .execute(),
    ),
  )
  return [...new Set(lists.flat().map((row) => row.event))]
}
