import { idOf } from './ids.ts'
import type { RelationRow, StatementRow, Tables, Tx } from './schema.ts'
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
  // The party '' stands for anybody: the ties of the whole record in the order of how often they were stated.
  const parties = new Set(
    ['', head.actor, tail.actor, head.country, tail.country].filter((p) => p !== null).map(String),
  )
  await insertAll(
    tx,
    'tie_party',
    [...parties].map((party): Tables['tie_party'] => ({ party, tie: id, times: 0 })),
  )
  return id
}

/** Count statements of ties in (1) or out (-1): how often each was stated, in which outlet, and who said so. */
export async function countTies(
  { tx }: Pick<Work, 'tx'>,
  outlet: string,
  relations: readonly Pick<RelationRow, 'tie' | 'speaker'>[],
  n: 1 | -1,
): Promise<void> {
  const times = new Map<number, number>()
  const voices = new Map<string, number>()
  const add = (tie: number, voice: string) => voices.set(`${tie} ${voice}`, (voices.get(`${tie} ${voice}`) ?? 0) + n)
  for (const { tie, speaker } of relations) {
    times.set(tie, (times.get(tie) ?? 0) + n)
    add(tie, `o:${outlet}`)
    if (speaker !== null) add(tie, `s:${speaker}`)
  }
  for (const [tie, by] of times)
    await tx
      .updateTable('tie_party')
      .set((eb) => ({ times: eb('times', '+', by) }))
      .where('tie', '=', tie)
      .execute()
  const rows = [...voices].map(([key, by]): Tables['tie_voice'] => {
    const [tie = '', ...voice] = key.split(' ')
    return { tie: Number(tie), voice: voice.join(' '), n: by }
  })
  for (let at = 0; at < rows.length; at += 25)
    await tx
      .insertInto('tie_voice')
      .values(rows.slice(at, at + 25))
      .onConflict((conflict) =>
        conflict.columns(['tie', 'voice']).doUpdateSet((eb) => ({ n: eb('tie_voice.n', '+', eb.ref('excluded.n')) })),
      )
      .execute()
}

/** The ties whose statements a revision changed. */
export async function tiesChangedBy({ tx, rev }: Work): Promise<number[]> {
  const rows = await tx
    .selectFrom('relation')
    .select('tie')
    .distinct()
    .where((eb) => eb.or([eb('rev_from', '=', rev), eb('rev_until', '=', rev)]))
    .execute()
  return rows.map((row) => row.tie)
}

/** Count the statements of ties anew. */
export async function recountTies(tx: Tx, ties: readonly number[]): Promise<void> {
  if (ties.length === 0) return
  await tx.updateTable('tie_party').set({ times: 0 }).where('tie', 'in', ties).execute()
  await tx.deleteFrom('tie_voice').where('tie', 'in', ties).execute()
  const rows = await tx
    .selectFrom('relation')
    .innerJoin('article', 'article.id', 'relation.article')
    .select(['tie', 'speaker', 'outlet_key'])
    .where('tie', 'in', ties)
    .where('rev_until', 'is', null)
    .execute()
  for (const { outlet_key, ...relation } of rows) await countTies({ tx }, outlet_key, [relation], 1)
}
