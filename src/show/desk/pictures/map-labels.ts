import { textWidth } from './text.ts'

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Label = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end' | 'middle'
}

const HEIGHT = 14

/** Keeps the places of labels: gives each the first free one beside its point, or none. */
export function labelKeeper(
  width: number,
  height: number,
): {
  readonly take: (box: Box) => void
  readonly beside: (text: string, at: { readonly x: number; readonly y: number; readonly r: number }) => Label | null
  readonly centred: (text: string, at: { readonly x: number; readonly y: number }) => Label | null
} {
  const taken: Box[] = []
  const free = (box: Box): boolean =>
    box.x >= 2 &&
    box.y >= 2 &&
    box.x + box.width <= width - 2 &&
    box.y + box.height <= height - 2 &&
    !taken.some((t) => touch(t, box))
  const first = (tries: readonly (Label & { readonly box: Box })[]): Label | null => {
    const found = tries.find((t) => free(t.box))
    if (!found) return null
    taken.push(found.box)
    const { text, x, y, anchor } = found
    return { text, x, y, anchor }
  }
  return {
    take: (box) => {
      taken.push(box)
    },
    beside: (text, { x, y, r }) => {
      const wide = textWidth(text)
      const at = (dx: number, dy: number, anchor: Label['anchor']) => {
        const left = anchor === 'start' ? x + dx : anchor === 'end' ? x + dx - wide : x + dx - wide / 2
        return { text, x: x + dx, y: y + dy, anchor, box: { x: left, y: y + dy - 11, width: wide, height: HEIGHT } }
      }
      const far = r + 4
      return first([
        at(far, 4, 'start'),
        at(-far, 4, 'end'),
        at(0, -far, 'middle'),
        at(0, far + 10, 'middle'),
        at(far * 0.8, -far * 0.7, 'start'),
        at(far * 0.8, far * 0.7 + 9, 'start'),
        at(-far * 0.8, -far * 0.7, 'end'),
        at(-far * 0.8, far * 0.7 + 9, 'end'),
      ])
    },
    centred: (text, { x, y }) => {
      const wide = textWidth(text)
      return first(
        [0, 16, -16, 32, -32, 48].map((dy) => ({
          text,
          x,
          y: y + dy + 4,
          anchor: 'middle' as const,
          box: { x: x - wide / 2, y: y + dy - 7, width: wide, height: HEIGHT },
        })),
      )
    },
  }
}

function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + 2 && b.x < a.x + a.width + 2 && a.y < b.y + b.height && b.y < a.y + a.height
}
