import type { SourceTotalRow } from './schema.ts'
import { bornIn, insertAll, type Total, type Totals, type Work } from './work.ts'

const NONE: Readonly<Record<Total, number>> = {
  articles: 0,
  statements: 0,
  reports: 0,
  anonymous: 0,
  alone: 0,
  disputed: 0,
}

/** Add to a running total; origins that are neither outlet nor speaker have none. */
export function addTo(totals: Totals, source: string, what: Total, by = 1): void {
  if (!/^[os]:./.test(source)) return
  let counts = totals.get(source)
  if (!counts) {
    counts = { ...NONE }
    totals.set(source, counts)
  }
  counts[what] += by
}

const AT_ONCE = 100

/** Write the new totals beside the older ones, which stay as what held until now. */
export async function writeTotals(work: Work): Promise<void> {
  const changed = [...work.totals].filter(([, added]) => Object.values(added).some((n) => n !== 0))
  const rows: SourceTotalRow[] = []
  for (const kind of ['outlet', 'speaker'] as const) {
    const own = changed.filter(([source]) => (kind === 'outlet') === source.startsWith('o:'))
    for (let at = 0; at < own.length; at += AT_ONCE)
      rows.push(...(await nextTotals(work, kind, own.slice(at, at + AT_ONCE))))
  }
  await insertAll(work.tx, 'source_total', rows)
}

type Added = Totals extends Map<string, infer T> ? readonly [source: string, added: T] : never

/** End the totals of some sources as they are; back come the ones that hold from now on. */
async function nextTotals({ tx, rev }: Work, kind: string, own: readonly Added[]): Promise<SourceTotalRow[]> {
  const current = tx
    .selectFrom('source_total')
    .selectAll()
    .where('kind', '=', kind)
    .where(
      'source',
      'in',
      own.map(([source]) => source.slice(2)),
    )
    .where('rev_until', 'is', null)
  const last = new Map((await current.execute()).map((row) => [row.source, row]))
  if (last.size > 0)
    await tx
      .updateTable('source_total')
      .set({ rev_until: rev })
      .where('kind', '=', kind)
      .where('source', 'in', [...last.keys()])
      .where('rev_until', 'is', null)
      .execute()
  return own.map(([source, added]) => {
    const before = last.get(source.slice(2))
    const sum = (what: Total) => (before?.[what] ?? 0) + added[what]
    return {
      kind,
      source: source.slice(2),
      articles: sum('articles'),
      statements: sum('statements'),
      reports: sum('reports'),
      anonymous: sum('anonymous'),
      alone: sum('alone'),
      disputed: sum('disputed'),
      ...bornIn({ rev }),
    }
  })
}
