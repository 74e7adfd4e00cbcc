import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { held } from './walk.ts'

/** Through which channels an actor speaks: of its latest statements so many by each; `looked` says how many were looked at. */
export type Speech = {
  readonly looked: number
  readonly channels: readonly { readonly channel: string; readonly n: number }[]
}

const LOOKED_AT = 500

/** Count the channels of an actor's latest statements, by the keys under which the record files it. */
export async function speechOf(db: Db, keys: readonly string[], rev: number | null): Promise<Speech> {
  const counts = new Map<string, number>()
  for (const key of keys) {
    const whose = /^\d+$/.test(key) ? sql`speaker = ${Number(key)}` : sql`speaker_country = ${key}`
    const latest = sql`select channel from statement where ${whose} and ${held('statement', rev)} order by day desc, key desc limit ${LOOKED_AT}`
    const rows = sql<{
      channel: string
      n: number
    }>`select channel, count(*) as n from (${latest}) latest group by channel`
    for (const { channel, n } of (await rows.execute(db)).rows)
      counts.set(channel, (counts.get(channel) ?? 0) + Number(n))
  }
  const channels = [...counts].map(([channel, n]) => ({ channel, n })).sort((a, b) => b.n - a.n)
  return { looked: channels.reduce((sum, { n }) => sum + n, 0), channels }
}
