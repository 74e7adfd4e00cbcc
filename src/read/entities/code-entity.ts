import type { ActorCode } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import { bearersOf, codeOn, codeWords, type Fact } from '../facts/facts.ts'
import type { Clusters, Growing } from './entity.ts'
import type { Draft } from './find-mentions.ts'

/** PLOVER country and sectors of an entity: from what is known of it on the day, else from the words of its mentions. */
export function codeEntity(doc: Document, clusters: Clusters, entity: Growing): ActorCode {
  const day = doc.article.published
  const fact = entity.fact ?? inOffice(entity, day)
  if (entity.kind === 'place' && !entity.fact) return { country: countryOfPlace(doc, clusters, entity), sectors: [] }
  let { country, sectors } = fact ? codeOn(fact, day) : { country: null, sectors: [] as readonly string[] }
  for (const words of wordsFor(doc, clusters, entity)) {
    if (country !== null && sectors.length > 0) break
    const coded = codeWords(words, { day })
    country ??= coded.country
    if (sectors.length === 0) sectors = coded.sectors
  }
  return { country, sectors: [...sectors] }
}

/** The words that an entity is mentioned by, each once. */
function wordsFor(doc: Document, clusters: Clusters, entity: Growing): Iterable<string> {
  const drafts = entity.mentions.map((m) => clusters.drafts[m] as Draft).filter((d) => d.form !== 'pronoun')
  return new Set(drafts.map((d) => doc.text.slice(d.start, d.end)))
}

/** A person called by surname alone, where a well-known bearer of it is in public life on the day: "President Obama" in 2012. The code only, never the name. */
function inOffice(entity: Growing, day: string | null): Fact | null {
  const [name] = entity.names
  if (entity.kind !== 'person' || name === undefined || /[\s-]/.test(name) || day === null) return null
  const serves = (f: Fact): boolean =>
    f.codes.some(
      (c) => (c.from ?? '') <= day && (c.until === null || day < c.until) && c.sectors.some((s) => PUBLIC.has(s)),
    )
  return bearersOf(name).find(serves) ?? null
}

const PUBLIC = new Set(['GOV', 'PTY', 'LEG', 'MIL', 'REB', 'OPP'])

/** A place is of the country that its words name, as a place holds no office. */
function countryOfPlace(doc: Document, clusters: Clusters, entity: Growing): string | null {
  for (const words of wordsFor(doc, clusters, entity)) {
    const { country } = codeWords(words.replace(PART_OF, ''))
    if (country !== null && country !== 'IGO') return country
  }
  return null
}

const PART_OF = /^(?:(?:the )?other )?(?:parts|areas|most|much) of /i
