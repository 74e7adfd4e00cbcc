import { html } from 'hono/html'
import type { NetworkAnswer, NetworkTie } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { calledThe } from '../parts/names.ts'
import { isLoose, TIE_WORDS } from '../parts/tie-line.ts'
import { dayInWords } from '../parts/words.ts'
import type { Html } from '../view.ts'
import { layNetwork, type Node } from './network-layout.ts'
import { type Box, claimed } from './room.ts'
import { textWidth } from './text.ts'

type Href = (path: string, changes?: Readonly<Record<string, string | number | undefined>>) => string
type Options = { readonly width: number; readonly href?: Href | undefined }

/** So many ties have room in a narrow picture. */
export const NARROW_TIES = 20

/** The kinds that say most come first where there is no room for all. */
const RANK = ['backs', 'opposes', 'allied_with', 'leads', 'speaks_for', 'member_of']

/** Who stands with, behind and against whom: an arrow a tie, dashed where all that say so hedge it or only claim it. */
export function drawNetwork(answer: NetworkAnswer & { readonly day: string | null }, { width, href }: Options): Html {
  const wide = width > 700
  const ties = (wide ? answer.ties : chosen(answer.ties)).filter((t) => t.head.id !== t.tail.id)
  if (ties.length === 0) return html``
  const id = `network-${width}`
  const legend = legendOf([...new Set(ties.map((t) => t.type))].sort(byRank), width)
  const plan = { width, height: wide ? Math.min(900, 320 + 9 * ties.length) : 300 + 15 * ties.length }
  const nodes = layNetwork(ties, plan)
  const ys = [...nodes.values()].map((n) => n.y)
  // Only as high as the actors need.
  const rise = Math.min(...ys) - 26
  const height = Math.max(...ys) + 62 - rise + legend.height
  const taken = [...nodes.values()].map(({ x, y, r }): Box => ({ x0: x - r, x1: x + r, y0: y - r, y1: y + r }))
  const names = [...nodes.values()].sort((a, b) => b.r - a.r).map((n) => nameOf(n, taken, width))
  const day = answer.day ?? answer.published.last
  return html`<svg class="drawing network" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="${href ? 'group' : 'img'}" aria-labelledby="${id}"><title id="${id}">Who stands with, behind and against whom${day ? `, as stated up to ${dayInWords(day)}` : ''}: ${counted(ties.length, 'tie')} between ${counted(nodes.size, 'actor')}</title>
${legend.drawn}
<g transform="translate(0,${legend.height - rise})">${ties.map((t, i) => edge(t, nodes, { bend: bendOf(ties, i), href }))}
${[...nodes.values()].map((n) => node(n, href))}
${names}</g>
</svg>`
}

function chosen(ties: readonly NetworkTie[]): NetworkTie[] {
  return [...ties].sort((a, b) => b.times - a.times || byRank(a.type, b.type)).slice(0, NARROW_TIES)
}

function byRank(a: string, b: string): number {
  return RANK.indexOf(a) - RANK.indexOf(b)
}

/** Ties between the same two bend apart. */
function bendOf(ties: readonly NetworkTie[], i: number): number {
  const pair = (t: NetworkTie | undefined): string => [t?.head.id, t?.tail.id].sort().join(' ')
  const own = ties.flatMap((t, j) => (pair(t) === pair(ties[i]) ? [j] : []))
  const side = own.indexOf(i) - (own.length - 1) / 2
  return ties[i] && ties[i].head.id > ties[i].tail.id ? -side : side
}

function edge(
  tie: NetworkTie,
  nodes: ReadonlyMap<string, Node>,
  { bend, href }: { bend: number; href: Href | undefined },
): Html {
  const [from, to] = [nodes.get(tie.head.id), nodes.get(tie.tail.id)]
  if (!from || !to) return html``
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const [nx, ny] = [-dy / length, dx / length]
  const [mx, my] = [(from.x + to.x) / 2 + nx * bend * 36, (from.y + to.y) / 2 + ny * bend * 36]
  const start = toward(from, { x: mx, y: my }, from.r + 2)
  const end = toward(to, { x: mx, y: my }, to.r + 3)
  const drawn = html`<g class="tie ${tie.type}${isLoose(tie) ? ' loose' : ''}"><title>${tieInWords(tie)}</title><path class="line" d="M${start.x},${start.y}Q${mx},${my} ${end.x},${end.y}"/>${headOf(tie.type, { x: mx, y: my }, end)}${tie.type === 'allied_with' ? headOf(tie.type, { x: mx, y: my }, start) : ''}</g>`
  const at = tie.evidence
  return href && at
    ? html`<a href="${href(`/article/${at.article}`, { at: at.start })}#at" tabindex="-1" aria-label="${tieInWords(tie)}">${drawn}</a>`
    : drawn
}

