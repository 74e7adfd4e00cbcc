import { html } from 'hono/html'
import type { Section } from '../questions/question.ts'
import { pager, sectionTable } from './parts/tables.ts'
import type { PageContext, Render, View } from './view.ts'
import { articleView } from './views/article.ts'
import { dyadView } from './views/dyad.ts'
import { methodView } from './views/method.ts'

/** The views that are more than the tables of their answer, by the name of the question. */
export const VIEWS: Readonly<Record<string, Render>> = {
  dyad: dyadView,
  article: articleView,
  method: methodView,
}

/** The page of a question that has no view of its own: its tables. */
export function tablesView(sections: readonly Section[], page: PageContext): View {
  const { name, help } = page.question
  return {
    title: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' '),
    lede: help,
    body: html`${sections.map((section) => sectionTable(section, page))}${pager(page)}`,
  }
}
