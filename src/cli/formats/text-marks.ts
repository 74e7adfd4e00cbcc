import type { Reading } from '../../codebook/index.ts'
import type { Run, Style } from './layout.ts'
import { type Layer, segmentsOf } from './segments.ts'

/**
 * The article's text with its findings written in.
 *
 *     [Okafor: “We will _strike_ (ASSAULT) back,”] said Okafor.
 */
export function textRuns(reading: Reading, colour: boolean): Run[] {
  // Where colour can underline, the strokes are not needed.
  const stroke = colour ? '' : '_'
  const names = new Map(reading.entities.map((e) => [e.id, e.name]))
  const title = reading.article.title
  const titleEnd =
    title !== null && reading.article.text.trimStart().startsWith(title)
      ? reading.article.text.indexOf(title) + title.length
      : 0
  const runs: Run[] = []
  let at = 0
  for (const { text, active, opens, closes } of segmentsOf(reading)) {
    for (const layer of opens) runs.push(...opening(layer, names, stroke))
    const styles = [...new Set([...active.flatMap(stylesOf), ...(at < titleEnd ? (['bold'] as const) : [])])]
    runs.push({ text, styles })
    for (const layer of closes) runs.push(...closing(layer, stroke))
    at += text.length
  }
  return runs
}

function stylesOf(layer: Layer): readonly Style[] {
  if (layer.kind === 'said') return ['said']
  if (layer.kind === 'event') return ['under', `quad${layer.of[0]!.quadClass}`]
  return layer.kind === 'skipped' ? ['dim'] : []
}

function opening(layer: Layer, names: ReadonlyMap<string, string>, stroke: string): Run[] {
  if (layer.kind === 'said') {
    const who = (layer.of.speaker !== null && names.get(layer.of.speaker)) || layer.of.source?.text || 'somebody'
    return [{ text: `[${layer.first ? who.replace(/\s+/g, ' ') : '…'}: `, styles: ['dim'] }]
  }
  if (layer.kind === 'event') return [{ text: stroke, styles: ['dim'] }]
  return layer.kind === 'skipped' ? [{ text: `{${layer.of.why}: `, styles: ['dim'] }] : []
}

function closing(layer: Layer, stroke: string): Run[] {
  if (layer.kind === 'said') return [{ text: ']', styles: ['dim'] }]
  if (layer.kind === 'event')
    return [{ text: `${stroke} (${[...new Set(layer.of.map((e) => e.type))].join(', ')})`, styles: ['dim'] }]
  return layer.kind === 'skipped' ? [{ text: '}', styles: ['dim'] }] : []
}
