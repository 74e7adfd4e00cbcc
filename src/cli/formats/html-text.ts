import type { Event, Reading } from '../../codebook/index.ts'
import { type Layer, segmentsOf } from './segments.ts'
import { deedWords, type View } from './view.ts'
import { codeOf, eventCode, KIND_WORDS, TYPE_WORDS } from './words.ts'

/** Text made safe to stand in HTML, in an attribute too. */
export function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
}

/** The article as paragraphs of HTML with its findings lit; who speaks stands in the margin. */
export function htmlText(reading: Reading, view: View): string {
  const tips = tipsOf(reading, view)
  const title = view.title?.replace(/\s+/g, ' ') ?? null
  const paragraphs: string[] = []
  let html = ''
  let plain = ''
  const endParagraph = () => {
    if (plain.trim() !== '') {
      const head = paragraphs.length === 0 && title !== null && plain.replace(/\s+/g, ' ').trim() === title
      paragraphs.push(head ? `<h2>${html}</h2>` : `<p>${html}</p>`)
    }
    html = ''
    plain = ''
  }
  for (const { text, active, opens, closes } of segmentsOf(reading)) {
    for (const layer of opens) if (layer.kind === 'said' && layer.first) html += marginNote(layer, view)
    for (const [i, piece] of text.split(/(?:\r\n|[\n\r\u2028\u2029])[^\S\n]*/).entries()) {
      if (i > 0) endParagraph()
      if (piece === '') continue
      html += mark(piece, active, tips)
      plain += piece
    }
    for (const layer of closes)
      if (layer.kind === 'event') html += `<small class="code">${layer.of.map((e) => e.type).join(' ')}</small>`
  }
  endParagraph()
  return paragraphs.join('\n')
}

function mark(text: string, active: readonly Layer[], tips: ReadonlyMap<unknown, string>): string {
  if (active.length === 0) return escaped(text)
  const classes = new Set(active.flatMap(classesOf))
  // The narrowest finding explains itself first.
  const words = [...active]
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .map((layer) => tips.get(layer.kind === 'event' ? layer.of[0] : layer.of))
    .filter((tip) => tip !== undefined)
  const tip = words.length > 0 ? ` data-tip="${escaped(words.join('\n'))}" tabindex="0"` : ''
  return `<span class="${[...classes].join(' ')}"${tip}>${escaped(text)}</span>`
}

function classesOf(layer: Layer): string[] {
  if (layer.kind === 'said') return ['said', layer.of.type, ...(layer.of.within === null ? [] : ['nested'])]
  if (layer.kind === 'event') return ['event', `q${layer.of[0]!.quadClass}`, `s-${layer.of[0]!.status}`]
  return [layer.kind]
}

function marginNote(layer: Extract<Layer, { kind: 'said' }>, view: View): string {
  const said = view.statements.find((s) => s.attribution === layer.of)
  if (!said) return ''
  const how = [said.anonymous, said.channel, said.within ? `as told by ${said.within}` : null]
    .filter(Boolean)
    .join(' · ')
  return `<span class="note"><b>${escaped(said.speaker)}</b>${how ? ` <i>${escaped(how)}</i>` : ''}</span>`
}

function tipsOf(reading: Reading, view: View): ReadonlyMap<unknown, string> {
  const entities = new Map(reading.entities.map((e) => [e.id, e]))
  const tips = new Map<unknown, string>()
  for (const said of view.statements) {
    const how = [said.cue, said.channel].filter(Boolean).join(' · ')
    tips.set(
      said.attribution,
      `Said by ${said.speaker}${said.anonymous ? ` (${said.anonymous})` : ''}${how ? `: ${how}` : ''}. ${sure(said.attribution.confidence)}`,
    )
  }
  for (const mention of reading.mentions) {
    const entity = entities.get(mention.entity)
    if (entity) tips.set(mention, [entity.name, KIND_WORDS[entity.kind], codeOf(entity)].filter(Boolean).join(' · '))
  }
  for (const deed of view.deeds)
    tips.set(
      deed.event,
      eventTip(
        deed.event,
        `${deed.who || 'somebody'} ${TYPE_WORDS[deed.event.type]}${deed.whom ? ` → ${deed.whom}` : ''}. ${deedWords(deed)}`,
      ),
    )
  for (const skipped of reading.skipped) tips.set(skipped, `Left out: ${skipped.why.replaceAll('-', ' ')}`)
  return tips
}

function eventTip(event: Event, words: string): string {
  return `${eventCode(event)} ${event.cameo}: ${words} ${sure(event.confidence)}`
}

function sure(confidence: number): string {
  return `Sure: ${Math.round(confidence * 100)} of 100.`
}
