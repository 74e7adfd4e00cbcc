import { html } from 'hono/html'
import type { NetworkTie } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import type { Html, PageContext } from '../view.ts'
import { actorLink, sentence } from './lines.ts'
import { calledThe } from './names.ts'
import { dayInWords } from './words.ts'

/** What a tie is called, from its head to its tail. */
export const TIE_WORDS: Readonly<Record<string, string>> = {
  backs: 'backs',
  leads: 'leads',
  member_of: 'is part of',
  speaks_for: 'speaks for',
  allied_with: 'is allied with',
  opposes: 'opposes',
}

/** Whether all that state a tie hedge it, or none but people who claim it state it. */
export function isLoose({ hedged, claimed, times }: Pick<NetworkTie, 'hedged' | 'claimed' | 'times'>): boolean {
  return hedged >= times || claimed >= times
}

/** The line that tells a tie: who stands how to whom; under it when, how often, by whose claim, and the latest sentence. */
export function tieLine(tie: NetworkTie, page: PageContext): Html {
  const { head, tail, type, times, first, last } = tie
  const claim =
    tie.claimed > 0 && tie.claimedBy.length > 0
      ? `${tie.claimed >= times ? 'claimed' : `${tie.claimed} of ${times} times claimed`} by ${tie.claimedBy.map((c) => calledThe(c.name)).join(', ')}`
      : ''
  const hedge = tie.hedged > 0 ? (tie.hedged >= times ? 'hedged' : `hedged ${tie.hedged} of ${times} times`) : ''
  const when = stretchOf(first, last)
  return html`<article class="event${isLoose(tie) ? ' status-alleged' : ''}"><h3>${actorLink(head, page)} <span class="deed">${TIE_WORDS[type] ?? type}</span> ${actorLink(tail, page)} <span class="code">${type}</span></h3>
<p class="facts">${[when, counted(times, 'sentence'), counted(tie.outlets, 'outlet'), claim, hedge, ...tie.conflicts].filter(Boolean).join(' · ')}</p>${sentence(tie.evidence, page)}</article>`
}

/** "Friday 3 January 2020", "… to …", or that no text dates it. */
export function stretchOf(first: string | null, last: string | null): string {
  if (first === null) return 'no date in the text'
  return last === null || first === last ? dayInWords(first) : `${dayInWords(first)} to ${dayInWords(last)}`
}
