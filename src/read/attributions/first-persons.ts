import { type Document, indexAt } from '../document.ts'
import { codeEntity } from '../entities/code-entity.ts'
import type { Clusters } from '../entities/entity.ts'
import { pronounOf } from '../entities/pronouns.ts'
import type { Told } from './tell-speakers.ts'
import { holderOf } from './within.ts'

/** "I" and "my" inside somebody's words are that somebody; "we" is the body or state they speak for, else a group of its own. */
export function tellFirstPersons(doc: Document, told: readonly Told[], clusters: Clusters): void {
  for (const [i, draft] of clusters.drafts.entries()) {
    if (clusters.of[i] !== -1) continue
    const pronoun = draft.form === 'pronoun' ? pronounOf(doc.text.slice(draft.start, draft.end)) : null
    if (pronoun?.person !== 1) continue
    let holder = holderOf(told, draft)
    const isOutlets = holder < 0
    // The source of a nested attribution is the speaker of the outer one.
    while (holder >= 0 && (told[holder]?.speaker ?? -1) < 0) holder = told[holder]?.within ?? -1
    const speaker = told[holder]?.speaker ?? -1
    const whose =
      speaker < 0
        ? pronoun.many
          ? voiceOf(doc, told, clusters, isOutlets)
          : -1
        : pronoun.many
          ? bodyOf(doc, told, clusters, holder)
          : speaker
    if (whose < 0) continue
    clusters.of[i] = whose
    clusters.entities[whose]?.mentions.push(i)
  }
}

/** Whom "we" means from a speaker's mouth: a state or body itself; of an official, the state; of others a group that is not the speaker. */
function bodyOf(doc: Document, told: readonly Told[], clusters: Clusters, holder: number): number {
  const speaker = told[holder]?.speaker ?? -1
  const entity = clusters.entities[speaker]
  if (entity?.kind !== 'person' || entity.many) return speaker
  const code = codeEntity(doc, clusters, entity)
  const official = code.sectors.some((s) => s === 'GOV' || s === 'MIL' || s === 'LEG' || s === 'SPY')
  const state =
    official && code.country ? clusters.entities.findIndex((e) => e.fact?.id === `state:${code.country}`) : -1
  if (state >= 0) return state
  const named = code.country === null ? stateSpokenOf(doc, told, clusters, holder) : -1
  return named >= 0 ? named : groupOf(clusters, speaker)
}

/** The state that an official whose country no words give has just spoken of, as his words began: "Tavria will stay, the official said. “We …”". */
function stateSpokenOf(doc: Document, told: readonly Told[], clusters: Clusters, holder: number): number {
  const own = told[holder] as Told
  if (!codeEntity(doc, clusters, clusters.entities[own.speaker] as Clusters['entities'][number]).sectors.some(isOffice))
    return -1
  const start = Math.min(...own.content.map((c) => c.start))
  const before = told.findLast((a) => a !== own && a.speaker === own.speaker && a.content.every((c) => c.end <= start))
  const [first] = before?.content ?? []
  if (!first || indexAt(doc.paragraphs, start) - indexAt(doc.paragraphs, first.start) > 1) return -1
  const at = clusters.drafts.findIndex((d) => d.start >= first.start && d.start - first.start < 5 && d.form === 'name')
  const entity = clusters.of[at] ?? -1
  return clusters.entities[entity]?.kind === 'state' ? entity : -1
}

const isOffice = (sector: string): boolean => /^(?:GOV|MIL|LEG|SPY|ELI)$/.test(sector)

/** The group that somebody's "we" is, begun with the first; -1 speaks for one whom the text does not name. */
function groupOf(clusters: Clusters, speaker: number): number {
  const group = clusters.entities.findIndex((e) => e.weOf === speaker)
  if (group >= 0) return group
  clusters.entities.push({
    id: clusters.entities.length,
    kind: 'group',
    fact: null,
    names: [],
    gender: 'unknown',
    many: true,
    heads: new Set(),
    mentions: [],
    weOf: speaker,
  })
  return clusters.entities.length - 1
}

/** Whose "we" stands outside all that is told to be said: the author's, else that of a group without a name. */
function voiceOf(doc: Document, told: readonly Told[], clusters: Clusters, isOutlets: boolean): number {
  const author = authorOf(doc, told, clusters)
  return author >= 0 || !isOutlets ? author : groupOf(clusters, -1)
}

/** "We" outside all quotations: in a statement, the state or body that speaks in the words its first paragraph opens with. */
function authorOf(doc: Document, told: readonly Told[], clusters: Clusters): number {
  const first = told.find((a) => a.within < 0 && a.source)
  const kind = clusters.entities[first?.speaker ?? -1]?.kind
  if (!first?.source || (kind !== 'state' && kind !== 'organisation')) return -1
  const at = indexAt(doc.paragraphs, first.source.start)
  return at <= 1 && doc.paragraphs[at]?.start === first.source.start ? first.speaker : -1
}
