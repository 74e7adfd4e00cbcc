import type { ActorCode } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import { codeOn, codeWords } from '../facts/facts.ts'
import type { Clusters, Growing } from './entity.ts'
import type { Draft } from './find-mentions.ts'

/** PLOVER country and sectors of an entity: from what is known of it on the day, else from the words of its mentions. */
export function codeEntity(doc: Document, clusters: Clusters, entity: Growing): ActorCode {
  const day = doc.article.published
  let { country, sectors } = entity.fact
    ? codeOn(entity.fact, day)
    : { country: null, sectors: [] as readonly string[] }
  for (const m of entity.mentions) {
    if (country !== null && sectors.length > 0) break
    const draft = clusters.drafts[m] as Draft
    if (draft.form === 'pronoun') continue
    const coded = codeWords(doc.text.slice(draft.start, draft.end), { day })
    country ??= coded.country
    if (sectors.length === 0) sectors = coded.sectors
  }
  return { country, sectors: [...sectors] }
}
