import { sql } from 'kysely'
import type { Profile } from '../join/profile.ts'
import { blocOf } from '../origins.ts'
import type { Db } from '../schema.ts'
import { given } from '../sqlite.ts'
import { type Named, nameActors } from './actors.ts'
import { alive } from './common.ts'
import { saidHow, unnamedBy } from './said-how.ts'

/** An origin of an event and the ways its word went: channel, outlet, reprints of that outlet's article. */
export type OriginTree = {
  readonly origin: string
  readonly name: string
  readonly kind: 'speaker' | 'outlet' | 'unnamed' | 'article'
  /** The speaker as an actor; null where nobody named speaks. */
  readonly actor: Named | null
  readonly reports: number
  /**
   * Whether it is one of the independent origins: by itself, with another voice of its government, or not (it looks back days
   * later, or also gives its source); null where that is not known, as for an earlier day of the record.
   */
  readonly counts: 'itself' | 'with its government' | 'no' | null
  readonly ways: readonly {
    readonly channel: string
    readonly outlet: string
    readonly articles: number
    readonly reports: number
    readonly reprints: readonly string[]
  }[]
}

const KINDS: Readonly<Record<string, OriginTree['kind']>> = { s: 'speaker', o: 'outlet', u: 'unnamed', a: 'article' }

/** The origins of an event: the independent ones first, each list by number of reports. At most 2,000 reports are looked at. */
export async function treeOf(db: Db, event: number, rev: number | null): Promise<OriginTree[]> {
  const rows = await db
    .selectFrom('report_event')
    .innerJoin('report', 'report.key', 'report_event.report')
    .innerJoin('article', 'article.id', 'report.article')
    .select(['report.key', 'report.origin', 'report.said_by', 'report.reading', 'report.article'])
    .select(['article.outlet', 'article.dup_group', 'article.dup_of'])
    .where('report_event.event', '=', event)
    .where(alive('report_event', rev))
    .orderBy('report.key')
    .limit(2000)
    .execute()
  const said = await saidHow(db, rows)
  const origins = rows.map((r) => r.origin)
  const names = await originNames(db, origins, rev)
  const canonical = await canonicalOrigins(db, origins, rev)
  const speakers = origins.flatMap((o) => (o.startsWith('s:') ? [Number(o.slice(2))] : []))
  const actors = await nameActors(db, speakers, rev)
  const roots = new Map(rows.filter((r) => r.dup_of === null).map((r) => [r.dup_group, r.outlet ?? NO_OUTLET]))
  const trees = new Map<string, Growing>()
  for (const r of rows) {
    const how = said.get(r.key)
    const origin = canonical.get(r.origin) ?? r.origin
    const tree = trees.get(origin) ?? { reports: 0, name: unnamedBy(origin, how), ways: new Map() }
    trees.set(origin, tree)
    tree.reports += 1
    const own = r.outlet ?? NO_OUTLET
    const outlet = roots.get(r.dup_group) ?? own
    const channel = r.said_by === '' || names.get(origin) === outlet ? 'own words' : (how?.channel ?? 'unknown')
    const way = tree.ways.get(`${channel} ${outlet}`) ?? { channel, outlet, ...NO_REPORTS() }
    tree.ways.set(`${channel} ${outlet}`, way)
    way.reports += 1
    way.articles.add(r.article)
    if (r.dup_of !== null) way.reprints.add(own)
  }
  const found = [...trees]
    .map(([origin, { reports, name, ways }]) => ({
      origin,
      name: name ?? names.get(origin) ?? origin,
      kind: KINDS[origin.charAt(0)] ?? 'article',
      actor: origin.startsWith('s:') ? (actors.get(Number(origin.slice(2))) ?? null) : null,
      reports,
      ways: [...ways.values()].map((w) => ({ ...w, articles: w.articles.size, reprints: [...w.reprints] })),
    }))
    .sort((a, b) => b.reports - a.reports)
  return markCounted(found, rev === null ? await countedOrigins(db, event) : null)
}

