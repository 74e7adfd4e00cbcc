import { html } from 'hono/html'
import type { ReportSummary } from '../../../record/index.ts'
import type { Html, PageContext } from '../view.ts'
import { marksRound } from './lines.ts'

type Role = ReportSummary['lit'][number]['role']
type Word = {
  readonly start: number
  readonly end: number
  readonly role: Role
  readonly status: string
  readonly quadClass: number
}
const ROLES: Readonly<Record<Role, string>> = { trigger: 'what', actor: 'who', recipient: 'to whom' }

/** The sentence that reports of an event share, with the words lit that carry them; a link to it in the article. */
export function litSentence(reports: readonly ReportSummary[], { href }: PageContext): Html {
  const evidence = reports[0]?.evidence
  if (!evidence) return html``
  const { article, start, text } = evidence
  const letters = (from: number, to: number): string => text.slice(from - start, to - start).replace(/\s+/g, ' ')
  const pieces: Html[] = []
  let at = start
  for (const word of wordsOf(reports)) {
    if (word.start < at || word.end > start + text.length) continue
    pieces.push(html`${letters(at, word.start)}${litWord(letters(word.start, word.end), word)}`)
    at = word.end
  }
  pieces.push(html`${letters(at, start + text.length).trimEnd()}`)
  const [open, close] = marksRound(text)
  return html`<blockquote class="sentence"><a href="${href(`/article/${article}`, { at: start })}#at">${open}${pieces}${close}</a></blockquote>`
}

/** All words that carry the reports, in their order; where two begin at one letter the trigger comes first, then the longer. */
function wordsOf(reports: readonly ReportSummary[]): Word[] {
  const rank = ({ role }: Word) => (role === 'trigger' ? 0 : 1)
  return reports
    .flatMap(({ lit, status, quadClass }) => lit.map((word) => ({ ...word, status, quadClass })))
    .sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end)
}

function litWord(text: string, { role, status, quadClass }: Omit<Word, 'start' | 'end'>): Html {
  return role === 'trigger'
    ? html`<span class="status-${status}"><mark class="lit deed q${quadClass}" title="what: ${status}">${text}</mark></span>`
    : html`<mark class="lit ${role}" title="${ROLES[role]}">${text}</mark>`
}

/** What the lit words are, shown by themselves. */
export function litLegend(quadClass: number): Html {
  const sample = (text: string, role: Role): Html => litWord(text, { role, status: 'happened', quadClass })
  return html`<p class="quiet lit-legend">Lit in each sentence: ${sample('who', 'actor')} ${sample('did what', 'trigger')} ${sample('to whom', 'recipient')}; the line under what was done is solid where it happened, dashed where it is alleged, dotted where intended, struck through where denied.</p>`
}
