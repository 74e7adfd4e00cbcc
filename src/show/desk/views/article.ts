import { html } from 'hono/html'
import type { ArticleAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { deedCard, saidCard, somebodyLink } from '../article/cards.ts'
import { type Piece, paragraphsOf } from '../article/layers.ts'
import { legend } from '../article/legend.ts'
import { litLine, litText } from '../article/text.ts'
import { type Told, toldOf } from '../article/told.ts'
import { codeLists, missingForm, undoButton, wrongButton } from '../parts/judge-forms.ts'
import { dayInWords } from '../parts/words.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

/** An article as a reader sees it, its findings lit, their cards beside it. */
export const articleView = viewOf<ArticleAnswer>((answer, page) => {
  const { article } = answer.reading
  const told = toldOf(answer)
  const at = typeof page.input.at === 'number' ? page.input.at : undefined
  const paragraphs = paragraphsOf(answer, told, at)
  const [first, ...rest] = paragraphs
  const headed = first !== undefined && article.title !== null && same(lineOf(first), article.title)
  const day = article.published ? dayInWords(article.published) : 'no date'
  return {
    title: article.title ?? untitled(answer, day),
    ...(headed && { heading: litLine(first, told) }),
    lede: byline(answer, day),
    body: html`${legend(told)}
<div class="article">
<div class="text" lang="${article.language}">${litText(headed ? rest : paragraphs, told)}</div>
${cardsOf(told, page)}
</div>
${aftermath(answer, told, page)}`,
  }
})

/** What a text without a title is called: "Ana Okafor on Twitter". */
function untitled({ reading: { article } }: ArticleAnswer, day: string): string {
  const outlet = article.outlet ?? 'No outlet given'
  return article.author ? `${article.author} on ${outlet}` : `${outlet}, ${day}`
}

function lineOf(pieces: readonly Piece[]): string {
  return pieces.map((p) => p.text).join('')
}

function same(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim()
}

function byline({ reading: { article }, dossiers }: ArticleAnswer, day: string): Html {
  const from = [article.outlet ?? 'no outlet given', article.author ? `by ${article.author}` : ''].filter(Boolean)
  const known = article.published && article.publishedBy === 'guessed' ? ' (guessed)' : ''
  const url = article.url && /^https?:/.test(article.url) ? article.url : null
  return html`${from.join(', ')}, ${day}${known}${dossiers.length > 0 ? `, in the dossier ${dossiers.join(', ')}` : ''}${url ? html`. <a href="${url}" rel="noreferrer external">The original</a>` : ''}`
}

function cardsOf(told: Told, page: PageContext): Html {
  const { findings, said, deeds } = told
  return html`<section class="findings" aria-labelledby="findings"><h2 id="findings">${counted(said.length, 'statement')} and ${counted(deeds.length, 'event')}</h2>
${findings.length === 0 ? html`<p class="empty">Nobody is quoted here, and no event was found. If you see one, note it as missing below.</p>` : ''}
<div class="cards" tabindex="0" role="region" aria-label="Findings in the order of the text"><ol>${findings.map((f) => (f.kind === 'said' ? saidCard(f, page) : deedCard(f, page)))}</ol></div>${codeLists()}</section>`
}

function aftermath(answer: ArticleAnswer, told: Told, page: PageContext): Html {
  const { ties } = told
  const { readers, nearDuplicates, judgements, id } = answer
  return html`<div class="columns after">
<section><h2>Who is who</h2>${whoIsWho(told, page)}</section>
<section><h2>Who stands where</h2>${
    ties.length === 0
      ? html`<p class="empty">The text states no standing tie.</p>`
      : html`<ul class="ties">${ties.map(
          ({ of, record, head, tail }) =>
            html`<li>${somebodyLink(head, page)} ${TIES[of.type]} ${somebodyLink(tail, page)}${of.hedged ? ', with a hedge' : ''}: <q>${of.evidence.text}</q> ${record ? wrongButton(record, `${head.name} ${TIES[of.type]} ${tail.name}`, page) : ''}</li>`,
        )}</ul>`
  }</section>
<section id="judged"><h2>Judged by people</h2>${
    judgements.length === 0
      ? html`<p class="empty">Nobody has judged a finding of this article. “Wrong” at a finding takes it out of what holds, at once and until it is undone.</p>`
      : html`<ul class="judgements">${judgements.map((j) => html`<li>${judgementWords(answer, j)} <span class="quiet">${j.by}, ${dayInWords(j.at)}${j.note ? `: ${j.note}` : ''}</span> ${undoButton(j.id, `${j.kind} of ${j.subject}`, page)}</li>`)}</ul>`
  }
<h3>Is something missing?</h3>${missingForm(id, page)}</section>
<section><h2>How it came here</h2>
<ul>${readers.map((r) => html`<li>Read by <span class="code">${r.reader}</span>, ${dayInWords(r.at)}${r.current ? ', in force' : ''}</li>`)}</ul>
${nearDuplicates.length === 0 ? html`<p>No other article tells this in nearly the same words.</p>` : html`<p>Told in nearly the same words by:</p><ul>${nearDuplicates.map((d) => html`<li><a href="${page.href(`/article/${d.id}`)}">${d.outlet ?? 'no outlet given'}, ${d.published ? dayInWords(d.published) : 'no date'}</a></li>`)}</ul>`}
</section></div>`
}

/** Whom the record knows of those that the text names, the most named first; the others in passing. */
function whoIsWho({ who }: Told, page: PageContext): Html {
  if (who.length === 0) return html`<p class="empty">Nobody is named in this text.</p>`
  const known = who.filter((w) => w.known).sort((a, b) => b.mentions - a.mentions)
  const passing = who.filter((w) => !w.known)
  const times = (n: number): string => (n === 0 ? 'not named in it' : n === 1 ? 'once' : `${n} times`)
  return html`<ul class="who">${known.map((w) => html`<li data-actor="${w.key}">${somebodyLink(w, page)} <span class="quiet">${w.entity.kind}, ${times(w.mentions)}</span></li>`)}</ul>
${passing.length > 0 ? html`<p class="quiet">In passing: ${passing.map((w, i) => html`${i > 0 ? ', ' : ''}<span data-actor="${w.key}">${w.name}</span>`)}.</p>` : ''}`
}

const TIES = {
  member_of: 'belongs to',
  leads: 'leads',
  speaks_for: 'speaks for',
  backs: 'backs',
  allied_with: 'is allied with',
  opposes: 'is against',
} as const

function judgementWords(
  { reading, findings }: ArticleAnswer,
  { kind, subject, detail }: ArticleAnswer['judgements'][number],
): string {
  if (kind === 'missing')
    return `Missing: ${detail.kind} at “${reading.article.text.slice(Number(detail.start), Number(detail.end))}”.`
  const local = Object.entries(findings).find(([, f]) => f.id === subject)?.[0]
  const words =
    reading.events.find((e) => e.id === local)?.trigger.text ??
    reading.attributions.find((a) => a.id === local)?.content[0]?.text ??
    reading.relations.find((r) => r.id === local)?.evidence.text ??
    subject
  const what = words.length > 120 ? `${words.slice(0, 120)} …` : words
  if (kind === 'reject') return `Wrong: “${what}”.`
  const set = Object.entries(detail).map(([name, value]) => `${name} ${String(value)}`)
  return kind === 'code' ? `Coded: “${what}” is ${set.join(', ')}.` : `${kind}: “${what}”.`
}
