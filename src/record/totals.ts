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
  const rows: SourceTotalRow[] = []
  for (const [source, added] of totals) {
    if (Object.values(added).every((n) => n === 0)) continue
    const kind = source.startsWith('o:') ? 'outlet' : 'speaker'
    const name = source.slice(2)
    const last = await work.tx
      .selectFrom('source_total')
      .select(['articles', 'statements', 'reports', 'anonymous', 'alone', 'disputed'])
      .where('kind', '=', kind)
      .where('source', '=', name)
      .where('rev_until', 'is', null)
      .executeTakeFirst()
    if (last)
      await work.tx
        .updateTable('source_total')
        .set({ rev_until: work.rev })
        .where('kind', '=', kind)
        .where('source', '=', name)
        .where('rev_until', 'is', null)
        .execute()
    const sum = (what: keyof Counts) => (last?.[what] ?? 0) + added[what]
    rows.push({
      kind,
      source: name,
      ...bornIn(work),
      articles: sum('articles'),
      statements: sum('statements'),
      reports: sum('reports'),
      anonymous: sum('anonymous'),
      alone: sum('alone'),
      disputed: sum('disputed'),
    })
  }
  await insertAll(work.tx, 'source_total', rows)
}
