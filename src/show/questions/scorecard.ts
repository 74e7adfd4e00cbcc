import { readFileSync } from 'node:fs'

/** A score of the reader: how much of what it finds is right, how much it finds, both in one; or a share of what was asked. */
export type Score = {
  readonly part: string
  readonly layer: string
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  readonly share: number | null
  readonly size: number
}
export type Scorecard = { readonly made: string; readonly reader: string; readonly scores: readonly Score[] }

const PAGE = new URL('../../../docs/scorecard.md', import.meta.url)
const LINE =
  /^(?<layer>\S.*?)\s{2,}(?:P\s+(?<p>[\d.]+)\s+R\s+(?<r>[\d.]+)\s+F1\s+(?<f>[\d.]+)|(?<share>[\d.]+) %)\s+\((?<size>\d+)\)$/

/** The scores that docs/scorecard.md states, which `npm run score` writes; null where the page is not there. */
export function readScorecard(): Scorecard | null {
  let text: string
  try {
    text = readFileSync(PAGE, 'utf8')
  } catch {
    return null
  }
  const scores: Score[] = []
  let part = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) part = line.slice(3)
    const at = LINE.exec(line.trim())?.groups
    if (!at) continue
    const number = (value: string | undefined): number | null => (value === undefined ? null : Number(value))
    scores.push({
      part,
      layer: at.layer ?? '',
      precision: number(at.p),
      recall: number(at.r),
      f1: number(at.f),
      share: number(at.share),
      size: Number(at.size),
    })
  }
  return { made: /Made on (\S+)/.exec(text)?.[1] ?? '', reader: /reader `([^`]+)`/.exec(text)?.[1] ?? '', scores }
}
