// Text to wordpieces with exact offsets; training/rubicon_training/pieces.py does the same, parity.jsonl holds them together.

/** One piece of a word: where it stands in the text (UTF-16), its row in the vocabulary, how its word is written. */
export type Piece = { readonly id: number; readonly start: number; readonly end: number; readonly case: number }

const WORD = /\n|[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}\p{Z}\p{C}]/gu
const MARK = /\p{Mn}/u
const LETTER = /\p{L}/u
const NUMBER = /\p{N}/u
const [NONE, LOWER, TITLE, UPPER, MIXED, DIGIT] = [0, 1, 2, 3, 4, 5] as const
const LONGEST = 100

/** How a word is written: none, lower, Title, UPPER, miXed or digits. */
function caseOf(word: string): number {
  if (!LETTER.test(word)) return NUMBER.test(word) ? DIGIT : NONE
  const lower = word.toLowerCase()
  if (word === lower) return LOWER
  const first = String.fromCodePoint(word.codePointAt(0) as number)
  const rest = word.slice(first.length)
  if (rest !== '' && word === word.toUpperCase()) return UPPER
  return first !== first.toLowerCase() && rest === rest.toLowerCase() ? TITLE : MIXED
}

type Split = readonly { readonly id: number; readonly from: number; readonly to: number }[]

export type Pieces = { readonly start: number; readonly stop: number; split(text: string): Piece[] }

/** A splitter over a BERT vocabulary file (one piece a line). Words are remembered, up to a bound. */
export function openPieces(vocabulary: string): Pieces {
  const ids = new Map<string, number>()
  for (const [i, word] of vocabulary.split(/\r?\n/).entries()) if (word !== '') ids.set(word, i)
  const id = (word: string): number => ids.get(word) ?? 0
  const unknown = id('[UNK]')
  const newline = id('[unused1]')
  const known = new Map<string, Split>()

  function splitWord(word: string): Split {
    const whole = [{ id: unknown, from: 0, to: word.length }]
    const letters: string[] = []
    const index: number[] = []
    let at = 0
    for (const c of word) {
      for (const d of c.toLowerCase().normalize('NFD')) {
        if (MARK.test(d)) continue
        letters.push(d)
        index.push(at)
      }
      at += c.length
    }
    if (letters.length === 0 || letters.length > LONGEST) return whole
    const found: { id: number; from: number; to: number }[] = []
    for (let i = 0; i < letters.length; ) {
      let j = letters.length
      let piece: number | undefined
      for (; j > i; j--) {
        piece = ids.get((i > 0 ? '##' : '') + letters.slice(i, j).join(''))
        if (piece !== undefined) break
      }
      if (piece === undefined) return whole
      found.push({
        id: piece,
        from: i > 0 ? (index[i] as number) : 0,
        to: j < letters.length ? (index[j] as number) : word.length,
      })
      i = j
    }
    return found
  }

  return {
    start: id('[CLS]'),
    stop: id('[SEP]'),
    split(text) {
      const found: Piece[] = []
      for (const match of text.matchAll(WORD)) {
        const word = match[0]
        const at = match.index
        if (word === '\n') {
          if (found.length > 0 && found.at(-1)?.id !== newline)
            found.push({ id: newline, start: at, end: at + 1, case: NONE })
          continue
        }
        let split = known.get(word)
        if (!split) {
          split = splitWord(word)
          if (known.size > 50_000) known.clear()
          known.set(word, split)
        }
        const written = caseOf(word)
        for (const p of split) found.push({ id: p.id, start: at + p.from, end: at + p.to, case: written })
      }
      return found
    },
  }
}
