import { sql } from 'kysely'
import { type Counts, countEvent, writeCounts } from '../src/record/event-totals.ts'
import { type Db, openRecord } from '../src/record/index.ts'
import type { Tables } from '../src/record/schema.ts'

// A record of a million reports takes an hour to be recorded. This makes one out of a recorded one of a tenth of it: every row
// nine times more, each time with keys of its own and some months earlier, among the same actors, outlets and places.
// So the newest tenth is as it was recorded, and further articles are joined to it as they would be.

/** Of each table the columns that are not copied as they are: `>report` is the key of a report, `day` a day, `id` a public id, `week` a number by week. */
const TABLES: Readonly<Record<string, string>> = {
  revision: 'id>revision at:time',
  article_text: 'hash:text',
  article: 'id>article public_id:id text_hash:text published:day dup_group>article dup_of>article rev>revision',
  article_dossier: 'article>article rev>revision',
  article_band: 'band:far article>article',
  reading: 'id>reading article>article rev>revision',
  reading_current: 'article>article reading>reading',
  entity: 'id>entity reading>reading article>article',
  mention: 'entity>entity',
  entity_actor: 'entity>entity',
  statement: 'key>statement id:id article>article reading>reading within:id day:day',
  statement_about: 'statement>statement day:day',
  report: 'key>report id:id article>article reading>reading day_from:day day_until:day',
  report_party: 'report>report entity>entity',
  report_event: 'report>report event>event',
  event: 'key>event id:id rev>revision',
  event_version: 'event>event day:day day_from:day day_until:day lead>report',
  event_party: 'event>event day:day',
  event_dyad: 'event>event day:day',
  event_facet: 'event>event day:day',
  event_end: 'event>event successor>event',
  event_profile: 'event>event',
  event_block: 'block:week event>event',
  relation: 'key>relation id:id article>article reading>reading day:day',
  dispute: 'id>dispute event>event day:day',
  search_doc: 'id>search_doc ref:ref day:day',
}
const KEYS = [
  'revision',
  'article',
  'reading',
  'entity',
  'statement',
  'report',
  'event',
  'relation',
  'dispute',
  'search_doc',
]
const WEEK = 2 ** 39
const HEX = '0123456789abcdef'
const AT_ONCE = 2000

type Run = (text: string) => Promise<unknown>
type Rows = <T>(text: string) => Promise<T[]>

