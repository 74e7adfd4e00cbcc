import { AppError } from '../base/index.ts'
import { LITTLE_WORDS } from './language-words.ts'

const LISTS = Object.entries(LITTLE_WORDS).map(([code, words]) => ({ code, words: new Set(words.split(' ')) }))

const SCRIPTS: readonly (readonly [script: RegExp, code: string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Ethiopic}/gu, 'am'],
]

/** `en`, the code of the language a text looks like, or `unknown` for one that is none we know and surely not English. */
export function languageOf(text: string): string {
  const sample = sampleOf(text)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters >= 10 && latin < letters / 2) return byScript(sample, letters)

  // Words in small letters and not joined to others: "al-" and "de" in names would speak for Italian or French.
  const shouted = !/\p{Ll}{2}/u.test(sample)
  const words = (shouted ? sample.toLowerCase() : sample).match(/(?<![-\p{L}])\p{Ll}+(?![-\p{L}])/gu) ?? []
  // A headline or a post of a few names says little about its language: it is believed to be English.
  if (words.length < 8) return 'en'
  const shares = LISTS.map(({ code, words: list }) => {
    const known = words.filter((word) => list.has(word))
    return { code, share: known.length / words.length, different: new Set(known).size }
  }).sort((a, b) => b.share - a.share)
  const english = shares.find(({ code }) => code === 'en')!.share
  const best = shares[0]!
  if (best.code !== 'en' && best.different >= 3 && best.share > 0.12 && best.share > english * 2 + 0.05)
    return best.code
  return words.length >= 80 && english < 0.04 ? 'unknown' : 'en'
}

/** Throws an AppError that names the language where a text is not English. */
export function checkLanguage(text: string): void {
  const code = languageOf(text)
  if (code === 'en') return
  const looks =
    code === 'unknown'
      ? 'it does not look like English'
      : `it looks like ${new Intl.DisplayNames(['en'], { type: 'language' }).of(code)} (${code})`
  throw new AppError('intake.not-english', `not English: ${looks}`)
}

/** The beginning and the middle: enough to tell, and a long article costs no more than a short one. */
function sampleOf(text: string): string {
  if (text.length <= 12_000) return text
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, 6000)} ${text.slice(middle, middle + 6000)}`
}

function byScript(sample: string, letters: number): string {
  const found = SCRIPTS.find(([script]) => (sample.match(script)?.length ?? 0) > letters * 0.15)
  const code = found?.[1] ?? 'unknown'
  if (code === 'ru' && /[іїєґ]/i.test(sample)) return 'uk'
  if (code === 'ar' && (sample.match(/[پچژگی]/g)?.length ?? 0) > letters * 0.02) return 'fa'
  return code
}
