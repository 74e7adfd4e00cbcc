import { html } from 'hono/html'
import { countryName } from '../../../codebook/index.ts'
import { markShape } from '../parts/marks.ts'
import type { Html } from '../view.ts'
import type { Layer, Piece } from './layers.ts'
import type { Told } from './told.ts'
import { resolvedWhen } from './when.ts'

/** What is said once though it stands in many places: the first `at`, the place that was noted before. */
type Once = { at: boolean; readonly noted: Set<string>; speaker: string }

/** Paragraphs of an article as HTML: its own letters, escaped, with the findings lit and notes for the margin. */
export function litText(paragraphs: readonly (readonly Piece[])[], told: Told): Html {
  const once: Once = { at: false, noted: new Set(), speaker: '' }
  return html`${paragraphs.map((pieces) => {
    once.speaker = ''
    return html`<p>${pieces.map((piece) => html`${piece.opens.map((layer) => note(layer, told, once))}${litPiece(piece, told, once)}`)}</p>\n`
  })}`
}

/** One line, as a headline, lit but without notes. */
export function litLine(pieces: readonly Piece[], told: Told): Html {
  const once: Once = { at: false, noted: new Set(), speaker: '' }
  return html`${pieces.map((piece) => litPiece(piece, told, once))}`
}

function litPiece({ text, active, opens, closes }: Piece, told: Told, once: Once): Html {
  if (active.length === 0) return html`${text}`
  const ends = closes.some((l) => l.kind === 'event') ? ['ends'] : []
  const classes = [...new Set([...active.flatMap(classesOf), ...ends])].join(' ')
  const mentions = active.flatMap((l) => (l.kind === 'mention' ? l.of : []))
  const inner = mentions.at(-1)
  // The narrowest first: what lies inside is meant before what it lies in.
  const findings = [...active]
    .sort((a, b) => a.end - a.start - (b.end - b.start) || Number(b.kind === 'event') - Number(a.kind === 'event'))
    .flatMap((l) => (l.kind === 'event' ? l.of.map((d) => d.of.id) : 'said source cue'.includes(l.kind) ? idOf(l) : []))
  const lit = findings.length > 0 ? html` data-f="${[...new Set(findings)].join(' ')}"` : ''
  const actor = inner
    ? html` data-actor="${told.keyOf(inner.entity)}" data-m="${mentions.map((m) => m.id).join(' ')}"`
    : ''
  const [deed, ...others] = opens.find((l) => l.kind === 'event')?.of ?? []
  if (deed)
    return html`${others.map((d) => html`<span id="f-${d.of.id}"></span>`)}<a class="${classes}" id="f-${deed.of.id}" href="#c-${deed.of.id}" aria-describedby="h-${deed.of.id}"${lit}${actor}>${ticked(deed.of.quadClass, text)}</a>`
  const here = active.some((l) => l.kind === 'here') && !once.at
  if (here) once.at = true
  return html`<span class="${classes}"${here ? html` id="at" tabindex="-1"` : ''}${lit}${actor}>${text}</span>`
}

function idOf(layer: Layer): string[] {
  return layer.kind === 'said' || layer.kind === 'source' || layer.kind === 'cue' ? [layer.of.of.id] : []
}

function classesOf(layer: Layer): string[] {
  if (layer.kind === 'said')
    return ['said', layer.of.of.type === 'direct' ? 'direct' : 'indirect', ...(layer.of.within ? ['nested'] : [])]
  if (layer.kind === 'event') {
    const [deed] = layer.of
    return deed ? ['ev', `q${deed.of.quadClass}`, `st-${deed.of.status}`] : []
  }
  return [layer.kind]
}

/** The class of an event as a small mark before its words, on one line with the first: words are open, deeds filled. */
function ticked(quadClass: number, text: string): Html {
  const first = /^\S*/.exec(text)?.[0] ?? ''
  return html`<span class="first"><svg class="tick" viewBox="0 0 10 10" width="8" height="8" aria-hidden="true">${markShape(quadClass, 5, 5, 3.4)}</svg>${first}</span>${text.slice(first.length)}`
}

function note(layer: Layer, told: Told, once: Once): Html {
  if (layer.kind === 'said' && layer.first) {
    const { of, speaker, through, within } = layer.of
    const name = speaker?.name ?? of.source?.text ?? 'nobody named'
    const again = once.speaker === name
    once.speaker = name
    const how = [
      of.anonymous.is ? 'unnamed' : '',
      through ? `through ${through}` : '',
      within ? `as told by ${within}` : '',
    ].filter(Boolean)
    return html`<span class="note by${again ? ' again' : ''}"><a id="f-${of.id}" href="#c-${of.id}" data-f="${of.id}"${speaker ? html` data-actor="${speaker.key}"` : ''}>${name}</a>${how.length > 0 ? html` <i>${how.join(', ')}</i>` : ''} </span>`
  }
  if (layer.kind === 'time') {
    const when = resolvedWhen(layer.of)
    if (when === null) return html``
    return html`<span class="note when"><i>${layer.of.text}:</i> ${when} </span>`
  }
  if (layer.kind === 'place') {
    const { name, country, precision } = layer.of
    const used = told.deeds.some((d) => d.of.place === layer.of.id)
    if (!used || precision === 'country' || !country || once.noted.has(name)) return html``
    once.noted.add(name)
    return html`<span class="note where">${name}, ${PRECISION[precision]} in ${countryName(country)} </span>`
  }
  if (layer.kind === 'skipped')
    return html`<span class="note left-out">left out: ${layer.of.why.replaceAll('-', ' ')} </span>`
  if (layer.kind === 'missing')
    return html`<span class="note lacks">${layer.of.by}: ${String(layer.of.detail.kind)} missing </span>`
  return html``
}

const PRECISION = { point: 'a point', city: 'a town', province: 'a province', country: '', region: 'a region' } as const
