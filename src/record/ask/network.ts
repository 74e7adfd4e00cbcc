import { sql } from 'kysely'
import { ALL } from '../event-totals.ts'
import type { Db } from '../schema.ts'
import { findActor, type Named, nameActors, type Who } from './actors.ts'
import { type Paging, revisionAt } from './common.ts'
import { conflictsOf } from './relations.ts'
import type { Evidence } from './summaries.ts'
import { publishedSpan, tieSentences } from './tie-sentences.ts'
import { all, held } from './walk.ts'

export type NetworkQuery = Pick<Paging, 'asOf' | 'limit'> & {
  /** Only what was stated up to this day, included. */
  readonly day?: string | undefined
  readonly actor?: Who | undefined
  readonly type?: string | undefined
}
/** A tie between two actors as an edge of the network. */
export type NetworkTie = {
  readonly type: string
  readonly head: Named
  readonly tail: Named
  readonly times: number
  readonly outlets: number
  /** How many of these times with a hedge. */
  readonly hedged: number
  /** Who said so, those who said it most often first, three at most; nobody where only outlets did. */
  readonly claimedBy: readonly Named[]
  /** How many times it was somebody's claim. */
  readonly claimed: number
  readonly first: string | null
  readonly last: string | null
  /** Ties between the same two that cannot hold at once, in words. */
  readonly conflicts: readonly string[]
  /** The latest sentence that says so. */
  readonly evidence: Evidence | null
}
export type NetworkAnswer = {
  readonly ties: readonly NetworkTie[]
  readonly more: boolean
  /** The days of publication that the record spans. */
  readonly published: { readonly first: string | null; readonly last: string | null }
}

type Tie = {
  readonly id: number
  readonly type: string
  readonly head: number
  readonly tail: number
  /** 1 where both ends are known by a name, 0 where one is only described: "two policemen". */
  readonly named: number
}

/**
 * Who stands with, behind and against whom up to a day: ties between two who have a name before others, and the ties stated
 * most often first. They are ranked out of the four times as many that are stated most often over all.
 */
export async function listNetwork(db: Db, query: NetworkQuery): Promise<NetworkAnswer> {
  const rev = await revisionAt(db, query.asOf)
  const limit = Math.max(1, Math.min(500, query.limit ?? 100))
  const past = rev !== null || query.day !== undefined
  const likely = await candidates(db, query, rev, 4 * limit)
  const ties = past ? likely : likely.slice(0, limit + 1)
  const sums = await sumsOf(db, ties, query.day, rev)
  const ranked = ties
    .filter((tie) => sums.has(tie.id))
    .sort((a, b) => b.named - a.named || (sums.get(b.id)?.times ?? 0) - (sums.get(a.id)?.times ?? 0) || a.id - b.id)
  const told = ranked.slice(0, limit)
  const voices = await voicesOf(db, told, query.day, rev)
  const names = await nameActors(
    db,
    [...told.flatMap((t) => [t.head, t.tail]), ...[...voices.values()].flatMap((v) => v.speakers)],
    rev,
  )
  const conflicts = await conflictsOf(db, told, rev)
  const sentences = await tieSentences(
    db,
    told.map((t) => t.id),
    { day: query.day, rev },
  )
  return {
    ties: told.flatMap((tie): NetworkTie[] => {
      const [head, tail, sum, voice] = [names.get(tie.head), names.get(tie.tail), sums.get(tie.id), voices.get(tie.id)]
      if (!head || !tail || !sum) return []
      const claimedBy = (voice?.speakers ?? []).slice(0, 3).flatMap((speaker) => names.get(speaker) ?? [])
      return [
        {
          type: tie.type,
          head,
          tail,
          ...sum,
          outlets: voice?.outlets ?? 0,
          claimedBy,
          claimed: voice?.claimed ?? 0,
          conflicts: conflicts.get(tie.id) ?? [],
          evidence: sentences.get(tie.id) ?? null,
        },
      ]
    }),
    more: ranked.length > limit,
    published: await publishedSpan(db),
  }
}

