import { html } from 'hono/html'
import type { Page, Pairing } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { ledger } from '../parts/ledger.ts'
import { pager } from '../parts/tables.ts'
import { dayInWords } from '../parts/words.ts'
import { type PageContext, viewOf } from '../view.ts'

type Answer = Page<Pairing> & { readonly lastDay: string | null }

/** The ledger of words and deeds: each threat, promise, demand, denial and refusal beside what came of it. */
export const wordsAndDeedsView = viewOf<Answer>(({ rows, lastDay }, page) => ({
  title: 'Words and deeds',
  lede:
    rows.length === 0
      ? 'Threats, promises, demands, denials and refusals, each beside the later deed that carries it out, breaks it or answers it.'
      : sumInWords(rows, lastDay, page),
  body:
    rows.length === 0
      ? html`<p class="empty">Here would stand what was threatened, promised, demanded or refused, and what came of it. Nothing of the kind is in the record${page.input.actor || page.input.from || page.input.until ? ' under this choice' : ''}. Articles are added with <code class="code">rubicon add FOLDER</code>.</p>`
      : html`<section><h2>The ledger</h2><p class="quiet">A deed is set against words by rule: who did what to whom within ${counted(Number(page.input.within ?? 90), 'day')}. A weak pairing says so; the program cannot know why anybody acted.</p>${ledger(rows, page)}${pager(page)}</section>`,
}))

function sumInWords(rows: readonly Pairing[], lastDay: string | null, page: PageContext): string {
  const of = (outcome: Pairing['outcome']): number => rows.filter((p) => p.outcome === outcome).length
  const seen = [
    of('carried out') > 0 ? `${of('carried out')} carried out` : '',
    of('broken') > 0 ? `${of('broken')} broken` : '',
    of('answered') > 0 ? `${of('answered')} answered` : '',
  ].filter(Boolean)
  const open = of('not seen')
  const here = page.next || page.input.cursor ? ' on this page' : ''
  const words =
    rows.length === 1
      ? `Of the one threat, promise, demand or refusal${here}`
      : `Of ${rows.length} threats, promises, demands and refusals${here}`
  const came = seen.length > 0 ? `the record sees ${seen.join(', ')}` : 'the record sees none carried out or answered'
  const left = open > 0 ? `; of ${open} it has seen nothing come${lastDay ? ` by ${dayInWords(lastDay)}` : ''}` : ''
  return `${words} ${came}${left}.`
}
