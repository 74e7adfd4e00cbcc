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

// A shortened reprint shares few of the shingles of both together, but most of its own: it is found by a sample of shingles.

const RUN = 5
const ONE_IN = 12
const MOST_MARKS = 40
/** A text that has this share of its shingles from another is a shortened copy of it. */
export const SHORTENED = 0.5
/** So many marks two texts must share to be looked at; texts with fewer shingles are too short to tell. */
export const SHARED_MARKS = 2
const FEWEST = 60

/** Every twelfth or so of the runs of five words outside quotations, the same ones in every text: at most 40. */
export function marksOf(text: string): number[] {
  const runs = runsOf(text)
  if (runs.size < FEWEST) return []
  return [...runs]
    .filter((run) => (run >>> 0) % ONE_IN === 0)
    .sort((a, b) => a - b)
    .slice(0, MOST_MARKS)
}

/** The share of the shorter text's runs of five words, outside quotations, that the other has too; 0 where it is too short to tell. */
export function containmentOf(a: string, b: string): number {
  const [own, other] = [runsOf(a), runsOf(b)]
  const [few, many] = own.size <= other.size ? [own, other] : [other, own]
  if (few.size < FEWEST) return 0
  let shared = 0
  for (const run of few) if (many.has(run)) shared += 1
  return shared / few.size
}

/** What two articles quote from one speaker makes neither a copy of the other. */
function runsOf(text: string): Set<number> {
  const words =
    text
      .replace(/[“"][^“”"]{1,2000}[”"]/gu, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const runs = new Set<number>()
  for (let at = 0; at + RUN <= words.length; at += 1) runs.add(numberOf(words.slice(at, at + RUN).join(' ')))
  return runs
}
