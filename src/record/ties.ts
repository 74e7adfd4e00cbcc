import { idOf } from './ids.ts'
import type { RelationRow, StatementRow, Tables } from './schema.ts'
import type { Context } from './unpack.ts'
import { bornIn, insertAll, type Work } from './work.ts'

/** The relations of a reading as rows, each under the tie between its two actors. */
export async function relationRows(context: Context, statements: readonly StatementRow[]): Promise<RelationRow[]> {
  const { work, article, reading, readingKey, parties } = context
  const stated = reading.relations.flatMap((relation) => {
    const head = parties.get(relation.head)
    const tail = parties.get(relation.tail)
    return head && tail && head.actor !== tail.actor ? [{ relation, head, tail }] : []
  })
  const first = await work.keys('relation', stated.length)
  const rows: RelationRow[] = []
  for (const [i, { relation, head, tail }] of stated.entries()) {
    const swap = relation.type === 'allied_with' && head.actor > tail.actor
    const ends = swap ? [tail, head] : [head, tail]
    const tie = await tieOf(work, relation.type, ends[0] ?? head, ends[1] ?? tail)
    const said = statements.find((s) => relation.saidBy.includes(s.local))
    const { start, end } = relation.evidence
    rows.push({
      key: first + i,
      id: idOf('k', article.public_id, relation.type, start, end, head.name, tail.name),
      article: article.id,
      reading: readingKey,
      local: relation.id,
      tie,
      start,
      end,
      hedged: relation.hedged ? 1 : 0,
      said_by: relation.saidBy.join(' '),
      speaker: said?.speaker ?? null,
      confidence: relation.confidence,
      day: article.published ?? '',
      ...bornIn(work),
    })
  }
  return rows
}

type End = { readonly actor: number; readonly country: string | null }

/** The tie of a type between two actors, made where there is none yet. */
export async function tieOf(work: Work, type: string, head: End, tail: End): Promise<number> {
  const { tx, rev } = work
  const known = await tx
    .selectFrom('tie')
    .select('id')
    .where('type', '=', type)
    .where('head', '=', head.actor)
    .where('tail', '=', tail.actor)
    .executeTakeFirst()
  if (known) return known.id
  const id = await work.keys('tie', 1)
  await tx.insertInto('tie').values({ id, type, head: head.actor, tail: tail.actor, rev }).execute()
  const parties = new Set([head.actor, tail.actor, head.country, tail.country].filter((p) => p !== null).map(String))
  await insertAll(
    tx,
    'tie_party',
    [...parties].map((party): Tables['tie_party'] => ({ party, tie: id })),
  )
  return id
}
