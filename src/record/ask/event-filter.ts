import { outletKey } from '../articles.ts'
import { ALL } from '../event-totals.ts'
import { facetOf } from '../facets.ts'
import type { Db } from '../schema.ts'
import { findActor, type Who } from './actors.ts'
import { alive } from './common.ts'

/** Which events a question is about; what is left out does not narrow. */
export type EventFilter = {
  readonly actor?: Who | undefined
  readonly recipient?: Who | undefined
  /** Either side. */
  readonly party?: Who | undefined
  readonly type?: string | undefined
  readonly quadClass?: number | undefined
  readonly status?: string | undefined
  /** Where it was. */
  readonly country?: string | undefined
  /** The name of the place it was at. */
  readonly place?: string | undefined
  readonly outlet?: string | undefined
  /** Who says so, by some report of the event. */
  readonly saidBy?: Who | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly dossier?: string | undefined
  /** Events with at least this many independent origins. */
  readonly origins?: number | undefined
}

/** A filter with the keys under which the record files whom it names. */
export type Asking = EventFilter & {
  readonly keys: {
    readonly actor: readonly string[] | undefined
    readonly recipient: readonly string[] | undefined
    readonly party: readonly string[] | undefined
  }
  /** Outlet, dossier, speaker: of each list the event has one at least. */
  readonly facets: readonly (readonly string[])[]
}

/** The filter of a question, with everybody it names found in the record. */
export async function askedFor(db: Db, filter: EventFilter, rev: number | null): Promise<Asking> {
  const keysOf = async (who: Who | undefined) => (who === undefined ? undefined : (await findActor(db, who, rev)).keys)
  const keys = {
    actor: await keysOf(filter.actor),
    recipient: await keysOf(filter.recipient),
    party: await keysOf(filter.party),
  }
  const facets: string[][] = []
  const { outlet, saidBy, dossier } = filter
  if (outlet !== undefined) facets.push([facetOf.outlet(outletKey(outlet))])
  if (saidBy !== undefined) facets.push((await findActor(db, saidBy, rev)).keys.map(facetOf.speaker))
  if (dossier !== undefined) {
    const known = await db.selectFrom('dossier').select('id').where('name', '=', dossier).executeTakeFirst()
    const facet = facetOf.dossier(known?.id ?? 0)
    // Where every article is in the dossier it narrows nothing, and need not be looked at.
    if (rev !== null || !(await holdsAll(db, facet))) facets.push([facet])
  }
  return { ...filter, keys, facets }
}

async function holdsAll(db: Db, dossier: string): Promise<boolean> {
  const rows = await db
    .selectFrom('scope_total')
    .select('n')
    .where('scope', 'in', [ALL, dossier])
    .where('what', '=', 'articles')
    .execute()
  const [one, other] = rows.map((row) => row.n)
  return one !== undefined && one === other
}

/** The conditions on the event itself, whoever is in it; the query must name `event_version`. */
export function narrowed<Q>(query: Q, asking: Asking, rev: number | null): Q {
  const { type, quadClass, status, country, place, from, until, origins } = asking
  // Kysely's builders of different queries differ in type, yet share these columns.
  let found = query as unknown as ReturnType<typeof plain>
  if (type) found = found.where('event_version.type', '=', type)
  if (quadClass) found = found.where('event_version.quad', '=', quadClass)
  if (status) found = found.where('event_version.status', '=', status)
  if (country) found = found.where('event_version.country', '=', country)
  if (place) found = found.where('event_version.place', '=', place)
  if (origins) found = found.where('event_version.origins', '>=', origins)
  if (from) found = found.where('event_version.day', '>=', from)
  if (until) found = found.where('event_version.day', '<', until)
  for (const facets of asking.facets)
    found = found.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('event_facet')
          .select('event_facet.event')
          .whereRef('event_facet.event', '=', 'event_version.event')
          .where('event_facet.facet', 'in', facets)
          .where(alive('event_facet', rev) as never),
      ),
    )
  return found as unknown as Q
}

const plain = (db: Db) => db.selectFrom('event_version').select(['event_version.day', 'event_version.event as key'])
