import type { DyadAnswer } from '../../../record/index.ts'
import type { Axis } from './broken-days.ts'

type Mark = NonNullable<DyadAnswer['timeline']>['marks'][number]

/** The four lanes from the top: words and deeds of the one, then deeds and words of the other; deeds face each other across the axis. */
const LANES = ['a-words', 'a-deeds', 'b-deeds', 'b-words'] as const
type LaneName = (typeof LANES)[number]

/** A mark in its place. An exchange both ways is placed twice, once in each half. */
export type Placed = {
  readonly mark: Mark
  readonly lane: LaneName
  readonly x: number
  readonly y: number
  readonly r: number
}
export type Lane = { readonly name: LaneName; readonly top: number; readonly bottom: number }
type Rest = { readonly lane: LaneName; readonly x: number; readonly y: number; readonly n: number }
type Layout = {
  readonly lanes: readonly Lane[]
  readonly placed: readonly Placed[]
  /** Where a day has more than there is room for: how many are not drawn. */
  readonly rest: readonly Rest[]
  readonly axisTop: number
  readonly axisBottom: number
  readonly height: number
}

const DAY = 86_400_000
const ROWS = 9
const GAP = 2

/** Where every mark stands: in its day, stacked from the axis outward, what has most independent origins nearest to it. */
export function layLanes(
  marks: readonly Mark[],
  axis: Axis,
  {
    top,
    axisHeight,
    laneGap,
    room,
    largest,
  }: { top: number; axisHeight: number; laneGap: number; room: number; largest: number },
): Layout {
  const most = Math.max(3.5, Math.min(largest, axis.dayWidth * 0.46))
  const radius = (origins: number): number => {
    const least = Math.min(4.2, most * 0.62)
    return least + (most - least) * Math.sqrt((Math.min(Math.max(origins, 1), 16) - 1) / 15)
  }
  // Days too narrow for a mark are put together, as many as one mark needs.
  const together = Math.max(1, Math.ceil((2 * most + GAP) / axis.dayWidth))
  const stacks = LANES.map((name) => stacksOf(marksIn(marks, name), axis, together, radius))
  const heights = stacks.map((own) => room + Math.max(26, ...own.map((s) => s.height + 12)))
  let y = top
  const lanes = LANES.map((name, i): Lane => {
    if (i === 2) y += axisHeight
    else if (i > 0) y += laneGap
    const lane = { name, top: y, bottom: y + (heights[i] ?? 0) }
    y = lane.bottom
    return lane
  })
  const placed: Placed[] = []
  const rest: Rest[] = []
  for (const [i, lane] of lanes.entries())
    for (const stack of stacks[i] ?? []) {
      const up = i < 2
      const base = up ? lane.bottom - 4 : lane.top + 4
      const level = (away: number): number => (up ? base - away : base + away)
      for (const { mark, dx, away, r } of stack.marks)
        placed.push({ mark, lane: lane.name, x: stack.x + dx, y: level(away), r })
      if (stack.left > 0) rest.push({ lane: lane.name, x: stack.x, y: level(stack.height + 4), n: stack.left })
    }
  return { lanes, placed, rest, axisTop: lanes[1]?.bottom ?? 0, axisBottom: lanes[2]?.top ?? 0, height: y }
}

function marksIn(marks: readonly Mark[], lane: LaneName): Mark[] {
  const away = lane.startsWith('a') ? 'from' : 'to'
  const words = lane.endsWith('words')
  return marks.filter((m) => m.direction !== away && (m.quadClass % 2 === 1) === words)
}

type Stack = {
  readonly x: number
  readonly height: number
  readonly left: number
  readonly marks: readonly { readonly mark: Mark; readonly dx: number; readonly away: number; readonly r: number }[]
}

function stacksOf(marks: readonly Mark[], axis: Axis, together: number, radius: (origins: number) => number): Stack[] {
  const days = new Map<number, Mark[]>()
  for (const mark of marks) {
    const slot = Math.floor(Date.parse(mark.day) / DAY / together)
    days.set(slot, [...(days.get(slot) ?? []), mark])
  }
  const room = Math.max(axis.dayWidth * together, 8) - GAP
  return [...days.values()].map((own) => {
    const sorted = [...own].sort((a, b) => b.origins - a.origins || b.reports - a.reports || (a.id < b.id ? -1 : 1))
    return stackOf(sorted, middleOf(own, axis), room, radius)
  })
}

function middleOf(marks: readonly Mark[], axis: Axis): number {
  const xs = marks.map((m) => axis.at(m.day))
  return (Math.min(...xs) + Math.max(...xs)) / 2
}

/** Marks in rows, each row as full as the room lets it be. */
function stackOf(marks: readonly Mark[], x: number, room: number, radius: (origins: number) => number): Stack {
  const rows: { mark: Mark; r: number }[][] = []
  let width = Number.POSITIVE_INFINITY
  for (const mark of marks) {
    const r = radius(mark.origins)
    if (width + 2 * r + GAP > room) {
      rows.push([])
      width = 0
    }
    width += 2 * r + GAP
    rows.at(-1)?.push({ mark, r })
  }
  let height = 0
  const placed = rows.slice(0, ROWS).flatMap((row) => {
    const tallest = Math.max(...row.map(({ r }) => r))
    const away = height + tallest
    height = away + tallest + GAP
    let dx = -row.reduce((sum, { r }) => sum + 2 * r + GAP, -GAP) / 2
    return row.map(({ mark, r }) => {
      dx += r
      const own = { mark, dx, away, r }
      dx += r + GAP
      return own
    })
  })
  return { x, height, left: rows.slice(ROWS).flat().length, marks: placed }
}
