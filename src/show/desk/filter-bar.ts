import { html } from 'hono/html'
import { EVENT_TYPES, STATUSES } from '../../codebook/index.ts'
import { FILTER_FIELDS, type Filter, type FilterField, filterWords } from './filter.ts'
import { QUAD_NAMES } from './parts/words.ts'
import type { Html, PageContext } from './view.ts'

/** The filter as a sentence that opens into a form; it works without a script. */
export function filterBar(page: PageContext): Html {
  const { filter, path, question } = page
  const ownName = (field: string): boolean => question.args.includes(field)
  const known = new Set([...Object.keys(question.input.shape)])
  if (FILTER_FIELDS.every((field) => !known.has(field)) && Object.keys(filter).length === 0) return html``
  const idle = Object.keys(filter).filter((field) => !known.has(field))
  const text = (field: FilterField, label: string, type = 'text', hint = ''): Html =>
    ownName(field)
      ? html``
      : html`<label>${label}<input type="${type}" name="${field}" value="${filter[field] ?? ''}" placeholder="${hint}"></label>`
  return html`<section aria-label="Filter"><details class="filter"${Object.keys(filter).length > 0 ? html` data-on` : ''}><summary class="sheet"><strong>Filter:</strong> ${filterWords(filter)}${idle.length > 0 ? html` <span class="quiet">(${idle.join(', ')} ${idle.length === 1 ? 'does' : 'do'} not apply to this page)</span>` : ''}</summary>
<form class="sheet" method="get" action="${path}" data-filter>${carried(page)}<div class="fields">
${text('from', 'From day', 'date')}${text('until', 'Up to, not including', 'date')}
${text('actor', 'Who acts', 'text', 'IRN, or a name')}${text('recipient', 'To whom', 'text', 'USA, or a name')}${text('party', 'Either side')}
${choice('type', 'What', EVENT_TYPES, filter)}
${choice('quadClass', 'Class', ['1', '2', '3', '4'], filter, (v) => QUAD_NAMES[Number(v)] ?? v)}
${choice('status', 'Status', STATUSES, filter)}
${text('country', 'Country it was in', 'text', 'IRQ')}${text('outlet', 'Reported by')}${text('saidBy', 'Said by')}${text('origins', 'Independent origins, at least', 'number')}${text('asOf', 'As the record stood on', 'date')}${text('dossier', 'Dossier')}
<div class="acts"><button>Show</button><a href="${path}">Clear</a></div></div></form></details></section>`
}

function choice(
  field: FilterField,
  label: string,
  values: readonly string[],
  filter: Filter,
  name: (value: string) => string = (value) => value,
): Html {
  return html`<label>${label}<select name="${field}"><option value="">any</option>${values.map((v) => html`<option value="${v}"${filter[field] === v ? html` selected` : ''}>${name(v)}</option>`)}</select></label>`
}

/** The question's own fields of this page, kept when the filter changes. */
function carried({ input, question, filter }: PageContext): Html {
  const own = Object.entries(input).filter(
    ([name, value]) =>
      value !== undefined && !question.args.includes(name) && !(name in filter) && !['cursor', 'limit'].includes(name),
  )
  return html`${own.map(([name, value]) => html`<input type="hidden" name="${name}" value="${String(value)}">`)}`
}
