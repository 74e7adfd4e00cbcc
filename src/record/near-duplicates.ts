import { numberOf } from './ids.ts'

// MinHash over word shingles, cut into bands (LSH): two texts that share most of their shingles share a band.

const SHINGLE = 4
const HASHES = 64
const ROWS_A_BAND = 4
/** Estimated share of common shingles from which two texts are one story. */
export const NEAR_DUPLICATE = 0.5

const FACTORS = Array.from({ length: HASHES }, (_, i) => (numberOf(`factor ${i}`) & 0x7fffffff) | 1)
const OFFSETS = Array.from({ length: HASHES }, (_, i) => numberOf(`offset ${i}`) & 0x7fffffff)

/** The MinHash signature of a text: the lowest of each of 64 seeded hashes over its shingles of four words. */
export function signatureOf(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const lowest = new Uint32Array(HASHES).fill(0xffffffff)
  const last = Math.max(1, words.length - SHINGLE + 1)
  for (let at = 0; at < last; at += 1) {
    const shingle = numberOf(words.slice(at, at + SHINGLE).join(' ')) >>> 0
    for (let i = 0; i < HASHES; i += 1) {
      const mixed = Math.imul(shingle ^ (OFFSETS[i] ?? 0), FACTORS[i] ?? 1)
      const hash = (mixed ^ (mixed >>> 15)) >>> 0
      if (hash < (lowest[i] ?? 0)) lowest[i] = hash
    }
  }
  return lowest
}

/** The bands of a signature as numbers: texts that share one are worth comparing. */
export function bandsOf(signature: Uint32Array): number[] {
  const bands: number[] = []
  for (let at = 0; at < HASHES; at += ROWS_A_BAND)
    bands.push(numberOf(`${at}:${signature.subarray(at, at + ROWS_A_BAND).join()}`))
  return bands
}

/** The estimated share of shingles that two texts have in common, 0 to 1. */
export function similarityOf(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let i = 0; i < HASHES; i += 1) if (a[i] === b[i]) same += 1
  return same / HASHES
}

/** A signature as bytes for the record, and back. */
export function bytesOf(signature: Uint32Array): Uint8Array {
  return Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength)
}

export function signatureFrom(bytes: Uint8Array): Uint32Array {
  const copy = Uint8Array.from(bytes)
  return new Uint32Array(copy.buffer, 0, copy.byteLength / 4)
}
