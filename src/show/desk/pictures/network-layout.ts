import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import type { Named, NetworkTie } from '../../../record/index.ts'
import { namesApart } from './network-names.ts'
import { textWidth, wrapped } from './text.ts'

/** An actor in its place, its name in lines. */
export type Node = {
  readonly actor: Named
  readonly x: number
  readonly y: number
  readonly r: number
  readonly lines: readonly string[]
}

const TICKS = 110
/** So many layouts are kept: going along the days, one comes to the same again and again. */
const KEPT = 200
const layouts = new Map<string, ReadonlyMap<string, Node>>()
const LINE_WIDTH = 104

/**
 * Where each actor of the network stands. An actor starts, and is drawn back to, a place that follows from its country and its
 * id alone, so that it stands nearly there on every other day too; nothing is left to chance.
 */
export function layNetwork(ties: readonly Ends[], box: Box): ReadonlyMap<string, Node> {
  const ends = ties.map(({ head, tail }) => `${head.id} ${head.name}>${tail.id} ${tail.name}`).sort()
  const key = [box.width, box.height, ...ends].join('\n')
  const known = layouts.get(key)
  if (known) return known
  const made = laid(ties, box)
  if (layouts.size >= KEPT) layouts.delete(layouts.keys().next().value ?? '')
  layouts.set(key, made)
  return made
}

type Ends = Pick<NetworkTie, 'head' | 'tail'>
type Box = { readonly width: number; readonly height: number }

function laid(ties: readonly Ends[], { width, height }: Box): ReadonlyMap<string, Node> {
  const degree = new Map<string, { actor: Named; ties: number }>()
  for (const { head, tail } of ties)
    for (const actor of [head, tail]) {
      const known = degree.get(actor.id)
      degree.set(actor.id, { actor, ties: (known?.ties ?? 0) + 1 })
    }
  const nodes = [...degree.values()]
    .sort((a, b) => (a.actor.id < b.actor.id ? -1 : 1))
    .map((n) => bodyOf(n, { width, height }))
  const links = ties
    .map(({ head, tail }) => ({ source: head.id, target: tail.id }))
    .sort((a, b) => (`${a.source} ${a.target}` < `${b.source} ${b.target}` ? -1 : 1))
  const room = Math.sqrt((width * height) / Math.max(nodes.length, 1))
  const moved = forceSimulation(nodes)
    .randomSource(() => 0.5)
    .alphaDecay(1 - 0.001 ** (1 / TICKS))
    .force(
      'tie',
      forceLink<Body, { source: string; target: string }>(links)
        .id((n) => n.actor.id)
        .distance(room * 0.7)
        .strength(0.6),
    )
    .force(
      'apart',
      forceManyBody<Body>()
        .strength(-room * 3.2)
        .distanceMax(room * 4),
    )
    .force('homeX', forceX<Body>((n) => n.homeX).strength(0.07))
    .force('homeY', forceY<Body>((n) => n.homeY).strength(0.07 * Math.max(1, width / height)))
    .force(
      'room',
      forceCollide<Body>((n) => n.wide)
        .strength(0.9)
        .iterations(2),
    )
    .stop()
  for (let i = 0; i < TICKS; i += 1) {
    moved.tick()
    for (const n of nodes) {
      n.x = within(n.x ?? 0, n.half + 2, width - n.half - 2)
      n.y = within(n.y ?? 0, n.r + 6, height - n.r - 16 * n.lines.length)
    }
  }
  namesApart(nodes, { width, height })
  return new Map(nodes.map(({ actor, x = 0, y = 0, r, lines }) => [actor.id, { actor, x, y, r, lines }]))
}

type Body = SimulationNodeDatum & {
  readonly actor: Named
  readonly r: number
  readonly lines: readonly string[]
  /** Half the width of the name. */
  readonly half: number
  /** How much room it wants around it. */
  readonly wide: number
  readonly homeX: number
  readonly homeY: number
}

function bodyOf(
  { actor, ties }: { readonly actor: Named; readonly ties: number },
  box: { width: number; height: number },
): Body {
  const r = Math.min(16, 4 + 2.2 * Math.sqrt(ties))
  const lines = wrapped(actor.name, { width: box.width > 700 ? LINE_WIDTH : 84, lines: 3, size: 12 })
  const half = Math.max(r, ...lines.map((line) => textWidth(line) / 2))
  const [x, y] = homeOf(actor, box)
  return { actor, r, lines, half, wide: Math.max(r + 10, half * 0.72 + 4), homeX: x, homeY: y, x, y }
}

/** A country's people stand around one place, each a little off it by its own id. */
function homeOf(actor: Named, { width, height }: { width: number; height: number }): [x: number, y: number] {
  const seed = actor.country ?? actor.id
  const angle = 2 * Math.PI * fraction(`angle ${seed}`)
  const away = 0.18 + 0.2 * fraction(`away ${seed}`)
  const own = 2 * Math.PI * fraction(`own ${actor.id}`)
  return [
    width * (0.5 + away * Math.cos(angle) + 0.09 * Math.cos(own)),
    height * (0.5 + away * Math.sin(angle) + 0.09 * Math.sin(own)),
  ]
}

/** A number from 0 to 1 that follows from a text (FNV-1a, its bits mixed once more). */
function fraction(text: string): number {
  let hash = 2_166_136_261
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507)
  hash ^= hash >>> 13
  return (hash >>> 0) / 4_294_967_296
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
