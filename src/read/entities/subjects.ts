import type { Range } from '../../codebook/index.ts'
import type { Clusters } from './entity.ts'
import type { Draft } from './find-mentions.ts'

const AUX = String.raw`(?:has|have|had|is|are|was|were|be|been|being|will|would|could|may|might|can|did|do|does|not|never|also|then|still|now|later|again|already|repeatedly|recently|reportedly|allegedly|\p{L}+ly|[\p{L}]+n[’']t)`
const SPAN = String.raw`(?:(?:in|over|for|since|during) (?:the )?(?:[\p{L}\d]+ ){0,3}(?:days?|weeks?|months?|years?|decades?)|last (?:day|week|month|year)|earlier)`
const ONLY_AUX = new RegExp(String.raw`^\s*(?:\([^)]*\)\s*)?(?:${AUX}\s+)*(?:\p{L}+(?:ed|en|wn) (?:and|or) )?$`, 'iu')
const RELATIVE = new RegExp(
  String.raw`(?:,|\s[–—-])?\s*\b(who|which|that)\s+(?:,?\s*${SPAN},?\s+)?(?:${AUX}\s+)*$`,
  'iu',
)
const INSERTED = new RegExp(String.raw`[,–—]\s+(?:${AUX}\s+)*$`, 'iu')
const CLAUSE =
  /(?:^|\b(?:that|said|says|when|while|because|as|after|before|if|but|and|where|since|although|though|whether)\s)(?:the\s|an?\s)?["“‘'(]*$/iu
const WITHIN =
  /\s(?:(?:still|now|currently|also)\s)?(?:of|in|at|near|from|for|with|on|inside|outside|around|behind|across|against|under)\s(?:the\s|an?\s|its\s|their\s)?$/iu
/** Furthest from its verb, in letters, that a subject stands with words put in between. */
const FAR = 220

/**
 * The mention that is the subject of a verb, by the words between the two: right before it ("rebels have shelled"), before the pronoun that stands
 * for it ("rebels, who shelled"), before words put in ("the commander, a former teacher, was killed"); of "the men at the base" the men. -1 for none.
 */
export function subjectOfVerb(
  text: string,
  clusters: Clusters,
  sentence: Range,
  verb: number,
  { plain: isPlain }: { readonly plain: boolean } = { plain: true },
): number {
  const before = text.slice(sentence.start, verb)
  const relative = RELATIVE.exec(before)
  if (relative) {
    const end = sentence.start + relative.index
    const named = lastBefore(clusters, sentence, end + 1, (d) => end - d.end <= 2)
    const isPerson = /^who$/i.test(relative[1] as string)
    // "the officer at the base, who …" is the officer, "the head of the army, which …" the army.
    return named >= 0 && isPerson && !canBeWho(clusters.drafts[named] as Draft)
      ? wholeOf(text, clusters, sentence, named)
      : named
  }
  if (!isPlain) return -1
  const plain = lastBefore(clusters, sentence, verb, (d) => ONLY_AUX.test(text.slice(d.end, verb)))
  if (plain >= 0) return wholeOf(text, clusters, sentence, plain)
  const inserted = INSERTED.exec(before)
  if (!inserted) return -1
  return lastBefore(
    clusters,
    sentence,
    sentence.start + inserted.index,
    (d) =>
      verb - d.end < FAR &&
      /^(?:,|\s[–—])\s/.test(text.slice(d.end, d.end + 3)) &&
      CLAUSE.test(text.slice(sentence.start, d.start)),
  )
}

const canBeWho = (d: Draft): boolean => d.kind === 'person' || d.kind === 'group' || d.kind === 'population'

/** "the men at [the base]" → the men. */
function wholeOf(text: string, clusters: Clusters, sentence: Range, at: number): number {
  let whole = at
  for (let i = 0; i < 3; i++) {
    const start = (clusters.drafts[whole] as Draft).start
    const within = WITHIN.exec(text.slice(sentence.start, start))
    if (!within) return whole
    const end = sentence.start + within.index
    const outer = lastBefore(clusters, sentence, end, (d) => d.end === end)
    if (outer < 0) return whole
    whole = outer
  }
  return whole
}

function lastBefore(clusters: Clusters, sentence: Range, end: number, fits: (d: Draft) => boolean): number {
  for (let i = clusters.drafts.length - 1; i >= 0; i--) {
    const d = clusters.drafts[i] as Draft
    if (d.start < sentence.start) return -1
    if (d.end <= end && (clusters.of[i] as number) >= 0 && d.form !== 'demonym' && d.inner !== true && fits(d)) return i
  }
  return -1
}

const PREPOSITION =
  /^(?:of|to|in|on|at|for|from|with|by|about|against|after|before|around|behind|near|over|under|upon|like|than|as|and|or|but|that|if|between|among|into|without|within|because|when|while|where|who|which)$/i
const ALONE =
  /^(?:[.,;:!?)”"’]|\s(?:to|in|on|at|for|and|or|but|of|by|with|from|that|as|after|before|about|into|off|down|up|out|over|away|back|when|while|if|because|during|since|last|on)\b|\s?[–—]|$)/

/** The mention that a pronoun cannot mean, being the object of what that one does: in "Ruiz called Petrov and urged him to stop" not Ruiz. -1 for none. */
export function subjectOverObject(text: string, clusters: Clusters, sentence: Range, pronoun: Range): number {
  if (!/^(?:him|her|them|it)$/i.test(text.slice(pronoun.start, pronoun.end))) return -1
  if (!ALONE.test(text.slice(pronoun.end, pronoun.end + 12))) return -1
  const before = text.slice(sentence.start, pronoun.start)
  const verb = /(?:^|[\s“"])(\p{Ll}+) $/u.exec(before)
  if (!verb || PREPOSITION.test(verb[1] as string)) return -1
  const at = pronoun.start - 1 - (verb[1] as string).length
  const subject = subjectOfVerb(text, clusters, sentence, at)
  if (subject >= 0 || !/,?\s(?:and|or|but|then)\s(?:\p{L}+ly\s)?$/u.test(text.slice(sentence.start, at))) return subject
  return lastBefore(clusters, sentence, at, (d) => CLAUSE.test(text.slice(sentence.start, d.start)))
}
