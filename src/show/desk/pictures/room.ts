/** A piece of a picture that words or marks have taken. */
export type Box = { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number }
type Point = readonly [x: number, y: number]

/** Room for words beside a curve that leaves and arrives upright; takes it. */
export function besideCurve([x1, y1]: Point, [x2, y2]: Point, width: number, taken: Box[]): Box | undefined {
  const bend = (y1 + y2) / 2
  const boxes = [0.5, 0.35, 0.65, 0.2, 0.8].flatMap((t) => {
    const [u, v] = [1 - t, t]
    const x = (u ** 3 + 3 * u * u * v) * x1 + (3 * u * v * v + v ** 3) * x2
    const y = u ** 3 * y1 + 3 * u * v * bend + v ** 3 * y2
    return [x + 5, x - width - 5].map((x0) => ({ x0, x1: x0 + width, y0: y - 6, y1: y + 6 }))
  })
  return claimed(boxes, taken)
}

/** The first of these places where nothing is yet; takes it. */
export function claimed(boxes: readonly Box[], taken: Box[]): Box | undefined {
  const free = boxes.find((b) => !taken.some((t) => t.x0 < b.x1 && t.x1 > b.x0 && t.y0 < b.y1 && t.y1 > b.y0))
  if (free) taken.push(free)
  return free
}