/** `FILE TIMES`: make the record in FILE so many times as large. */
export async function main([file = '', times = '10']: readonly string[]): Promise<number> {
  const db = await openRecord(file)
  const run: Run = (text) => sql.raw(text).execute(db)
  const rows: Rows = async <T>(text: string) => (await sql.raw<T>(text).execute(db)).rows
  const said = (what: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${what}`)
  for (const setting of ['foreign_keys = off', 'synchronous = off', 'journal_mode = off', 'cache_size = -1000000'])
    await run(`pragma ${setting}`)
  const indexes = await rows<{ name: string; sql: string }>(
    "select name, sql from sqlite_master where type = 'index' and sql is not null",
  )
  const largest = await largestKeys(rows)
  const copying = await copier(rows, largest)
  for (const { name } of indexes) await run(`drop index "${name}"`)
  for (let copy = 1; copy < Number(times); copy += 1) {
    await copying(run, copy)
    said(`copy ${copy} of ${Number(times) - 1}`)
  }
  await multiplyTotals(run, Number(times))
  for (const index of indexes) await run(index.sql)
  said('indexes')
  await countAll(db)
  said('running counts')
  await indexAll(run, largest.get('search_doc') ?? 0)
  said('words')
  await run('pragma journal_mode = wal')
  await run('analyze')
  await db.destroy()
  return 0
}

async function largestKeys(rows: Rows): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const table of KEYS) {
    const key = /^(?:statement|report|event|relation)$/.test(table) ? 'key' : 'id'
    const [row] = await rows<{ n: number | null }>(`select max("${key}") as n from "${table}"`)
    found.set(table, row?.n ?? 0)
  }
  return found
}

async function copier(
  rows: Rows,
  largest: ReadonlyMap<string, number>,
): Promise<(run: Run, copy: number) => Promise<void>> {
  const [span] = await rows<{ days: number; seconds: number }>(
    `select cast(julianday(max(published)) - julianday(min(published)) + 1 as integer) as days,
      (select (julianday(max(at)) - julianday(min(at))) * 86400 + 1 from revision) as seconds from article`,
  )
  const { days = 1, seconds = 1 } = span ?? {}
  const shifted = (column: string, how: string, copy: number): string => {
    const name = `"${column}"`
    const by = (table: string) => `${name} + ${copy * (largest.get(table) ?? 0)}`
    if (how.startsWith('>')) return by(how.slice(1))
    if (how === 'day')
      return `case when ${name} = '' or ${name} > '9999' then ${name} else date(${name}, '-${copy * days} days') end`
    if (how === 'time') return `strftime('%Y-%m-%dT%H:%M:%fZ', ${name}, '+${(copy * seconds).toFixed(3)} seconds')`
    if (how === 'id') {
      const digit = (at: number, by: number) =>
        `substr('${HEX}', (instr('${HEX}', substr(${name}, ${at}, 1)) - 1 + ${by}) % 16 + 1, 1)`
      return `substr(${name}, 1, 1) || ${digit(2, copy % 16)} || ${digit(3, Math.floor(copy / 16))} || substr(${name}, 4)`
    }
    if (how === 'text') return `${name} || '-${copy}'`
    if (how === 'far') return `${name} + ${copy * 7_000_003}`
    // Numbered by the week (join/blocks.ts), which is earlier by as much as the days are.
    if (how === 'week') {
      const earlier = `${name} - ${copy * Math.round(days / 7)} * ${WEEK} + ${copy * 7003}`
      return `case when ${name} < ${WEEK} then ${name} + ${copy * 7003} else ${earlier} end`
    }
    return `case kind when 'article' then ${by('article')} when 'statement' then ${by('statement')} else ${by('event')} end`
  }
  const plans: { table: string; columns: string[]; how: Map<string, string>; only: string }[] = []
  for (const [table, spec] of Object.entries(TABLES)) {
    const how = new Map(spec.split(' ').map((part) => [/^\w+/.exec(part)?.[0] ?? '', part.replace(/^\w+:?/, '')]))
    const columns = (await rows<{ name: string }>(`pragma table_info("${table}")`)).map((c) => c.name)
    for (const rev of ['rev', 'rev_from', 'rev_until']) if (columns.includes(rev)) how.set(rev, '>revision')
    const [key, parent] = [...how].find(([, way]) => way.startsWith('>')) ?? []
    const old = key ? `"${key}" <= ${largest.get(parent?.slice(1) ?? '') ?? 0}` : `hash not like '%-%'`
    plans.push({ table, columns, how, only: table === 'search_doc' ? `${old} and kind != 'actor'` : old })
  }
  return async (run, copy) => {
    for (const { table, columns, how, only } of plans) {
      const picked = columns.map((column) => shifted(column, how.get(column) ?? '', copy))
      const values = columns.map((column, i) => (how.has(column) ? picked[i] : `"${column}"`))
      const names = columns.map((column) => `"${column}"`)
      await run(
        `insert into "${table}" (${names.join(', ')}) select ${values.join(', ')} from "${table}" where ${only}`,
      )
    }
  }
}

async function multiplyTotals(run: Run, times: number): Promise<void> {
  const columns = ['articles', 'statements', 'reports', 'anonymous', 'alone', 'disputed']
  const set = columns.map((column) => `${column} = ${column} * ${times}`).join(', ')
  await run(`update source_total set ${set} where rev_until is null`)
  await run(`update tie_party set times = times * ${times}`)
  await run(`update tie_voice set n = n * ${times}`)
  await run(`update scope_total set n = n * ${times} where what != 'events'`)
  await run("delete from scope_total where what = 'events'")
  for (const table of ['day_total', 'place_total', 'dyad_total']) await run(`delete from ${table}`)
}

/** Count all current events, as the writer would have. */
async function countAll(db: Db): Promise<void> {
  for (let after = 0; ; ) {
    const current = db.selectFrom('event_version').selectAll().where('rev_until', 'is', null).where('event', '>', after)
    const versions = await current.orderBy('event').limit(AT_ONCE).execute()
    const last = versions.at(-1)
    if (!last) return
    const within = async <T extends 'event_party' | 'event_dyad' | 'event_facet'>(table: T) => {
      const rows = db
        .selectFrom(table as 'event_party')
        .selectAll()
        .where('rev_until', 'is', null)
      return byEvent(
        (await rows.where('event', '>', after).where('event', '<=', last.event).execute()) as unknown as Tables[T][],
      )
    }
    const [parties, dyads, facets] = [
      await within('event_party'),
      await within('event_dyad'),
      await within('event_facet'),
    ]
    const counts: Counts = new Map()
    for (const version of versions) {
      const { event } = version
      const own = (facets.get(event) ?? []).map((f) => f.facet)
      countEvent(counts, { version, parties: parties.get(event) ?? [], dyads: dyads.get(event) ?? [], facets: own }, 1)
    }
    await db.transaction().execute((tx) => writeCounts(tx, counts))
    after = last.event
  }
}

function byEvent<T extends { readonly event: number }>(rows: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const row of rows) found.set(row.event, [...(found.get(row.event) ?? []), row])
  return found
}

/** Make what was copied findable by its words. */
async function indexAll(run: Run, after: number): Promise<void> {
  const into = 'insert into search_text (rowid, words) select d.id,'
  const newer = `d.id > ${after}`
  await run(`${into} t.text from search_doc d join article a on a.id = d.ref join article_text t on t.hash = a.text_hash
    where d.kind = 'article' and ${newer}`)
  await run(`${into} coalesce(s.source, '') || ' ' || substr(t.text, s.start + 1, s."end" - s.start) from search_doc d
    join statement s on s.key = d.ref join article a on a.id = s.article join article_text t on t.hash = a.text_hash
    where d.kind = 'statement' and ${newer}`)
  await run(`${into} r.type || ' ' || coalesce(r.place, '') || ' ' || substr(t.text, r.sentence_start + 1, r.sentence_end - r.sentence_start)
    from search_doc d join event_version v on v.event = d.ref and v.rev_until is null join report r on r.key = v.lead
    join article a on a.id = r.article join article_text t on t.hash = a.text_hash where d.kind = 'event' and ${newer}`)
}
