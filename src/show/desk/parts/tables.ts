import { html } from 'hono/html'
import type { Section } from '../../questions/question.ts'
import type { Html, PageContext } from '../view.ts'
import { quadMark } from './marks.ts'

/** A table of an answer, as every question has it: the page of a question without a view of its own is made of these. */
export function sectionTable(section: Section, page: PageContext): Html {
  if (section.rows.length === 0 && !section.empty) return html``
  return html`<section><h2>${section.title}</h2>${dataTable(section, page)}</section>`
}

/** The table alone, without its heading; `label` is what it is called to those who do not see it. */
export function dataTable(section: Section, { href }: PageContext, label: string = section.title): Html {
  if (section.rows.length === 0) return html`<p class="empty">${section.empty}</p>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr>${section.columns.map((c) => html`<th scope="col">${c}</th>`)}</tr></thead>
<tbody>${section.rows.map(
    (row) =>
      html`<tr>${row.cells.map((cell, i) => html`<td>${i === 0 && row.quadClass ? html`${quadMark(row.quadClass)} ` : ''}${idLink(cell, href)}</td>`)}</tr>${(row.under ?? []).map((line) => html`<tr class="under"><td colspan="${section.columns.length}">${line}</td></tr>`)}`,
  )}</tbody></table></div>`
}

const PAGES: Readonly<Record<string, string>> = { v: 'event', x: 'actor', a: 'article' }

/** An id becomes a link to what it names. */
function idLink(cell: string, href: PageContext['href']): Html {
  const kind = /^([vxa])[0-9a-f]{6,16}$/.exec(cell)?.[1]
  return kind ? html`<a class="code" href="${href(`/${PAGES[kind]}/${cell}`)}">${cell}</a>` : html`${cell}`
}

/** The way to the rows that did not fit on the page. */
export function pager(page: PageContext): Html {
  if (!page.next) return html``
  return html`<p class="pager"><a rel="next" href="${page.href(page.path, { ...own(page.input), cursor: page.next })}">More</a></p>`
}

/** The fields of the question that are not the filter's, as they were asked. */
function own(input: Readonly<Record<string, unknown>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}
