import type { OriginTree } from '../../../record/index.ts'
import { channelInWords } from '../parts/channels.ts'
import { textWidth } from './text.ts'

type Way = OriginTree['ways'][number]

/** A channel of an origin with the outlets that carried it. */
type Branch = { readonly channel: string; readonly ways: readonly Way[] }
export type Trunk = {
  readonly name: string
  readonly kind: OriginTree['kind']
  readonly counts: OriginTree['counts']
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

function trunkOf({ name, kind, counts, reports, ways }: OriginTree): Trunk {
  const branches = new Map<string, Way[]>()
  for (const way of ways) branches.set(way.channel, [...(branches.get(way.channel) ?? []), way])
  return {
    name,
    kind,
    counts,
    reports,
    branches: [...branches].map(([channel, own]) => ({ channel: channelInWords(channel), ways: own })),
  }
}

/** "and 6 reprints", "and a reprint in The Harbour Post" where there is room for its name; empty where there is none. */
export function reprintWords({ reprints }: Way, room = Number.POSITIVE_INFINITY): string {
  if (reprints.length === 0) return ''
  if (reprints.length > 1) return `and ${reprints.length} reprints`
  const named = `and a reprint in ${reprints[0]}`
  return textWidth(named) <= room ? named : 'and a reprint'
}

/** Whether this origin is the first that is not counted as independent, so that a line may be drawn before it. */
export function firstUncounted({ trunks }: Drawn, i: number): boolean {
  const not = (trunk: Trunk | undefined) => trunk?.counts === 'no' || trunk?.counts === 'with its government'
  return not(trunks[i]) && !not(trunks[i - 1])
}

/** What is said over those who tell of an event and are no independent origin of it. */
export const UNCOUNTED = [
  'Not counted as independent, for they speak for a government that is counted,',
  'name their source beside their own words, or look back days later:',
] as const
