import { article } from './article.ts'
import { changes } from './changes.ts'
import { disputes } from './disputes.ts'
import { dyad } from './dyad.ts'
import { event, events } from './events.ts'
import { map } from './map.ts'
import { method } from './method.ts'
import { network } from './network.ts'
import { now } from './now.ts'
import type { Question } from './question.ts'
import { same } from './same.ts'
import { search } from './search.ts'
import { statements } from './statements.ts'
import { actor, relations, sources } from './who.ts'
import { wordsAndDeeds } from './words-and-deeds.ts'

/** Every question, in the order of the help. */
export const QUESTIONS: readonly Question[] = [
  now,
  events,
  event,
  dyad,
  actor,
  article,
  statements,
  sources,
  disputes,
  wordsAndDeeds,
  relations,
  network,
  changes,
  search,
  same,
  map,
  method,
]
