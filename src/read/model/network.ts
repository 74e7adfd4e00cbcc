import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Range } from '../../codebook/index.ts'
import { Card, type ModelFiles, weightsOf } from './card.ts'
import { openPieces, type Piece, type Pieces } from './pieces.ts'
import { cutWindows } from './windows.ts'

/** What the network says of each piece of a text, in rows of fixed width. */
export type Scores = {
  readonly pieces: readonly Piece[]
  /** [pieces × tags], probabilities. */
  readonly tags: Float32Array
  /** [pieces × 2 × ends × endSize]: as a start, as an end. */
  readonly ends: Float32Array
  /** [pieces × 4 × linkSize]: first and last piece of the span that links, then of the span linked to. */
  readonly links: Float32Array
  /** [pieces × 2 × statusSize]: first and last piece of a trigger. */
  readonly status: Float32Array
}

type Heads = Readonly<Record<HeadName, Float32Array>>
const HEADS = [
  'distance',
  'link_out',
  'link_out_bias',
  'status_out',
  'status_out_bias',
  'mode_out',
  'mode_out_bias',
] as const
type HeadName = (typeof HEADS)[number]

export type Network = {
  readonly card: Card
  readonly heads: Heads
  readonly pieces: Pieces
  score(text: string, sentences: readonly Range[]): Promise<Scores>
  close(): Promise<void>
}

/** Open the network once; `threads` is what one reading may use. */
export async function openNetwork(files: ModelFiles, threads = 1): Promise<Network> {
  const card = Card.parse(files.card)
  const pieces = openPieces(files.vocabulary)
  const session = await InferenceSession.create(files.onnx, {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    // Windows differ in length: an arena would keep the largest buffers of each for ever.
    enableCpuMemArena: false,
    enableMemPattern: false,
  })
  const heads = Object.fromEntries(HEADS.map((n) => [n, weightsOf(files.heads, n)])) as Heads

  async function run(window: readonly Piece[]): Promise<Record<string, Float32Array>> {
    const n = window.length + 2
    const ids = new BigInt64Array(n)
    const cases = new BigInt64Array(n)
    ids[0] = BigInt(pieces.start)
    ids[n - 1] = BigInt(pieces.stop)
    for (const [i, p] of window.entries()) {
      ids[i + 1] = BigInt(p.id)
      cases[i + 1] = BigInt(p.case)
    }
    const shape = [1, n]
    const out = await session.run({
      ids: new Tensor('int64', ids, shape),
      cases: new Tensor('int64', cases, shape),
      mask: new Tensor('int64', new BigInt64Array(n).fill(1n), shape),
    })
    return Object.fromEntries(Object.entries(out).map(([k, v]) => [k, v.data as Float32Array]))
  }

  return {
    card,
    heads,
    pieces,
    async score(text, sentences) {
      const all = pieces.split(text)
      const width = {
        tags: card.tags.length,
        ends: 2 * card.ends.length * card.endSize,
        links: 4 * card.linkSize,
        status: 2 * card.statusSize,
      }
      const scores = {
        pieces: all,
        // What is left out is nothing at all: a logit of 0 would be an even chance.
        tags: new Float32Array(all.length * width.tags).fill(NOTHING),
        ends: new Float32Array(all.length * width.ends),
        links: new Float32Array(all.length * width.links),
        status: new Float32Array(all.length * width.status),
      }
      for (const w of cutWindows(all, sentences)) {
        if (!hasWords(text, all.slice(w.from, w.to))) continue
        const out = await run(all.slice(w.from, w.to))
        for (const name of ['tags', 'ends', 'links', 'status'] as const) {
          const size = width[name]
          const rows = out[name] as Float32Array
          scores[name].set(rows.subarray((w.own - w.from + 1) * size, (w.ownTo - w.from + 1) * size), w.own * size)
        }
      }
      for (let i = 0; i < scores.tags.length; i++) scores.tags[i] = 1 / (1 + Math.exp(-(scores.tags[i] as number)))
      return scores
    },
    close: () => session.release(),
  }
}

const NOTHING = -30

/** Whether a window is worth the network's time: pages of marks or of another script are not, and would cost most. */
function hasWords(text: string, window: readonly Piece[]): boolean {
  const words = window.filter((p) => p.case > 0 && /[A-Za-z\d]/.test(text[p.start] as string)).length
  return words >= 0.25 * window.length
}
