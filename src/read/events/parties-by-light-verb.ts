import { PLOVER } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import { subjectOfVerb } from '../entities/subjects.ts'
import type { RawEvent } from './find-events.ts'

const LIGHT =
  /\b(?:carr(?:y|ies|ied|ying) out|launch(?:es|ed|ing)?|conduct(?:s|ed|ing)?|stag(?:es|ed|ing)|mount(?:s|ed|ing)|wag(?:es|ed|ing)|order(?:s|ed|ing)|(?:re)?impos(?:e|es|ed|ing)|threaten(?:s|ed|ing)?|call(?:s|ed|ing) in|end(?:s|ed|ing)|start(?:s|ed|ing)|beg[au]n)\s+(?:[\p{L}-]+\s+){0,5}$/iu

/** Whose deed a noun is, by the verb that carries it: "rebels carried out the attack", "the army, which has launched an offensive"; else none. */
export function doerOf(
  doc: Document,
  event: RawEvent,
  others: readonly RawEvent[],
  clusters: Clusters,
): readonly number[] {
  const sentence = doc.sentences[indexAt(doc.sentences, event.trigger.start)]
  if (!sentence || PLOVER[event.type].quadClass % 2 !== 0) return []
  const light = LIGHT.exec(doc.text.slice(sentence.start, event.trigger.start))
  if (!light) return []
  const at = sentence.start + light.index
  // "threatened an offensive": the verb may be an act of its own.
  const carrier = others.find((o) => o !== event && o.trigger.start <= at && at < o.trigger.end)
  if (carrier && carrier.actors.length > 0) return carrier.actors
  const subject = subjectOfVerb(doc.text, clusters, sentence, at)
  return subject >= 0 ? [subject] : []
}
