import { changes, search } from './changes.ts'
import { disputes } from './disputes.ts'
import { dyad } from './dyad.ts'
import { event, events } from './events.ts'
import { method } from './method.ts'
import type { Question } from './question.ts'
import { statements } from './statements.ts'
import { actor, relations, sources } from './who.ts'
import { wordsAndDeeds } from './words-and-deeds.ts'

/** Every question, in the order of the help. */
export const QUESTIONS: readonly Question[] = [
  events,
  event,
  dyad,
  actor,
  statements,
  sources,
  disputes,
  wordsAndDeeds,
  relations,
  changes,
  search,
  method,
]
