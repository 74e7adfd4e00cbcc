import type { Reading } from '../../codebook/index.ts'
import { STYLE } from './html-style.ts'
import { escaped, htmlText } from './html-text.ts'
import { QUAD_MARKS, whyWords } from './text.ts'
import { deedWords, type View, viewOf } from './view.ts'
import { codeOf, counted, eventCode, KIND_WORDS, shortened, TYPE_WORDS } from './words.ts'

/** The beginning of the page: everything it needs is in it, nothing is fetched and nothing is run. */
export function htmlHead(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<div class="legend">
<label><input type="checkbox" id="said" checked> <span class="said direct">words</span> and <span class="said">reported words</span></label>
<label><input type="checkbox" id="event" checked> events: <span><span class="dot q1">○</span>friendly words <span class="dot q2">●</span>friendly deeds <span class="dot q3">□</span>hostile words <span class="dot q4">■</span>hostile deeds</span></label>
<label><input type="checkbox" id="mention" checked> <span class="mention">actors</span></label>
<label><input type="checkbox" id="skipped" checked> <span class="skipped">left out</span></label>
</div>
`
}

/** One reading: the text with its findings lit, then its tables. */
export function htmlReading(reading: Reading): string {
  const view = viewOf(reading)
  const found = [
    counted(view.statements.length, 'statement'),
    counted(view.deeds.length, 'event'),
    counted(view.actors.length, 'actor'),
    counted(view.ties.length, 'relation'),
  ]
  return `<article class="reading">
<p class="by">${escaped(view.byline)}</p>
<p class="found">${found.join(', ')}</p>
<div class="text">
${htmlText(reading, view)}
</div>
${section('Who said what', statementRows(view), 'Nobody is quoted or reported in this text.')}
${section('Who did what to whom', deedRows(view), 'No event was found in this text.')}
${section('Who is who', actorRows(view), 'No actor was found in this text.')}
${section('Who stands where', tieItems(view), 'The text states no standing tie.')}
${view.skipped.length > 0 ? section('Left out, as no part of the story', `<ul>${view.skipped.map((s) => `<li>${escaped(whyWords(s.why))}: <span class="skipped">${escaped(shortened(s.text, 200))}</span></li>`).join('\n')}</ul>`, '') : ''}
<footer>Read by ${escaped(reading.reader)} · article ${escaped(reading.article.id)}${reading.article.url ? ` · ${escaped(reading.article.url)}` : ''}</footer>
</article>
`
}

/** The end of the page. */
export const HTML_TAIL = '</main>\n</body>\n</html>\n'

function section(title: string, body: string, none: string): string {
  return `<h3>${title}</h3>\n${body || `<p class="none">${none}</p>`}`
}

function rows(heads: readonly string[], all: readonly (readonly string[])[]): string {
  if (all.length === 0) return ''
  const row = (cells: readonly string[]) =>
    `<tr>${cells.map((cell, i) => `<td data-head="${heads[i]}">${cell}</td>`).join('')}</tr>`
  return `<div class="scroll"><table class="rows"><thead><tr>${heads.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>
${all.map(row).join('\n')}
</tbody></table></div>`
}

const code = (text: string) => (text ? `<span class="code">${escaped(text)}</span>` : '')

function statementRows(view: View): string {
  return rows(
    ['Who', 'How', 'What'],
    view.statements.map((s) => [
      `<b>${escaped(s.speaker)}</b>${s.anonymous ? `<small>${escaped(s.anonymous)}</small>` : ''}${s.within ? `<small>as told by ${escaped(s.within)}</small>` : ''}`,
      `${escaped(s.cue ?? 'in quotation marks')}${s.channel && s.channel !== s.cue ? `<small>${escaped(s.channel)}</small>` : ''}`,
      `<q>${escaped(shortened(s.content, 400))}</q>`,
    ]),
  )
}

function deedRows(view: View): string {
  return rows(
    ['Who', 'Did what', 'To whom', 'When, where, how sure'],
    view.deeds.map((d) => [
      d.who ? `<b>${escaped(d.who)}</b>` : 'somebody',
      `<span class="dot q${d.event.quadClass}">${QUAD_MARKS[d.event.quadClass]}</span>${TYPE_WORDS[d.event.type]}: “${escaped(d.event.trigger.text)}” ${code(`${eventCode(d.event)} ${d.event.cameo}`)}`,
      d.whom ? `<b>${escaped(d.whom)}</b>` : 'nobody named',
      escaped(deedWords(d)),
    ]),
  )
}

function actorRows(view: View): string {
  const passing = view.actors.filter((actor) => !actor.matters)
  const table = rows(
    ['Name', 'What', 'Named', 'Also called'],
    view.actors
      .filter((actor) => actor.matters)
      .map(({ entity, mentions, aliases }) => [
        entity.named ? `<b>${escaped(entity.name)}</b>` : escaped(entity.name),
        `${KIND_WORDS[entity.kind]} ${code(codeOf(entity))}`,
        mentions === 1 ? 'once' : `${mentions} times`,
        escaped(aliases.map((alias) => shortened(alias, 80)).join(', ')),
      ]),
  )
  if (passing.length === 0) return table
  const names = passing.map(
    ({ entity }) => `${escaped(entity.name)}${codeOf(entity) ? ` ${code(codeOf(entity))}` : ''}`,
  )
  return `${table}\n<p class="passing">In passing: ${names.join('; ')}.</p>`
}

function tieItems(view: View): string {
  if (view.ties.length === 0) return ''
  const items = view.ties.map(
    (t) =>
      `<li><b>${escaped(t.head)}</b> ${t.words} <b>${escaped(t.tail)}</b>${t.relation.hedged ? ', with a hedge' : ''}, ${t.saidBy ? `says ${escaped(t.saidBy)}` : 'in the outlet’s words'}: “${escaped(shortened(t.relation.evidence.text, 200))}”</li>`,
  )
  return `<ul>${items.join('\n')}</ul>`
}
