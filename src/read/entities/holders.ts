import type { Document } from '../document.ts'
import { codeWords, findFacts } from '../facts/facts.ts'
import { codeEntity } from './code-entity.ts'
import type { Clusters, Growing } from './entity.ts'
import type { Draft } from './find-mentions.ts'

const OFFICE =
  /\b((?:prime |foreign |(?:home|foreign|defen[cs]e|interior|finance|state|treasury) )?(?:minister|secretary)(?: of state| of defen[cs]e)?|president|premier|chancellor|king|queen|sultan|emir|pope|leader|governor|mayor)$/i
const HEADS_OF_STATE = /^(?:prime minister|president|premier|chancellor|king|queen|sultan|emir|leader)$/
const NOT_NOW =
  /^(?:an?|some|another|any|every|no|one|his|her|its|their|our|my|your|other|each)\b|\b(?:former|ex|late|deputy|vice|next|new|opposition|rebel|party|majority|minority|rights|union|tribal|religious|spiritual|gang|group|community|protest|faction|militia|separatist|band)\b/i

/** The office that words end in, lower case: "the Turkish foreign minister" → "foreign minister"; null for a former or indefinite one. */
export function officeIn(words: string): string | null {
  return NOT_NOW.test(words) ? null : (OFFICE.exec(words.replace(/[’']s?$/, ''))?.[1]?.toLowerCase() ?? null)
}

/**
 * The named person whom a definite office means: "the Turkish leader" is Erdoğan where the article names him, "the foreign minister" the one
 * last called so. Null where no named person holds it, or where another country is meant.
 */
export function holderOf(doc: Document, clusters: Clusters, i: number): Growing | null {
  const draft = clusters.drafts[i] as Draft
  const words = doc.text.slice(draft.start, draft.end)
  if (draft.form !== 'description') return null
  const office = officeIn(words)
  if (office === null) return rulerOf(doc, clusters, i)
  const { country } = codeWords(words)
  const named = clusters.entities.filter((e) => e.kind === 'person' && e.names.length > 0)
  const holders = named.filter((e) => e.heads.has(office) && mayServe(doc, clusters, e, country))
  const heads =
    holders.length === 0 && country !== null && HEADS_OF_STATE.test(office)
      ? named.filter((e) => leads(doc, clusters, e, country, office))
      : holders
  return nearest(heads, i) ?? rulerOf(doc, clusters, i)
}

const RULER =
  /^the (?:(?:country|nation|regime|state|republic|kingdom)[’']s )?(?:(?:sitting |current )?(?:president|prime minister|premier|chancellor|leader|king|queen|sultan|emir)|supreme leader|(?:[\p{L}-]+ ){0,2}(?:ruler|tyrant|dictator|strongman|despot|autocrat))$/iu

/** The one named person in office on the day whom "the president" or "the regime’s ageing tyrant" can mean; null where several can. */
function rulerOf(doc: Document, clusters: Clusters, i: number): Growing | null {
  const draft = clusters.drafts[i] as Draft
  const words = doc.text.slice(draft.start, draft.end)
  if (!RULER.test(words) || NOT_NOW.test(words)) return null
  const land = landOf(doc, draft)
  const isSupreme = /supreme leader$/i.test(words)
  const [only, ...others] = clusters.entities.filter((e) => {
    if (e.kind !== 'person' || e.fact === null || [...e.heads].some((h) => !HEADS_OF_STATE.test(h))) return false
    const { country, sectors } = codeEntity(doc, clusters, e)
    return sectors.includes('GOV') && (land === null || country === land) && (!isSupreme || sectors.includes('REL'))
  })
  return others.length === 0 ? (only ?? null) : null
}

/** The state that a sentence is set in by its first words: "In Iran, …". */
function landOf(doc: Document, draft: Draft): string | null {
  const { start = 0 } = doc.sentences[draft.sentence] ?? {}
  const first = doc.text.slice(start, start + 40)
  const [hit] = /^In \p{Lu}/u.test(first) ? findFacts(first) : []
  return hit?.start === 3 && hit.fact.kind === 'state' && first[hit.end] === ','
    ? (hit.fact.codes[0]?.country ?? null)
    : null
}

function mayServe(doc: Document, clusters: Clusters, entity: Growing, country: string | null): boolean {
  const own = country === null ? null : codeEntity(doc, clusters, entity).country
  return own === null || own === country
}

/** Whether what is known of a person makes him a head of a state's government: nothing else that he was called may speak against it. */
function leads(doc: Document, clusters: Clusters, entity: Growing, country: string, office: string): boolean {
  const code = codeEntity(doc, clusters, entity)
  const isOther = (own: string): boolean => own !== office && own !== 'leader' && office !== 'leader'
  return code.country === country && code.sectors.includes('GOV') && ![...entity.heads].some(isOther)
}

/** The entity mentioned last before a mention, else the one mentioned first after it. */
function nearest(entities: readonly Growing[], i: number): Growing | null {
  const before = (e: Growing): number => Math.max(-1, ...e.mentions.filter((m) => m < i))
  const [last] = [...entities].sort((a, b) => before(b) - before(a))
  return last ?? null
}
