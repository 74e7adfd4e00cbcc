import type { RelationType } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import { codeEntity } from '../entities/code-entity.ts'
import type { Clusters, Growing } from '../entities/entity.ts'
import type { Draft } from '../entities/find-mentions.ts'
import { roleIn } from './roles.ts'

export type OfficeTie = { readonly type: RelationType; readonly mention: number; readonly state: number }

/**
 * Holders of an office whose state the article names elsewhere: "President Obama" in an article about the United States leads it,
 * "Secretary Kerry" belongs to it. Only where the person's country is known and the state is an entity of the article.
 */
export function officeTies(doc: Document, clusters: Clusters): OfficeTie[] {
  const ties: OfficeTie[] = []
  for (const entity of clusters.entities) {
    if (entity.kind !== 'person' || entity.names.length === 0) continue
    for (const m of entity.mentions) {
      const title = titleIn(doc.text, clusters.drafts[m] as Draft)
      const type = title === null ? null : roleIn(title, true)
      if (type !== 'leads' && type !== 'member_of') continue
      const { country, sectors } = codeEntity(doc, clusters, entity)
      // ELI: a former official, whatever the text still calls him.
      const state =
        country === null || sectors.includes('ELI') ? undefined : clusters.entities.find((e) => isState(e, country))
      if (state) ties.push({ type, mention: m, state: state.id })
      break
    }
  }
  return ties
}

const isState = (entity: Growing, country: string): boolean =>
  entity.kind === 'state' && entity.fact?.id === `state:${country}` && entity.mentions.length > 0

/** The office in front of a name, or a bare office that means a person: "President Obama", "the prime minister". */
function titleIn(text: string, draft: Draft): string | null {
  const words = text.slice(draft.start, draft.end)
  const before =
    draft.name !== null && draft.inner !== true ? words.slice(0, Math.max(0, words.indexOf(draft.name))) : words
  const office =
    /^(?:the )?((?:prime minister|president|king|queen|chancellor|premier|(?:\p{L}+ ){0,2}(?:minister|secretary)|secretary of state))(?: of \p{L}+)?\s*$/iu
  return draft.form === 'name' || draft.form === 'description' ? (office.exec(before)?.[1] ?? null) : null
}
