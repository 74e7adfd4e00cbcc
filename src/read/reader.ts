import { webcrypto } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Article, Reading, Span } from '../codebook/index.ts'
import { explainAt } from './explain.ts'
import { openNetwork } from './model/network.ts'
import { readArticle } from './read-article.ts'
import { rulesOf } from './rules.ts'

/** What was found at a place in a text, by which part, how sure, and what else was considered. */
export type Explanation = {
  readonly at: number
  readonly sentence: Span | null
  readonly findings: readonly {
    readonly what: string
    readonly id: string
    readonly span: Span
    readonly part: string
    readonly confidence: number | null
    readonly considered: readonly string[]
  }[]
}

export type Reader = {
  /** Program, and a hash of model, rules and tables: `rubicon-reader/0.1.0+sha256:…`. Other rules, another version. */
  readonly version: string
  read(article: Article): Promise<Reading>
  explain(article: Article, at: number): Promise<Explanation>
  close(): Promise<void>
}

const PROGRAM = '0.1.0'

/** Open the reader: loads the model once. `modelPath` is a folder like `models/fast`, `threads` what one reading may use. */
export async function openReader({
  modelPath,
  threads = 1,
}: {
  readonly modelPath?: string
  readonly threads?: number
} = {}): Promise<Reader> {
  const folder = modelPath ?? fileURLToPath(new URL('../../models/fast', import.meta.url))
  const load = (name: string): Promise<Buffer> => readFile(`${folder}/${name}`)
  const [card, heads, vocabulary, onnx, rules] = await Promise.all([
    load('card.json'),
    load('heads.json'),
    load('vocab.txt'),
    load('model.onnx'),
    rulesOf(),
  ])
  // Beside the network's opening, on another thread: the sum over the model takes as long as half an article.
  const summed = webcrypto.subtle.digest('SHA-256', Buffer.concat([onnx, card, heads, vocabulary, ...rules]))
  const network = await openNetwork(
    { card: JSON.parse(card.toString()), heads: JSON.parse(heads.toString()), vocabulary: vocabulary.toString(), onnx },
    threads,
  )
  const hash = Buffer.from(await summed).toString('hex')
  const version = `rubicon-reader/${PROGRAM}+sha256:${hash.slice(0, 12)}`
  return {
    version,
    async read(article) {
      const { reading, doc } = await readArticle(article, network, version)
      network.giveBack(doc.scores)
      return reading
    },
    explain: async (article, at) => explainAt(await readArticle(article, network, version), at, network.card),
    close: () => network.close(),
  }
}
