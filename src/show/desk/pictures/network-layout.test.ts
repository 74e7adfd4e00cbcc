import { expect, test } from 'vitest'
import type { Named } from '../../../record/index.ts'
import { isLoose } from '../parts/tie-line.ts'
import { layNetwork } from './network-layout.ts'
import { textWidth } from './text.ts'

const actor = (id: string, country: string | null = null): Named => ({
  id,
  name: `The ${id} party`,
  country,
  sectors: [],
})
const tie = (head: string, tail: string) => ({
  head: actor(head, head.slice(0, 1)),
  tail: actor(tail, tail.slice(0, 1)),
})
const box = { width: 1160, height: 700 }
const days = [
  tie('a1', 'a2'),
  tie('a3', 'a2'),
  tie('b1', 'a2'),
  tie('b1', 'b2'),
  tie('c1', 'b2'),
  tie('c2', 'c1'),
  tie('d1', 'd2'),
]

const far = (p: { x: number; y: number } | undefined, q: { x: number; y: number } | undefined): number =>
  p && q ? Math.hypot(p.x - q.x, p.y - q.y) : Number.POSITIVE_INFINITY

test('the same ties are laid out the same, in whatever order they come', () => {
  expect([...layNetwork([...days].reverse(), box)]).toEqual([...layNetwork(days, box)])
})

test('a tie more on the next day leaves nearly everybody where they were', () => {
  const before = layNetwork(days, box)
  const after = layNetwork([...days, tie('e1', 'b1')], box)
  const moved = [...before.values()].map((n) => far(n, after.get(n.actor.id))).sort((a, b) => a - b)
  // Half of them move less than a tenth of the width.
  expect(moved[Math.floor(moved.length / 2)]).toBeLessThan(116)
})

test('nobody leaves the picture and no two circles meet', () => {
  const nodes = [...layNetwork(days, box).values()]
  for (const { x, y, r } of nodes) {
    expect(x).toBeGreaterThanOrEqual(r)
    expect(x).toBeLessThanOrEqual(box.width - r)
    expect(y).toBeGreaterThanOrEqual(r)
    expect(y).toBeLessThanOrEqual(box.height - r)
  }
  for (const n of nodes) for (const m of nodes) if (n !== m) expect(far(n, m)).toBeGreaterThan(n.r + m.r)
})

test('no name lies over another, however many stand around one', () => {
  const crowd = Array.from({ length: 14 }, (_, i) => tie(`member number ${i}`, 'middle of all'))
  const boxes = [...layNetwork(crowd, box).values()].map(({ x, y, r, lines }) => {
    const half = Math.max(...lines.map((line) => textWidth(line) / 2))
    return { x0: x - half, x1: x + half, y0: y - r, y1: y + r + 13 * lines.length }
  })
  for (const a of boxes)
    for (const b of boxes)
      if (a !== b)
        expect(Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) < 1 || Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) < 1).toBe(
          true,
        )
})

test('a tie is dashed where nobody states it plainly', () => {
  expect(isLoose({ times: 2, hedged: 1, claimed: 1 })).toBe(false)
  expect(isLoose({ times: 2, hedged: 2, claimed: 0 })).toBe(true)
  expect(isLoose({ times: 2, hedged: 0, claimed: 2 })).toBe(true)
})
