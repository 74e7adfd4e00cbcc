import { sha256 } from '../base/index.ts'

/** A public id: a letter for what it names (a article, v event, x actor, s statement, r report, k relation, j judgement) and 12 hexadecimal digits of the hash of what makes the thing itself. */
export function idOf(letter: string, ...parts: readonly (string | number | null)[]): string {
  return letter + sha256(parts.map((p) => p ?? '').join('\u0001')).slice(7, 19)
}

/** A number of 53 bits for a text, the same on every machine (cyrb53); not for secrets. */
export function numberOf(text: string, seed = 0): number {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}