/** The origins that count for an event as it stands now; null where its profile does not say. */
async function countedOrigins(db: Db, event: number): Promise<ReadonlySet<string> | null> {
  const row = await db.selectFrom('event_profile').select('body').where('event', '=', event).executeTakeFirst()
  const { originCount } = (row ? JSON.parse(row.body) : {}) as Partial<Profile>
  return originCount ? new Set(Object.keys(originCount.counted)) : null
}

function markCounted(trees: readonly Omit<OriginTree, 'counts'>[], counted: ReadonlySet<string> | null): OriginTree[] {
  if (!counted) return trees.map((tree) => ({ ...tree, counts: null }))
  const seen = new Set<string>()
  const marked = trees.map((tree): OriginTree => {
    const { origin, actor } = tree
    const key = counted.has(origin) ? origin : blocOf(origin, actor ? { ...actor, kind: '' } : undefined)
    if (!counted.has(key)) return { ...tree, counts: 'no' }
    const first = !seen.has(key)
    seen.add(key)
    return { ...tree, counts: first ? 'itself' : 'with its government' }
  })
  return [...marked.filter((t) => t.counts === 'itself'), ...marked.filter((t) => t.counts !== 'itself')]
}

type Way = {
  readonly channel: string
  readonly outlet: string
  reports: number
  readonly articles: Set<number>
  readonly reprints: Set<string>
}
type Growing = { reports: number; readonly name: string | null; readonly ways: Map<string, Way> }

const NO_OUTLET = 'no outlet given'
const NO_REPORTS = () => ({ reports: 0, articles: new Set<number>(), reprints: new Set<string>() })

/** How to call origins: the speaker, the outlet, or who the unnamed source is said to be. */
export async function originNames(db: Db, origins: Iterable<string>, rev: number | null): Promise<Map<string, string>> {
  const wanted = [...new Set(origins)]
  const speakers = await nameActors(
    db,
    wanted.filter((o) => o.startsWith('s:')).map((o) => Number(o.slice(2))),
    rev,
  )
  const keys = wanted.filter((o) => o.startsWith('o:')).map((o) => o.slice(2))
  // Each by a look into the index: to gather all spellings of an outlet would read all its articles.
  const firsts = sql<{ key: string; outlet: string | null }>`select asked.key, (select outlet from article
    where outlet_key = asked.key order by id limit 1) as outlet from ${given(
      'asked',
      ['key'],
      keys.map((key) => [key]),
    )}`
  const outlets = new Map(keys.length === 0 ? [] : (await firsts.execute(db)).rows.map((r) => [r.key, r.outlet]))
  return new Map(
    wanted.map((origin) => {
      const rest = origin.slice(2)
      if (origin.startsWith('s:')) return [origin, speakers.get(Number(rest))?.name ?? 'a speaker']
      if (origin.startsWith('o:')) return [origin, outlets.get(rest) || rest]
      if (origin.startsWith('u:')) return [origin, unnamedName(rest)]
      return [origin, 'an article without outlet']
    }),
  )
}

/** `g12:IRQ:offic` is "an unnamed source, IRQ"; `o:reuters:USA:offic` adds who heard it. */
function unnamedName(rest: string): string {
  const parts = rest.split(':')
  const country = parts.at(-2)
  const heard = rest.startsWith('o:') ? `, heard by ${parts[1]}` : ''
  return `an unnamed source${country ? `, ${country}` : ''}${heard}`
}

async function canonicalOrigins(db: Db, origins: readonly string[], rev: number | null): Promise<Map<string, string>> {
  const speakers = [...new Set(origins.filter((o) => o.startsWith('s:')).map((o) => Number(o.slice(2))))]
  if (speakers.length === 0) return new Map()
  const merged = await db
    .selectFrom('actor_merge')
    .select(['actor', 'into_actor'])
    .where('actor', 'in', speakers)
    .where(alive('actor_merge', rev))
    .execute()
  return new Map(merged.map((m) => [`s:${m.actor}`, `s:${m.into_actor}`]))
}