async function candidates(db: Db, query: NetworkQuery, rev: number | null, most: number): Promise<Tie[]> {
  const keys = query.actor === undefined ? [ALL] : (await findActor(db, query.actor, rev)).keys
  const lists = await Promise.all(
    keys.map((party) => {
      let found = db
        .selectFrom('tie_party')
        .innerJoin('tie', 'tie.id', 'tie_party.tie')
        .innerJoin('actor as h', 'h.id', 'tie.head')
        .innerJoin('actor as t', 't.id', 'tie.tail')
        .select(['tie.id', 'tie.type', 'tie.head', 'tie.tail', 'tie_party.times'])
        .select((eb) => eb('h.named', '*', eb.ref('t.named')).as('named'))
        .where('tie_party.party', '=', party)
      if (rev === null) found = found.where('tie_party.times', '>', 0)
      if (query.type) found = found.where('tie.type', '=', query.type)
      return found.orderBy('tie_party.times', 'desc').orderBy('tie.id').limit(most).execute()
    }),
  )
  const seen = new Map(lists.flat().map((tie) => [tie.id, tie]))
  return [...seen.values()].sort((a, b) => b.named - a.named || b.times - a.times || a.id - b.id).slice(0, most)
}

type Sum = Pick<NetworkTie, 'times' | 'hedged' | 'first' | 'last'>

async function sumsOf(
  db: Db,
  ties: readonly Tie[],
  day: string | undefined,
  rev: number | null,
): Promise<Map<number, Sum>> {
  const found = new Map<number, Sum>()
  for (let at = 0; at < ties.length; at += 200) {
    const rows = sql<{ tie: number; times: number; hedged: number; first: string; last: string }>`
      select tie, count(*) as times, sum(hedged) as hedged, min(day) as first, max(day) as last from relation
      where ${among(ties.slice(at, at + 200), day, rev)} group by tie`
    for (const { tie, first, last, ...n } of (await rows.execute(db)).rows)
      found.set(tie, { times: Number(n.times), hedged: Number(n.hedged), first: first || null, last: last || null })
  }
  return found
}

function among(ties: readonly Tie[], day: string | undefined, rev: number | null) {
  const conditions = [sql`relation.tie in (${sql.join(ties.map((t) => t.id))})`, held('relation', rev)]
  if (day) conditions.push(sql`relation.day <= ${day}`)
  return all(conditions)
}

type Voices = { readonly outlets: number; readonly claimed: number; readonly speakers: readonly number[] }

async function voicesOf(
  db: Db,
  ties: readonly Tie[],
  day: string | undefined,
  rev: number | null,
): Promise<Map<number, Voices>> {
  if (ties.length === 0) return new Map()
  const rows = rev === null && day === undefined ? await countedVoices(db, ties) : await voicesIn(db, ties, day, rev)
  return new Map(
    ties.map(({ id }) => {
      const own = rows.filter((row) => row.tie === id).sort((a, b) => b.n - a.n || (a.voice < b.voice ? -1 : 1))
      const speakers = own.filter(({ voice }) => voice.startsWith('s:'))
      return [
        id,
        {
          outlets: own.length - speakers.length,
          claimed: speakers.reduce((sum, { n }) => sum + n, 0),
          speakers: speakers.slice(0, 3).map(({ voice }) => Number(voice.slice(2))),
        },
      ]
    }),
  )
}

type Voice = { readonly tie: number; readonly voice: string; readonly n: number }

async function countedVoices(db: Db, ties: readonly Tie[]): Promise<Voice[]> {
  return db
    .selectFrom('tie_voice')
    .selectAll()
    .where(
      'tie',
      'in',
      ties.map((t) => t.id),
    )
    .where('n', '>', 0)
    .execute()
}

async function voicesIn(db: Db, ties: readonly Tie[], day: string | undefined, rev: number | null): Promise<Voice[]> {
  const inside = among(ties, day, rev)
  const outlets = sql<Voice>`select tie, 'o:' || outlet_key as voice, count(*) as n from relation
    inner join article on article.id = relation.article where ${inside} group by tie, outlet_key`
  const speakers = sql<Voice>`select tie, 's:' || cast(speaker as text) as voice, count(*) as n from relation
    where speaker is not null and ${inside} group by tie, speaker`
  return [...(await outlets.execute(db)).rows, ...(await speakers.execute(db)).rows]
}
