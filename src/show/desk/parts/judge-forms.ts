import { html } from 'hono/html'
import { EVENT_TYPES, STATUSES } from '../../../codebook/index.ts'
import { MISSING_KINDS } from '../../../record/index.ts'
import type { Html, PageContext } from '../view.ts'

/** Where a judgement leads back to: this page as it was asked. */
function backTo({ href, path, input, question }: PageContext): Html {
  const own = Object.entries(input).filter(([name, v]) => v !== undefined && !question.args.includes(name))
  const back = href(path, Object.fromEntries(own.map(([name, value]) => [name, String(value)])))
  return html`<input type="hidden" name="back" value="${back}">`
}

/** The button that rejects a finding: a report (r…), a statement (s…), a relation (k…); `what` says which, for those who hear it. */
export function wrongButton(id: string, what: string, page: PageContext): Html {
  return html`<form class="judge" method="post" action="/judge"><input type="hidden" name="id" value="${id}">${backTo(page)}<button name="action" value="reject" aria-label="Wrong: ${what}">Wrong</button></form>`
}

/** The button that takes a judgement (j…) back. */
export function undoButton(id: string, what: string, page: PageContext): Html {
  return html`<form class="judge" method="post" action="/judge"><input type="hidden" name="id" value="${id}">${backTo(page)}<button name="action" value="undo" aria-label="Undo: ${what}">Undo</button></form>`
}

/** The form that codes a report anew; a field left empty stays as it is. */
export function recodeForm(
  id: string,
  now: { readonly type: string; readonly status: string; readonly what: string },
  page: PageContext,
): Html {
  return html`<details class="judge recode"><summary aria-label="Correct: ${now.what}">Correct</summary><form method="post" action="/judge"><input type="hidden" name="id" value="${id}">${backTo(page)}
<label>Type <input name="type" list="types" placeholder="${now.type}" maxlength="20" size="10"></label>
<label>Status <input name="status" list="statuses" placeholder="${now.status}" maxlength="20" size="10"></label>
<label>Day <input name="day" type="date"></label>
<label>Place <input name="place" maxlength="200" size="12"></label>
<label>Country <input name="country" maxlength="3" size="3" placeholder="IRQ"></label>
<label>Why <input name="note" maxlength="500" size="24"></label>
<button name="action" value="code">Set</button></form></details>`
}

/** The lists that the fields of `recodeForm` choose from; once a page. */
export function codeLists(): Html {
  const list = (id: string, values: readonly string[]): Html =>
    html`<datalist id="${id}">${values.map((v) => html`<option value="${v}"></option>`)}</datalist>`
  return html`${list('types', EVENT_TYPES)}${list('statuses', STATUSES)}`
}

/** The form that notes what the reading of an article lacks; its words are looked up in the text. */
export function missingForm(article: string, page: PageContext): Html {
  return html`<form class="judge missing-form" id="missing" method="post" action="/judge"><input type="hidden" name="id" value="${article}">${backTo(page)}<input type="hidden" name="near" value="">
<label>What is missing <select name="kind">${MISSING_KINDS.map((k) => html`<option>${k}</option>`)}</select></label>
<label>The words of the text that carry it <input name="words" required maxlength="1000" placeholder="copied from the text"></label>
<label>Note <input name="note" maxlength="500"></label>
<label>Signed <input name="by" required maxlength="80" value="${page.judge ?? ''}" autocomplete="name"></label>
<button name="action" value="missing">Note it as missing</button></form>`
}
