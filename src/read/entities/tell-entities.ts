import type { Document } from '../document.ts'
import { antecedentOf } from './antecedents.ts'
import { appositions } from './appositions.ts'
import { type Clusters, type Growing, nameKey } from './entity.ts'
import type { Draft } from './find-mentions.ts'
import { holderOf, officeIn } from './holders.ts'
import { genderOfName, nameMatch } from './match-names.ts'
import { isMany } from './number.ts'
import { type Gender, pronounOf } from './pronouns.ts'
import { quoteAt, quotersOf } from './quoters.ts'

/**
 * Tell which mentions mean one actor, reading from the top: names by name, descriptions and pronouns by what stands before them.
 * First and second person wait for the speakers (`tellSpeakersWords`).
 */
export function tellEntities(doc: Document, drafts: readonly Draft[]): Clusters {
  const clusters: Clusters = { drafts, entities: [], of: new Int32Array(drafts.length).fill(-1), considered: new Map() }
  const twins = appositions(doc, drafts)
  // Names first: a description may point forward to a name in apposition.
  for (const [i, draft] of drafts.entries())
    if (draft.name !== null || draft.hit) place(doc, clusters, i, byName(clusters, doc.text, i))
  const quoters = quotersOf(doc.text, doc.quotes, drafts)
  const quoted = drafts.map((d) => quoteAt(doc.quotes, d))
  // What stands outside quotations before what is quoted: "he" in a quotation is not the one who speaks it.
  for (const isQuoted of [false, true])
    for (const i of drafts.keys()) {
      if (clusters.of[i] !== -1 || (quoted[i] as number) >= 0 !== isQuoted) continue
      const quoter = isQuoted ? (clusters.of[quoters[quoted[i] as number] as number] ?? -1) : -1
      tell(doc, clusters, twins, i, quoter)
    }
  return clusters
}

/** Tell whom a description or a pronoun of the third person means. */
function tell(doc: Document, clusters: Clusters, twins: ReadonlyMap<number, number>, i: number, quoter: number): void {
  const { drafts, entities, of } = clusters
  const draft = drafts[i] as Draft
  const host = draft.inner ? drafts.findIndex((d) => d.head.start === draft.head.start) : twins.get(i)
  if (host !== undefined && (of[host] as number) >= 0) {
    place(doc, clusters, i, entities[of[host] as number] ?? null)
    return
  }
  const pronoun = draft.form === 'pronoun' ? pronounOf(doc.text.slice(draft.start, draft.end)) : null
  if (pronoun && pronoun.person !== 3) return
  const entity = holderOf(doc, clusters, i) ?? antecedentOf(doc, clusters, i, quoter)
  // "it" that goes back to nobody stands for no one.
  if (entity === null && pronoun && draft.tags.size === 1) return
  place(doc, clusters, i, entity)
}

/** The entity that a name means among those named before it. */
function byName(clusters: Clusters, text: string, i: number): Growing | null {
  const draft = clusters.drafts[i] as Draft
  const { hit, name } = draft
  if (hit && !isPlaceOnly(draft)) {
    const same = clusters.entities.find((e) => e.fact?.id === hit.fact.id)
    if (same) return same
  }
  if (name === null) return null
  const part: Growing[] = []
  const gender = genderOfName(name, text.slice(draft.start, draft.end))
  for (const entity of [...clusters.entities].reverse()) {
    const match = isOtherSex(gender, entity.gender) ? 0 : nameMatch(name, draft, entity)
    if (match === 2) return entity
    if (match === 1) part.push(entity)
  }
  // Of several bearers of a surname the one most spoken of is meant, of equals the one named last.
  return part.sort((a, b) => b.mentions.length - a.mentions.length)[0] ?? null
}

const isOtherSex = (a: Gender, b: Gender): boolean =>
  (a === 'male' && b === 'female') || (a === 'female' && b === 'male')

/** A capital that is only a place here: not the government that sits there. */
function isPlaceOnly(draft: Draft): boolean {
  if (draft.hit?.form !== 'capital') return false
  return !draft.tags.has('party') && !draft.tags.has('source')
}

/** Put a mention into an entity, or begin a new one with it. */
function place(doc: Document, clusters: Clusters, i: number, entity: Growing | null): void {
  const draft = clusters.drafts[i] as Draft
  const own = entity ?? begin(clusters, draft, doc.text)
  clusters.of[i] = own.id
  own.mentions.push(i)
  learn(own, draft, doc.text)
}

function begin(clusters: Clusters, draft: Draft, text: string): Growing {
  const entity: Growing = {
    id: clusters.entities.length,
    kind: isPlaceOnly(draft) ? 'place' : draft.kind,
    fact: draft.hit && !isPlaceOnly(draft) ? draft.hit.fact : null,
    names: [],
    gender: 'unknown',
    many: isMany(draft, text),
    heads: new Set(),
    mentions: [],
  }
  clusters.entities.push(entity)
  return entity
}

function learn(entity: Growing, draft: Draft, text: string): void {
  if (draft.form === 'pronoun') return
  const words = text.slice(draft.start, draft.end)
  const office = officeIn(draft.name === null ? words : words.slice(0, Math.max(0, words.indexOf(draft.name))).trim())
  if (office !== null) entity.heads.add(office)
  if (entity.fact === null && draft.hit && !isPlaceOnly(draft) && draft.hit.form === 'name')
    entity.fact = draft.hit.fact
  const { name } = draft
  if (name !== null && !entity.names.some((n) => nameKey(n) === nameKey(name))) {
    entity.names.push(name)
    entity.names.sort((a, b) => b.length - a.length)
  }
  if (entity.gender === 'unknown') {
    const told = entity.fact?.gender
    entity.gender = told ? (told === 'm' ? 'male' : 'female') : genderOfName(name, text.slice(draft.start, draft.end))
  }
}
