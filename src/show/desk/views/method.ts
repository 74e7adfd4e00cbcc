import { html } from 'hono/html'
import { EXPORT_FORMATS } from '../../export/formats.ts'
import { EXPORT_TABLES } from '../../export/tables.ts'
import type { Score, Scorecard } from '../../questions/scorecard.ts'
import { counted } from '../../questions/words.ts'
import { quadMark } from '../parts/marks.ts'
import { dayInWords, QUAD_NAMES, VERBS } from '../parts/words.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

type MethodAnswer = {
  readonly readers: readonly { readonly reader: string; readonly articles: number }[]
  readonly scorecard: Scorecard | null
  readonly formulas: readonly { readonly name: string; readonly formula: string }[]
  readonly types: readonly {
    readonly type: string
    readonly quadClass: number
    readonly score: number
    readonly modes: string
  }[]
  readonly statuses: readonly string[]
  readonly relations: readonly string[]
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  happened: 'told as a fact in the outlet’s own words',
  alleged: 'somebody says so',
  denied: 'somebody says it did not happen',
  intended: 'announced, promised or threatened',
  'called-for': 'demanded of somebody',
  hypothetical: 'might, would, if',
}

/** The page that says how far to trust the others. */
export const methodView = viewOf<MethodAnswer>((answer, page) => ({
  title: 'Method',
  lede: 'A program read these articles. It misses things and it errs: here is how often, on which data, and how each number on this desk is made.',
  body: html`${readers(answer)}${scores(answer.scorecard)}${limits()}${formulas(answer)}${codes(answer)}${exports(page)}`,
}))

function readers({ readers: used }: MethodAnswer): Html {
  return html`<section><h2>Who read</h2>${used.length === 0 ? html`<p class="empty">Nothing has been read into this record. Add articles with <code class="code">rubicon add FOLDER</code></p>` : html`<ul>${used.map((r) => html`<li><code class="code">${r.reader}</code>: the current reading of ${counted(r.articles, 'article')}</li>`)}</ul>`}</section>`
}

function scores(card: Scorecard | null): Html {
  if (!card)
    return html`<section><h2>Scores</h2><p class="empty">No scorecard came with this program. One is made with <code class="code">npm run score -- FOLDER</code></p></section>`
  const parts = [...new Set(card.scores.map((s) => s.part))]
  return html`<section><h2>Scores</h2>
<p class="prose">Taken ${dayInWords(card.made)} with <code class="code">${card.reader}</code> on development data: thresholds and rules were chosen while looking at it, so a little of each score is luck. Precision: of what it finds, how much is right. Recall: of what is there, how much it finds.</p>
${parts.map((part) =>
  scoreTable(
    part,
    card.scores.filter((s) => s.part === part),
  ),
)}</section>`
}

function scoreTable(part: string, rows: readonly Score[]): Html {
  return html`<h3>${part}</h3><div class="scroll" tabindex="0" role="region" aria-label="${part}"><table class="figures"><thead><tr><th scope="col">layer</th><th scope="col" class="n">precision</th><th scope="col" class="n">recall</th><th scope="col" class="n">F1 or share right</th><th scope="col" class="n">of</th></tr></thead>
<tbody>${rows.map((s) => html`<tr><th scope="row">${s.layer}</th><td class="n">${figure(s.precision)}</td><td class="n">${figure(s.recall)}</td><td class="n">${s.f1 === null ? `${figure(s.share)} %` : figure(s.f1)}</td><td class="n">${s.size.toLocaleString('en-US')}</td></tr>`)}</tbody></table></div>`
}

function figure(value: number | null): string {
  return value === null ? '' : value.toFixed(1)
}

function limits(): Html {
  return html`<section><h2>What it cannot do</h2><ul class="prose">
<li>It reads English news. Other languages are refused, not guessed.</li>
<li>It reads what is written. Whether it is true it does not know: a claim stays a claim, with its claimant.</li>
<li>Of what happened in an article it misses more than it invents; of the parties of an event, those named in another sentence are missed most.</li>
<li>Its confidence orders findings; it is no probability.</li>
<li>Two events can be taken for one, or one for two. Each joining says why, and a person can undo it.</li></ul></section>`
}

function formulas({ formulas: told }: MethodAnswer): Html {
  return html`<section><h2>How each series is made</h2><dl class="prose">${told.map((f) => html`<dt>${f.name}</dt><dd>${f.formula}</dd>`)}</dl></section>`
}

function codes({ types, statuses, relations }: MethodAnswer): Html {
  return html`<section><h2>Codes</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Types of events"><table><thead><tr><th scope="col">type</th><th scope="col">in words</th><th scope="col">class</th><th scope="col" class="n">PLOVER score</th><th scope="col">modes</th></tr></thead>
<tbody>${types.map((t) => html`<tr><th scope="row" class="code">${t.type}</th><td>${VERBS[t.type]?.alone ?? ''}</td><td>${quadMark(t.quadClass)} ${QUAD_NAMES[t.quadClass] ?? ''}</td><td class="n">${t.score}</td><td class="code">${t.modes}</td></tr>`)}</tbody></table></div>
<h3>Status of an event</h3><dl class="prose">${statuses.map((s) => html`<dt>${s}</dt><dd>${STATUS_WORDS[s] ?? ''}</dd>`)}</dl>
<h3>Ties between actors</h3><p class="code">${relations.join(', ')}</p></section>`
}

function exports({ href }: PageContext): Html {
  return html`<section><h2>Take it away</h2><p class="prose">Every row carries its id, the reader’s version and the sentence it rests on. What the columns mean stands in the data dictionary beside each.</p>
<ul>${EXPORT_TABLES.map(
    (table) =>
      html`<li><strong>${table.name}</strong>: ${EXPORT_FORMATS.filter((f) => !f.only || f.only.includes(table.name)).map((f) => html`<a class="button" href="${href(`/export/${table.name}.${f.name}`)}">${f.name}</a> `)}<a href="${href(`/export/${table.name}.columns.json`)}">columns</a></li>`,
  )}</ul></section>`
}
