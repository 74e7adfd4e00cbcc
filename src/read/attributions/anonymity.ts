import type { Anonymous } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import { codeEntity } from '../entities/code-entity.ts'
import type { Clusters } from '../entities/entity.ts'
import type { Told } from './tell-speakers.ts'

const NAMED: Anonymous = { is: false, number: null, affiliation: null, reason: null }

/** Whether a speaker goes without a name, how many they are, whose side they are on and why they are not named. */
export function anonymityOf(doc: Document, clusters: Clusters, a: Told): Anonymous {
  const entity = clusters.entities[a.speaker]
  if (!entity) return { is: true, number: 'unknown', affiliation: null, reason: null }
  if (entity.names.length > 0 || entity.fact !== null) return NAMED
  const code = codeEntity(doc, clusters, entity)
  const affiliation = [code.country, ...code.sectors].filter((x) => x !== null).join(' ')
  return {
    is: true,
    number: entity.many === null ? 'unknown' : entity.many ? 'several' : 'one',
    affiliation: affiliation || null,
    reason: reasonOf(doc, clusters, a),
  }
}

const REASON =
  /(?:on (?:the )?condition of anonymity|(?:declined|asked|refused) (?:to be|not to be) (?:named|identified)|not authori[sz]ed to|anonymously|who (?:asked|declined|requested|spoke on)|spoke on condition)[^.,”“"]*/i

/** Why the article leaves a speaker unnamed, in its own words. */
function reasonOf(doc: Document, clusters: Clusters, a: Told): string | null {
  const mentions = clusters.entities[a.speaker]?.mentions ?? []
  for (const at of new Set(mentions.map((m) => clusters.drafts[m]?.sentence ?? -1))) {
    const sentence = doc.sentences[at]
    const words = sentence && REASON.exec(doc.text.slice(sentence.start, sentence.end))?.[0]
    if (words) return words.trim()
  }
  return null
}
