import { html } from 'hono/html'
import type { Section } from '../questions/question.ts'
import { pager, sectionTable } from './parts/tables.ts'
import type { PageContext, Render, View } from './view.ts'
import { actorView } from './views/actor.ts'
import { articleView } from './views/article.ts'
import { changesView } from './views/changes.ts'
import { disputesView } from './views/disputes.ts'
import { dyadView } from './views/dyad.ts'
import { eventView } from './views/event.ts'
import { eventsView } from './views/events.ts'
import { mapView } from './views/map.ts'
import { methodView } from './views/method.ts'
import { networkView } from './views/network.ts'
import { nowView } from './views/now.ts'
import { relationsView } from './views/relations.ts'
import { sameView } from './views/same.ts'
import { searchView } from './views/search.ts'
import { sourcesView } from './views/sources.ts'
import { statementsView } from './views/statements.ts'
import { wordsAndDeedsView } from './views/words-and-deeds.ts'

/** The views that are more than the tables of their answer, by the name of the question. */
export const VIEWS: Readonly<Record<string, Render>> = {
  changes: changesView,
  sources: sourcesView,
  statements: statementsView,
  disputes: disputesView,
  now: nowView,
  events: eventsView,
  map: mapView,
  dyad: dyadView,
  network: networkView,
  relations: relationsView,
  'words-and-deeds': wordsAndDeedsView,
  actor: actorView,
  article: articleView,
  event: eventView,
  method: methodView,
  search: searchView,
  same: sameView,
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
