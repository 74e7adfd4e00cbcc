// What two spellings of one name have in common. A skeleton only says where to look; likeness decides.

const PARTICLES = new Set([
  'al',
  'el',
  'ul',
  'as',
  'ash',
  'az',
  'ad',
  'an',
  'ar',
  'the',
  'a',
  'of',
  'for',
  'and',
  'bin',
  'ibn',
  'de',
  'da',
  'von',
  'van',
])
const TITLES = new Set(
  (
    'mr mrs ms dr sir lord president premier minister prime foreign defence defense interior secretary general gen maj major lt lieutenant col colonel ' +
    'brig brigadier admiral commander ayatollah grand supreme leader sheikh shaikh sheik imam king queen prince crown senator sen rep congressman ' +
    'congresswoman representative governor mayor ambassador spokesman spokeswoman spokesperson chancellor chief justice judge prof professor pope deputy former hajj haji qari mullah'
  ).split(' '),
)
/** Words that many bodies share: with nothing else in it, a name made of these says nothing without its country. */
const GENERIC = new Set(
  (
    'army armed forces force military navy air ground police government ministry minister parliament congress senate house representatives cabinet court supreme ' +
    'foreign affairs interior defence defense finance oil justice health state department national security council intelligence service agency ' +
    'embassy opposition rebels protesters demonstrators troops soldiers officials authorities media television tv news central bank party union administration presidency office ' +
    'guard border coast militia militias special joint general staff command people guards civil'
  ).split(' '),
)

/** The words of a name as they are compared: lower case, no accents, no apostrophes, no articles. */
export function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`ʿʾ]s\b/g, '')
    .replace(/['’‘`ʿʾ]/g, '')
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !PARTICLES.has(word))
}

/** The words of a person's name without titles: "Gen. Qassem Soleimani" gives qassem, soleimani. */
export function personWords(name: string): string[] {
  const words = wordsOf(name)
  const bare = words.filter((word) => !TITLES.has(word))
  return bare.length > 0 ? bare : words
}

/** True where a name holds nothing but words that many bodies share: "the Foreign Ministry". */
export function isGeneric(name: string): boolean {
  return wordsOf(name).every((word) => GENERIC.has(word) || GENERIC.has(word.replace(/s$/, '')))
}

/** A word as it sounds in any of its usual spellings: soleimani, suleimani, sulaymani give the same. */
function sound(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/kh|gh|q|ck|c(?![eih])/g, 'k')
    .replace(/^g(?=[aou])/, 'k')
    .replace(/dh|dd/g, 'd')
    .replace(/th/g, 't')
    .replace(/oo|ou|o|w(?=[^aeiouy]|$)/g, 'u')
    .replace(/ei|ai|ay|ey|ee|ie|y|e/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.)h$/, '')
}

/** The consonants of a word's sound: where to look for other spellings of it. */
export function skeletonOf(word: string): string {
  const heard = sound(word)
  return (
    heard.slice(0, 1).replace(/[aiu]/, 'a') +
    heard
      .slice(1)
      .replace(/[aiu]/g, '')
      .replace(/(?<=.)h/g, '')
  )
}

/** 1 for one word in two spellings, 0 for two different words, between them by how much of the sound agrees. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const x = sound(a)
  const y = sound(b)
  if (x === y) return 0.97
  const longest = Math.max(x.length, y.length)
  return longest < 5 ? 0 : 1 - editDistance(x, y) / longest
}

/** `Islamic Revolutionary Guard Corps` gives `irgc`; undefined where a name has fewer than three capital words. */
export function acronymOf(name: string): string | undefined {
  const capitals = (name.match(/\p{Lu}[\p{L}\p{M}'’]+/gu) ?? []).filter((word) => word.toLowerCase() !== 'the')
  return capitals.length >= 3 ? capitals.map((word) => word.charAt(0).toLowerCase()).join('') : undefined
}

/** True for `IRGC`, `U.N.`, `PMU`: letters that stand for words. */
export function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}\.?){2,6}$/u.test(name.replace(/^the /i, ''))
}

function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + same))
    }
    before = row
  }
  return before[b.length] ?? 0
}