type Spot = { readonly x: number; readonly y: number }

function toward(from: Spot, to: Spot, far: number): Spot {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) / length) * far, y: from.y + ((to.y - from.y) / length) * far }
}

/** The end of an arrow by its kind: a bar against, an open ring for a voice, an open head for a part, else a filled head. */
function headOf(type: string, from: Spot, tip: Spot): Html {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length]
  const at = (back: number, side: number): string => `${tip.x - ux * back - uy * side},${tip.y - uy * back + ux * side}`
  if (type === 'opposes') return html`<path class="bar-end" d="M${at(0, -7)}L${at(0, 7)}"/>`
  if (type === 'speaks_for')
    return html`<circle class="head open" cx="${tip.x - ux * 4}" cy="${tip.y - uy * 4}" r="4"/>`
  return html`<path class="head${type === 'member_of' ? ' open' : ''}" d="M${at(0, 0)}L${at(9, -4.5)}L${at(9, 4.5)}Z"/>`
}

/** "Iran backs Kataib Hezbollah: 2 sentences in 2 outlets, all of them claims of Jonathan Hoffman". */
export function tieInWords(tie: NetworkTie): string {
  const { head, type, tail, times, outlets, hedged, claimed, claimedBy, conflicts } = tie
  const who = claimedBy.map((c) => calledThe(c.name)).join(', ')
  const share = (n: number): string => (n >= times ? (times === 1 ? 'it is' : 'all of them') : `${n} of them`)
  return [
    `${head.name} ${TIE_WORDS[type] ?? type} ${calledThe(tail.name)}: ${counted(times, 'sentence')} in ${counted(outlets, 'outlet')}`,
    claimed > 0 ? `${share(claimed)} ${claimed === 1 ? 'a claim' : 'claims'} of ${who || 'somebody'}` : '',
    hedged > 0 ? `${share(hedged)} hedged` : '',
    ...conflicts,
  ]
    .filter(Boolean)
    .join(', ')
}

function node({ actor, x, y, r }: Node, href: Href | undefined): Html {
  const shape = html`<g class="actor-node"><title>${actor.name}</title><circle cx="${x}" cy="${y}" r="${r}"/></g>`
  return href
    ? html`<a href="${href(`/actor/${actor.id}`)}" tabindex="-1" aria-label="${actor.name}">${shape}</a>`
    : shape
}

function nameOf({ x, y, r, lines }: Node, taken: Box[], most: number): Html {
  const width = Math.max(...lines.map((line) => textWidth(line)))
  const high = 13 * lines.length
  const below = { x0: x - width / 2, x1: x + width / 2, y0: y + r + 2, y1: y + r + 2 + high }
  const above = { ...below, y0: y - r - 2 - high, y1: y - r - 2 }
  const right = { x0: x + r + 4, x1: x + r + 4 + width, y0: y - high / 2, y1: y + high / 2 }
  const left = { ...right, x0: x - r - 4 - width, x1: x - r - 4 }
  const inside = [below, above, right, left].filter((b) => b.x0 >= 0 && b.x1 <= most)
  const at = claimed(inside, taken) ?? below
  const [anchor, tx] = at.x0 === right.x0 ? ['start', at.x0] : at.x0 === left.x0 ? ['end', at.x1] : ['middle', x]
  return html`<text class="name${r > 9 ? ' main' : ''}" text-anchor="${anchor}" x="${tx}" y="${at.y0 + 11}">${lines.map((line, i) => html`<tspan x="${tx}" dy="${i === 0 ? 0 : 13}">${line}</tspan>`)}</text>`
}

function legendOf(types: readonly string[], width: number): { readonly drawn: Html; readonly height: number } {
  let [x, y] = [0, 12]
  const items = [
    ...types.map((type) => [type, TIE_WORDS[type] ?? type, ''] as const),
    ['leads', 'only hedged or claimed', ' loose'] as const,
  ]
  const drawn = items.map(([type, words, loose]) => {
    const own = 44 + textWidth(words) + 16
    if (x + own > width) [x, y] = [0, y + 20]
    const at = x
    x += own
    return html`<g class="tie ${loose ? '' : type}${loose}"><path class="line" d="M${at},${y}H${at + 34}"/>${loose ? '' : headOf(type, { x: at, y }, { x: at + 36, y })}${type === 'allied_with' ? headOf(type, { x: at + 36, y }, { x: at, y }) : ''}</g><text x="${at + 42}" y="${y + 4}">${words}</text>`
  })
  return { drawn: html`${drawn}`, height: y + 18 }
}
