import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Range } from '../../codebook/index.ts'
import { openBuffers, ROWS, type Rows } from './buffers.ts'
import { Card, type ModelFiles, weightsOf } from './card.ts'
import { openPieces, type Piece, type Pieces } from './pieces.ts'
import { cutWindows, SIZE } from './windows.ts'

/**
 * What the network says of each piece of a text, in rows of fixed width: tags as probabilities, `ends` as a start and as an end, `links` as
 * first and last piece of the span that links and of the one linked to, `status` as first and last piece of a trigger.
 */
export type Scores = Rows & { readonly pieces: readonly Piece[] }

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
  /** The scores are not looked at any more: their room is used for the next text. */
  giveBack(scores: Scores): void
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
    // The graph was finished at export (training/): more here would fuse sum and norm, which is slower on a CPU.
    graphOptimizationLevel: 'basic',
    logSeverityLevel: 3,
    // Windows differ in length: an arena would keep the largest buffers of each for ever.
    enableCpuMemArena: false,
    enableMemPattern: false,
  })
  const heads = Object.fromEntries(HEADS.map((n) => [n, weightsOf(files.heads, n)])) as Heads

  const width = {
    tags: card.tags.length,
    ends: 2 * card.ends.length * card.endSize,
    links: 4 * card.linkSize,
    status: 2 * card.statusSize,
  }
  const buffers = openBuffers(width)
  const run = openRun(session, pieces, width)

  return {
    card,
    heads,
    pieces,
    async score(text, sentences) {
      const all = pieces.split(text)
      const scores = { pieces: all, ...buffers.lend(all.length) }
      for (const w of cutWindows(text, all, sentences)) {
        const window = all.slice(w.from, w.to)
        if (hasWords(text, window)) await run(window, w.from, scores)
        // What is left out is nothing at all: a logit of 0 would be an even chance.
        else
          for (const name of ROWS)
            scores[name].fill(name === 'tags' ? NOTHING : 0, w.from * width[name], w.to * width[name])
      }
      const { tags } = scores
      for (let i = 0; i < tags.length; i++) tags[i] = 1 / (1 + Math.exp(-(tags[i] as number)))
      return scores
    },
    giveBack: (scores) => buffers.giveBack(scores),
    close: () => session.release(),
  }
}

type Run = (window: readonly Piece[], at: number, scores: Rows) => Promise<void>

/** Runs the graph over a window and copies the rows of its pieces into the scores, from row `at` on. One window at a time: all share one set of arrays. */
function openRun(session: InferenceSession, pieces: Pieces, width: Readonly<Record<keyof Rows, number>>): Run {
  const most = SIZE + 2
  const [ids, cases] = [new BigInt64Array(most), new BigInt64Array(most)]
  const mask = new BigInt64Array(most).fill(1n)
  const out: Rows = {
    tags: new Float32Array(most * width.tags),
    ends: new Float32Array(most * width.ends),
    links: new Float32Array(most * width.links),
    status: new Float32Array(most * width.status),
  }
  let last: Promise<unknown> = Promise.resolve()

  async function runAlone(...[window, at, scores]: Parameters<Run>): Promise<void> {
    const n = window.length + 2
    ids[0] = BigInt(pieces.start)
    cases[0] = 0n
    for (const [i, p] of window.entries()) {
      ids[i + 1] = BigInt(p.id)
      cases[i + 1] = BigInt(p.case)
    }
    ids[n - 1] = BigInt(pieces.stop)
    cases[n - 1] = 0n
    const whole = (array: BigInt64Array): Tensor => new Tensor('int64', array.subarray(0, n), [1, n])
    const room = (name: keyof Rows): Tensor =>
      new Tensor('float32', out[name].subarray(0, n * width[name]), [1, n, width[name]])
    await session.run(
      { ids: whole(ids), cases: whole(cases), mask: whole(mask) },
      { tags: room('tags'), ends: room('ends'), links: room('links'), status: room('status') },
    )
    for (const name of ROWS) {
      const size = width[name]
      scores[name].set(out[name].subarray(size, (window.length + 1) * size), at * size)
    }
  }

  return (...window) => {
    const mine = last.then(() => runAlone(...window))
    last = mine.catch(() => {})
    return mine
  }
}

const NOTHING = -30

/** Whether a window is worth the network's time: pages of marks or of another script are not, and would cost most. */
function hasWords(text: string, window: readonly Piece[]): boolean {
  const words = window.filter((p) => p.case > 0 && /[A-Za-z\d]/.test(text[p.start] as string)).length
  return words >= 0.25 * window.length
}
