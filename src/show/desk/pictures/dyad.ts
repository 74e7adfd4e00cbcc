import { html } from 'hono/html'
import type { DyadAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { markShape } from '../parts/marks.ts'
import { calledThe } from '../parts/names.ts'
import { dayInWords, deedInWords, NOUNS } from '../parts/words.ts'
import type { Html } from '../view.ts'
import { type Axis, brokenDays, stretchInWords } from './broken-days.ts'
import { type Lane, layLanes, type Placed } from './dyad-lanes.ts'
import { type Box, besideCurve, claimed } from './room.ts'
import { textWidth } from './text.ts'

type Timeline = NonNullable<DyadAnswer['timeline']>
type Options = { readonly width: number; readonly href?: ((path: string) => string) | undefined }

/** Two parties facing each other across an axis of days: words outside and open, deeds inside and filled. */
export function drawDyad(answer: DyadAnswer, { width, href }: Options): Html {
  const { timeline, parties } = answer
  const [a, b] = [parties[0].name, parties[1].name]
  const id = `dyad-${width}`
  const [first, last] = [timeline?.marks[0]?.day, timeline?.marks.at(-1)?.day]
  if (!timeline || !first || !last) return html``
  const wide = width > 700
  const left = wide ? Math.min(190, Math.max(textWidth(`${a} does`), textWidth(`${b} does`)) + 18) : 8
  const axis = brokenDays(
    { first, last, silences: timeline.silences },
    { left, right: width - 8, breakWidth: wide ? 72 : 44 },
  )
  const layout = layLanes(timeline.marks, axis, {
    top: wide ? 8 : 24,
    axisHeight: 40,
    laneGap: wide ? 6 : 14,
    room: wide ? 4 : 18,
    largest: 12,
  })
  const height = layout.height + (axis.gaps.length > 0 ? 24 : 8)
  const taken = layout.placed.map((p): Box => ({ x0: p.x - p.r, x1: p.x + p.r, y0: p.y - p.r, y1: p.y + p.r }))
  return html`<svg class="drawing dyad" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="${href ? 'group' : 'img'}" aria-labelledby="${id}"><title id="${id}">What ${calledThe(a)} and ${calledThe(b)} did and said to each other, ${dayInWords(first)} to ${dayInWords(last)}: ${counted(timeline.marks.length, 'exchange')}</title>
${axis.gaps.map((gap) => gapShade(gap, layout, width))}
${axisLines(axis, layout, { left, right: width - 8 })}
${layout.lanes.map((lane) => laneName(lane, lane.name.startsWith('a') ? a : b, { left, wide }))}
${arcs(timeline, layout.placed, taken)}
${layout.placed.map((p) => mark(p, axis, { a, b, href }))}
${layout.rest.map((r) => html`<text class="quiet-text" x="${r.x}" y="${r.y}" text-anchor="middle">+${r.n}</text>`)}
${wide ? markNames(layout.placed, timeline, { width, taken }) : ''}
</svg>`
}

type Height = {
  readonly axisTop: number
  readonly axisBottom: number
  readonly height: number
  readonly lanes: readonly Lane[]
}

function gapShade(gap: Axis['gaps'][number], { lanes, height, axisTop, axisBottom }: Height, width: number): Html {
  const top = (lanes[0]?.top ?? 0) - 4
  const [x, w] = [gap.left, gap.right - gap.left]
  const words = `${stretchInWords(gap.days)} of silence`
  const half = textWidth(words) / 2
  const middle = x + w / 2
  const y = (axisTop + axisBottom) / 2
  const slash = (dx: number): Html => html`<path class="axis" d="M${middle + dx - 4},${y + 7}l8,-14"/>`
  return html`<rect class="silence" x="${x}" y="${top}" width="${w}" height="${height + 4 - top}"/>
<text class="quiet-text" x="${Math.max(half + 2, Math.min(width - half - 2, middle))}" y="${height + 18}" text-anchor="middle">${words}</text>${gap.broken ? html`${slash(-3)}${slash(3)}` : ''}`
}

function axisLines(
  axis: Axis,
  { axisTop, axisBottom }: Height,
  { left, right }: { left: number; right: number },
): Html {
  const middle = (axisTop + axisBottom) / 2
  const stops = [
    left,
    ...axis.gaps.filter((g) => g.broken).flatMap((g) => [(g.left + g.right) / 2 - 6, (g.left + g.right) / 2 + 6]),
    right,
  ]
  const pieces = stops.flatMap((from, i) =>
    i % 2 === 0 ? [`M${from},${axisTop}H${stops[i + 1]}M${from},${axisBottom}H${stops[i + 1]}`] : [],
  )
  return html`<path class="axis" d="${pieces.join('')}"/>
${axis.ticks.map((t) => html`<path class="axis" d="M${t.x},${axisTop}v4M${t.x},${axisBottom}v-4"/><text x="${Math.max(20, Math.min(right - 12, t.x))}" y="${t.year ? middle - 1 : middle + 4}" text-anchor="middle">${t.words}${t.year ? html`<tspan class="quiet-text" x="${Math.max(20, Math.min(right - 12, t.x))}" dy="13">${t.year}</tspan>` : ''}</text>`)}`
}

function laneName(lane: Lane, name: string, { left, wide }: { left: number; wide: boolean }): Html {
  const does = lane.name.endsWith('words') ? 'says' : 'does'
  const up = lane.name.startsWith('a')
  return wide
    ? html`<text class="lane" x="${left - 14}" y="${up ? lane.bottom - 6 : lane.top + 14}" text-anchor="end">${name} <tspan class="quiet-text">${does}</tspan></text>`
    : html`<text class="lane" x="8" y="${up ? lane.top + 12 : lane.bottom - 4}">${name} <tspan class="quiet-text">${does}</tspan></text>`
}

function mark(
  { mark: m, x, y, r }: Placed,
  axis: Axis,
  { a, b, href }: { a: string; b: string; href: Options['href'] },
): Html {
  const [who, whom] = m.direction === 'from' ? [b, a] : [a, b]
  const words = `${m.direction === 'both' ? `${a} and ${b}, each way: ` : `${who} `}${deedInWords(m.type, true)}${m.direction === 'both' ? '' : ` ${whom}`}, ${dayInWords(m.day)}${m.last > m.day ? ` or later, up to ${dayInWords(m.last)}` : ''}${m.status === 'happened' ? '' : `, ${m.status}`}, ${counted(m.origins, 'independent origin')}, ${counted(m.reports, 'report')}`
  const stretch = m.last > m.day ? html`<path class="stretch" d="M${x},${y}H${axis.start(m.last)}"/>` : ''
  const strike = m.status === 'denied' ? html`<path class="strike" d="M${x - r - 3},${y}h${2 * r + 6}"/>` : ''
  const shape = html`<g class="point status-${m.status}"><title>${words}</title>${stretch}${markShape(m.quadClass, x, y, r)}${strike}</g>`
  return href ? html`<a href="${href(`/event/${m.id}`)}" tabindex="-1" aria-label="${words}">${shape}</a>` : shape
}

/** A thin line from a threat or promise to the deed that carried it out, with the days between where there is room for them. */
function arcs({ carriedOut }: Timeline, placed: readonly Placed[], taken: Box[]): Html {
  return html`${carriedOut.map((c) => {
    const from = placed.find((p) => p.mark.id === c.words && p.lane.endsWith('words') && p.lane.startsWith(sideOf(p)))
    const to = from && placed.find((p) => p.mark.id === c.deed && p.lane === from.lane.replace('words', 'deeds'))
    if (!from || !to) return ''
    const up = from.lane.startsWith('a') ? 1 : -1
    const [y1, y2] = [from.y + up * from.r, to.y - up * to.r]
    const bend = (y1 + y2) / 2
    const words = c.days === 0 ? 'the same day' : counted(c.days, 'day')
    const at = besideCurve([from.x, y1], [to.x, y2], textWidth(words), taken)
    return html`<g class="arc${c.sure === 'weak' ? ' weak' : ''}"><title>A ${c.said}, carried out ${c.days === 0 ? 'the same day' : `${counted(c.days, 'day')} later`}${c.sure === 'weak' ? ' (a weak pairing)' : ''}</title><path d="M${from.x},${y1}C${from.x},${bend} ${to.x},${bend} ${to.x},${y2}"/>${at ? html`<text x="${at.x0}" y="${at.y1 - 2}">${words}</text>` : ''}</g>`
  })}`
}

function sideOf({ mark: m }: Placed): 'a' | 'b' {
  return m.direction === 'from' ? 'b' : 'a'
}

const NAMED = 7

/** The best-backed marks by name, where there is room beside them. */
function markNames(
  placed: readonly Placed[],
  { carriedOut }: Timeline,
  { width, taken }: { width: number; taken: Box[] },
): Html {
  const arced = carriedOut.flatMap((c) => [c.words])
  const wanted = [...placed]
    .filter((p) => p.mark.origins >= 2 || arced.includes(p.mark.id))
    .sort((x, y) => y.mark.origins - x.mark.origins)
    .slice(0, NAMED)
  return html`${wanted.map((p) => {
    const words = NOUNS[p.mark.type] ?? p.mark.type
    const away = p.r + (p.mark.status === 'denied' ? 7 : 4)
    const boxes = [p.x + away, p.x - away - textWidth(words)].map((x0) => ({
      x0,
      x1: x0 + textWidth(words),
      y0: p.y - 6,
      y1: p.y + 6,
    }))
    const at = claimed(
      boxes.filter((b) => b.x1 <= width),
      taken,
    )
    return at ? html`<text class="name" x="${at.x0}" y="${p.y + 4}">${words}</text>` : ''
  })}`
}
