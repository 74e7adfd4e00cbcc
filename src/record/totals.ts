import type { SourceTotalRow } from './schema.ts'
import { bornIn, insertAll, type Work } from './work.ts'

type Counts = Omit<SourceTotalRow, 'kind' | 'source' | 'rev_from' | 'rev_until'>
const NONE: Counts = { articles: 0, statements: 0, reports: 0, anonymous: 0, alone: 0, disputed: 0 }

/** What one piece of work adds to the running totals of outlets (`o:`) and speakers (`s:`). */
export type Totals = Map<string, { -readonly [K in keyof Counts]: number }>

/** Add to a running total; origins that are neither outlet nor speaker have none. */
export function addTo(totals: Totals, source: string, what: keyof Counts, by = 1): void {
  if (!/^[os]:./.test(source)) return
  let counts = totals.get(source)
  if (!counts) {
    counts = { ...NONE }
    totals.set(source, counts)
  }
  counts[what] += by
}

/** Write the new totals beside the older ones, which stay as what held until now. */
export async function writeTotals(work: Work, totals: Totals): Promise<void> {
  const changed = [...totals].filter(([, added]) => Object.values(added).some((n) => n !== 0))
  const rows: SourceTotalRow[] = []
  for (const kind of ['outlet', 'speaker'] as const) {
    const own = changed.filter(([source]) => (kind === 'outlet') === source.startsWith('o:'))
    if (own.length === 0) continue
    const names = own.map(([source]) => source.slice(2))
    const current = work.tx
      .selectFrom('source_total')
      .selectAll()
      .where('kind', '=', kind)
      .where('source', 'in', names)
      .where('rev_until', 'is', null)
    const last = new Map((await current.execute()).map((row) => [row.source, row]))
    if (last.size > 0)
      await work.tx
        .updateTable('source_total')
        .set({ rev_until: work.rev })
        .where('kind', '=', kind)
        .where('source', 'in', [...last.keys()])
        .where('rev_until', 'is', null)
        .execute()
    for (const [source, added] of own) {
      const before = last.get(source.slice(2))
      const sum = (what: keyof Counts) => (before?.[what] ?? 0) + added[what]
      rows.push({
        kind,
        source: source.slice(2),
        articles: sum('articles'),
        statements: sum('statements'),
        reports: sum('reports'),
        anonymous: sum('anonymous'),
        alone: sum('alone'),
        disputed: sum('disputed'),
        ...bornIn(work),
      })
    }
  }
  await insertAll(work.tx, 'source_total', rows)
}
