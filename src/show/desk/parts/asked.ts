import { countryName } from '../../../codebook/index.ts'
import type { Filter } from '../filter.ts'
import { calledThe } from './names.ts'
import { dayInWords, NOUNS, QUAD_NAMES } from './words.ts'

/** What a filter asks for, as the title of a page: "Material conflict, Iran → the United States, in Iraq, on Friday 3 January 2020"; `all` where it asks for nothing. */
export function askedInWords(filter: Filter, all: string, place?: string | undefined): string {
  const { actor, recipient, party, type, quadClass, status, country, from, until } = filter
  const what = [
    type && `${capital(NOUNS[type] ?? type)} (${type})`,
    quadClass && capital(QUAD_NAMES[Number(quadClass)] ?? ''),
  ]
  const where = [
    place,
    country && (place === undefined || countryName(country) !== place) ? countryName(country) : undefined,
  ]
  const told = [
    ...what,
    actor || recipient ? `${name(actor) ?? 'anybody'} → ${name(recipient) ?? 'anybody'}` : undefined,
    party && `${name(party)} on either side`,
    status,
    where.some(Boolean) ? `in ${where.flatMap((w) => (w ? calledThe(w) : [])).join(', ')}` : undefined,
    daysAsked(from, until),
    filter.outlet && `reported by ${filter.outlet}`,
    filter.saidBy && `said by ${name(filter.saidBy)}`,
    filter.origins && `with at least ${filter.origins} independent origins`,
    filter.dossier && `in the dossier ${filter.dossier}`,
    filter.asOf && `as the record stood on ${dayInWords(filter.asOf)}`,
  ].filter((part): part is string => Boolean(part))
  if (told.length === 0) return all
  return capital(what.some(Boolean) || actor || recipient || party ? told.join(', ') : `${all}, ${told.join(', ')}`)
}

function name(asked: string | undefined): string | undefined {
  return asked === undefined ? undefined : calledThe(countryName(asked))
}

function daysAsked(from: string | undefined, until: string | undefined): string | undefined {
  if (from && until) {
    const last = new Date(Date.parse(until) - 86_400_000).toISOString().slice(0, 10)
    return last <= from ? `on ${dayInWords(from)}` : `from ${dayInWords(from)} to ${dayInWords(last)}`
  }
  if (from) return `from ${dayInWords(from)} on`
  return until ? `before ${dayInWords(until)}` : undefined
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
