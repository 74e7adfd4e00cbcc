/** One term of a search: its words, letters and figures alone, in their order; "harsh revenge" is one, rev* another. */
type Term = {
  readonly words: readonly string[]
  /** It may go on after its last letter. */
  readonly star: boolean
  readonly unwanted: boolean
  /** It stands after an OR. */
  readonly or: boolean
}

/** What a person typed, in terms: "quoted phrases", word*, OR and -word are understood. */
export function termsOf(query: string): Term[] {
  const terms: Term[] = []
  let or = false
  for (const [, minus, phrase, word = ''] of query.matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))/g)) {
    if (phrase === undefined && word === 'OR') {
      or = true
      continue
    }
    const words = (phrase ?? word).match(/[\p{L}\p{N}]+/gu)
    if (!words) continue
    terms.push({ words, star: phrase === undefined && word.endsWith('*'), unwanted: minus === '-', or })
    or = false
  }
  return terms
}

/** Where the words of a search stand in a text, in order, none within another; case and accents do not count. */
export function wordsIn(text: string, query: string): { readonly start: number; readonly end: number }[] {
  const wanted = termsOf(query).filter((t) => !t.unwanted)
  if (wanted.length === 0) return []
  const forms = wanted
    .map(({ words, star }) => words.map(folded).join('[^\\p{L}\\p{N}]+') + (star ? '[\\p{L}\\p{N}]*' : ''))
    .sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return [...folded(text).matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
}

/** Small letters without accents, each in its place: the length stays. */
function folded(text: string): string {
  return text
    .replace(/[^\x00-\x7f]/g, (c) => {
      const plain = c.normalize('NFD')[0]?.toLowerCase() ?? c
      return plain.length === c.length ? plain : c
    })
    .replace(/[A-Z]+/g, (c) => c.toLowerCase())
}
