import type { Range } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import { type FactHit, findFacts } from '../facts/facts.ts'
import { actorNoun, titleOf } from '../facts/words.ts'
import { type Word, wordsOf } from './heads.ts'
import { titleWords } from './titles.ts'

const PARTICLES = new Set(
  'al al- el bin ibn abu de del della van von der den la le du da dos di ben bint ul ur st of the and for'.split(' '),
)

/** The capitalised run that ends in the head, titles and demonyms before it left out. */
export function nameIn(
  doc: Document,
  range: Range,
  head: Word,
  hit: FactHit | null,
  tags: ReadonlyMap<string, number>,
): string | null {
  if (hit && hit.form !== 'demonym' && hit.form !== 'metonym') return doc.text.slice(hit.start, hit.end)
  const words = wordsOf(doc.text, range)
  const at = words.findIndex((w) => w.start === head.start)
  if (at >= 0 && LAND.test(head.text)) return landName(doc, words, at)
  if (at < 0 || !/^\p{Lu}|^al-\p{Lu}/u.test(head.text)) return null
  const named = [
    'name-person',
    'name-organization',
    'name-place',
    're3d-Person',
    're3d-Organisation',
    're3d-Location',
  ].some((t) => tags.has(t))
  const opening = doc.sentences[indexAt(doc.sentences, head.start)]?.start ?? 0
  const first = /^["“‘'(]*$/.test(doc.text.slice(opening, head.start))
  if (first && (!named || isCommon(doc.text, head.text))) return null
  let from = at
  while (from > 0) {
    const word = words[from - 1] as Word
    const gap = doc.text.slice(word.end, (words[from] as Word).start)
    if (!/^[\s-]*$|^\.\s$/.test(gap) && !(OWNED.test(word.text) && /^[’']s?\s$/.test(gap))) break
    if (
      /^\p{Lu}/u.test(word.text) ||
      (PARTICLES.has(word.text.toLowerCase()) && from > 1 && /^\p{Lu}/u.test((words[from - 2] as Word).text))
    )
      from--
    else break
  }
  const start = isPerson(tags) || isTitled(words.slice(from, at + 1)) ? pastTitles(words, from, at) : from
  return doc.text.slice((words[start] as Word).start, endOfName(doc, words, at))
}

/** Whose possessive is part of a body's name: "the Workers’ Party", "the People’s Tribunal". */
const OWNED =
  /^(?:Peoples?|Workers|Women|Children|Men|Farmers|Teachers|Students|Doctors|Lawyers|Veterans|Citizens|Mothers|Fishermen)$/

const LAND =
  /^(?:province|city|town|village|region|district|governorate|river|island|valley|county|suburbs?|neighbou?rhood|desert|peninsula|strait|camp|enclave)$/

/** The proper name with a noun for places: "Idlib province" → the same, "the port city of Tartus" → "Tartus"; null where there is none. */
function landName(doc: Document, words: readonly Word[], at: number): string | null {
  const head = words[at] as Word
  const isName = (w: Word | undefined): boolean => w !== undefined && /^(?:al-)?\p{Lu}/u.test(w.text)
  if (words[at + 1]?.text === 'of' && isName(words[at + 2])) {
    let last = at + 2
    while (
      isName(words[last + 1]) &&
      doc.text.slice((words[last] as Word).end, (words[last + 1] as Word).start) === ' '
    )
      last++
    return doc.text.slice((words[at + 2] as Word).start, (words[last] as Word).end)
  }
  let from = at
  while (
    isName(words[from - 1]) &&
    /^[ -]$/.test(doc.text.slice((words[from - 1] as Word).end, (words[from] as Word).start))
  )
    from--
  while (
    from < at &&
    (/^(?:The|A|An)$/.test((words[from] as Word).text) || findFacts((words[from] as Word).text)[0]?.form === 'demonym')
  )
    from++
  return from < at ? doc.text.slice((words[from] as Word).start, head.end) : null
}

/** Whether a word that opens a sentence is no name: an actor noun, or written small elsewhere in the text. */
function isCommon(text: string, word: string): boolean {
  const small = word.toLowerCase()
  return (
    actorNoun(small) !== undefined ||
    NOBODY.test(small) ||
    new RegExp(`\\s${small.replace(/[^\p{L}]/gu, '.')}[\\s,.]`, 'u').test(text)
  )
}

const NOBODY =
  /^(?:each|others?|many|some|most|several|few|everyone|everybody|nobody|both|all|another|none|those|these)$/

/** Whether the tags say a person is meant, whose titles and people are no part of the name; "Syrian Democratic Council" keeps its own. */
function isPerson(tags: ReadonlyMap<string, number>): boolean {
  const score = (...names: string[]): number => Math.max(0, ...names.map((n) => tags.get(n) ?? 0))
  return (
    score('name-person', 're3d-Person', 'mention-person') >=
    score('name-organization', 're3d-Organisation', 'mention-organization')
  )
}

/** Whether words begin, demonyms left out, with a title and end in a name: "Russian Foreign Minister Lavrov", not "Prime Minister's Office". */
export function isTitled(words: readonly Word[]): boolean {
  const last = words.at(-1)
  if (!last || actorNoun(last.text.toLowerCase()) || !/^\p{Lu}\p{Ll}/u.test(last.text)) return false
  const start = words.findIndex((w) => findFacts(w.text)[0]?.form !== 'demonym')
  const rest = words.slice(Math.max(0, start)).map((w) => w.text)
  const title = titleOf(rest)
  return title !== null && title.words < rest.length && title.text !== 'General' && !ORGANISATION.test(last.text)
}

const ORGANISATION =
  /^(?:Office|Street|Court|School|Council|Committee|House|Palace|Motors|Electric|Assembly|Hospital|Party|Department)$/

/** Where a name begins behind its demonyms and titles: "Iranian Foreign Minister Javad Zarif" → "Javad". */
function pastTitles(words: readonly Word[], from: number, at: number): number {
  return from + titleWords(words.slice(from, at + 1).map((w) => w.text))
}

/** A name may go on behind its head: "Ministry of Defence", "Sons of the River". */
function endOfName(doc: Document, words: readonly Word[], at: number): number {
  const next = words[at + 1]
  const more = words[at + 2]?.text === 'the' ? at + 3 : at + 2
  const after = words[more]
  if (
    next?.text === 'of' &&
    after &&
    /^\p{Lu}/u.test(after.text) &&
    doc.text.slice((words[at] as Word).end, next.start) === ' '
  ) {
    let i = more
    while (
      words[i + 1] &&
      /^\p{Lu}/u.test((words[i + 1] as Word).text) &&
      /^\s$/.test(doc.text.slice((words[i] as Word).end, (words[i + 1] as Word).start))
    )
      i++
    return (words[i] as Word).end
  }
  return (words[at] as Word).end
}
