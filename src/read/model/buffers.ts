/** The numbers of one text, in rows of fixed width. */
export type Rows = {
  readonly tags: Float32Array
  readonly ends: Float32Array
  readonly links: Float32Array
  readonly status: Float32Array
}
export type RowName = keyof Rows
export const ROWS = ['tags', 'ends', 'links', 'status'] as const satisfies readonly RowName[]

/** Texts of more pieces get arrays of their own, which nobody keeps. */
const MOST = 4096
/** As many texts are in hand at one time: an article and a part of it that is looked at again. */
const KEPT = 2

/**
 * Arrays lent out text after text. Some megabytes for each article, made anew, would be swept up by the garbage collector every
 * second article, and with them the compiled code of whatever was not running just then.
 */
export function openBuffers(width: Readonly<Record<RowName, number>>): {
  lend(pieces: number): Rows
  giveBack(rows: Rows): void
} {
  const free: Rows[] = []
  const lent = new WeakMap<Float32Array, Rows>()
  const make = (pieces: number): Rows => ({
    tags: new Float32Array(pieces * width.tags),
    ends: new Float32Array(pieces * width.ends),
    links: new Float32Array(pieces * width.links),
    status: new Float32Array(pieces * width.status),
  })
  return {
    lend(pieces) {
      const i = free.findIndex((rows) => rows.tags.length >= pieces * width.tags)
      // Some room above what is wanted, so that the next text, a little longer, fits as well.
      const room =
        i >= 0 ? (free.splice(i, 1)[0] as Rows) : make(pieces > MOST ? pieces : Math.min(MOST, 256 + 2 * pieces))
      const view = {
        tags: room.tags.subarray(0, pieces * width.tags),
        ends: room.ends.subarray(0, pieces * width.ends),
        links: room.links.subarray(0, pieces * width.links),
        status: room.status.subarray(0, pieces * width.status),
      }
      lent.set(view.tags, room)
      return view
    },
    giveBack(rows) {
      const room = lent.get(rows.tags)
      if (!room || room.tags.length > MOST * width.tags) return
      lent.delete(rows.tags)
      free.push(room)
      // The largest are kept.
      free.sort((a, b) => a.tags.length - b.tags.length)
      if (free.length > KEPT) free.shift()
    },
  }
}
