import type { OriginTree } from '../../../record/index.ts'
import { channelInWords } from '../parts/channels.ts'

type Way = OriginTree['ways'][number]

/** A channel of an origin with the outlets that carried it. */
export type Branch = { readonly channel: string; readonly ways: readonly Way[] }
export type Trunk = {
  readonly name: string
  readonly kind: OriginTree['kind']
  readonly reports: number
  readonly branches: readonly Branch[]
}

/** The tree as it is drawn: origins that do not fit are counted, never dropped without a word. */
export type Drawn = { readonly trunks: readonly Trunk[]; readonly left: { origins: number; reports: number } }

/** The first origins whose ways fit into `rows` rows, each with its ways by channel; one at least. */
export function trunksOf(origins: readonly OriginTree[], rows: number): Drawn {
  const trunks: Trunk[] = []
  let used = 0
  for (const origin of origins) {
    if (trunks.length > 0 && used + origin.ways.length > rows) break
    used += origin.ways.length
    trunks.push(trunkOf(origin))
  }
  const rest = origins.slice(trunks.length)
  return { trunks, left: { origins: rest.length, reports: rest.reduce((sum, o) => sum + o.reports, 0) } }
}

function trunkOf({ name, kind, reports, ways }: OriginTree): Trunk {
  const branches = new Map<string, Way[]>()
  for (const way of ways) branches.set(way.channel, [...(branches.get(way.channel) ?? []), way])
  return {
    name,
    kind,
    reports,
    branches: [...branches].map(([channel, own]) => ({ channel: channelInWords(channel), ways: own })),
  }
}

/** "and 6 reprints"; empty where there is none. */
export function reprintWords({ reprints }: Way): string {
  return reprints.length === 0
    ? ''
    : reprints.length === 1
      ? `and a reprint in ${reprints[0]}`
      : `and ${reprints.length} reprints`
}
