/** A word of a text as the look-up sees it: folded to plain small letters, with its case kept beside it. */
export type Token = {
  readonly start: number
  readonly end: number
  readonly key: string
  /** 0 small, 1 Capital, 2 ALL CAPITALS (two letters or more). */
  readonly height: 0 | 1 | 2
}

/**
 * The words of `text`, folded. Hyphens and apostrophes end a word, so "Iran's" and "Iran-backed" hold "Iran";
 * "U.S." is one word and has the key of "US". A loop over letters, as this runs over every article.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (!isWordAt(text, at)) {
      at += 1
      continue
    }
    const start = at
    while (at < text.length && isWordAt(text, at)) at += 1
    if (at - start === 1 && text.charCodeAt(at) === 46 && (isLetterDot(text, at + 1) || isLastLetter(text, at + 1))) {
      while (isLetterDot(text, at + 1)) at += 2
      const last = isWordAt(text, at + 1) && !isWordAt(text, at + 2) ? at + 2 : at
      at = last === at && text.charCodeAt(at) === 46 ? at + 1 : last
    }
    const word = text.slice(start, at)
    tokens.push({ start, end: at, key: keyOf(word), height: heightOf(word) })
  }
  return tokens
}

const PLAIN = /^[a-z0-9]+$/

/** `word` in plain small letters: "Erdoğan" and "Erdogan" are one. */
export function keyOf(word: string): string {
  const small = word.toLowerCase()
  if (PLAIN.test(small)) return small
  return small
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
}

function heightOf(word: string): 0 | 1 | 2 {
  const first = word.charCodeAt(0)
  if (first < 128 && !(first >= 65 && first <= 90)) return 0
  const letter = word.charAt(0)
  if (letter === letter.toLowerCase()) return 0
  return word.length > 1 && word === word.toUpperCase() ? 2 : 1
}

const OTHER = /[\p{L}\p{N}\p{M}]/u

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  return code >= 170 && OTHER.test(text.charAt(at))
}

/** A single letter with a full stop, "S." of "U.S.". */
function isLetterDot(text: string, at: number): boolean {
  return isWordAt(text, at) && text.charCodeAt(at + 1) === 46
}

/** The bare last letter of "U.S". */
function isLastLetter(text: string, at: number): boolean {
  return isWordAt(text, at) && !isWordAt(text, at + 1)
}
