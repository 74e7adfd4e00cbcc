import type { EventSummary, Named } from '../../../record/index.ts'
import { calledThe } from './names.ts'
import { deedInWords } from './words.ts'

/** An event in one line of words: "Iran attacked the United States in Al Qā’im; 5 to 7 killed (alleged)". */
export function toldInWords(event: EventSummary): string {
  const { type, status, actors, recipients, place, killed } = event
  const whom = recipients.length > 0 ? ` ${names(recipients, '')}` : ''
  const toll = killed ? `; ${killed.low === killed.high ? killed.best : `${killed.low} to ${killed.high}`} killed` : ''
  return `${opening(names(actors, 'somebody'))} ${deedInWords(type, recipients.length > 0)}${whom}${place ? ` in ${calledThe(place)}` : ''}${toll}${status === 'happened' ? '' : ` (${status})`}`
}

function names(actors: readonly Named[], nobody: string): string {
  const told = actors.slice(0, 2).map((a) => calledThe(a.name))
  const rest = actors.length - told.length
  return rest > 0 ? `${told.join(', ')} and ${rest} more` : told.join(' and ') || nobody
}

/** The first letter as it begins a line. */
function opening(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
