import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { AppError } from '../base/index.ts'
import { checkMagic } from './check-text.ts'

/**
 * The text that bytes spell, whatever their encoding: a byte order mark is believed first, then valid UTF-8, the zeros of
 * UTF-16, what an HTML page says of itself, and last the look of the bytes (windows-1252 before the rarer ones).
 * Bytes that are no text are an AppError.
 */
export function decode(bytes: Uint8Array): string {
  checkMagic(bytes)
  const marked = byMark(bytes)
  if (marked !== undefined) return marked
  const wide = utf16Order(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (bytes.includes(0)) throw new AppError('intake.binary', 'binary: it holds NUL bytes, not text')
  return asUtf8(bytes) ?? decodeLegacy(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return undefined
}

/** English in UTF-16 has a zero in nearly every second byte, and never in the bytes between. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4000) & ~1
  if (length < 4) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  const most = length / 2
  if (odd > most * 0.7 && even < most * 0.02) return 'utf-16le'
  if (even > most * 0.7 && odd < most * 0.02) return 'utf-16be'
  return undefined
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function decodeLegacy(bytes: Buffer): string {
  const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(
    bytes.toString('latin1', 0, 4096),
  )?.[1]
  if (declared && !/^utf-?\d+/i.test(declared) && iconv.encodingExists(declared))
    return iconv.decode(bytes, webName(declared))
  return iconv.decode(bytes, guess(bytes))
}

/** What pages call latin-1 or ASCII has been windows-1252 since the 1990s: its quotation marks prove it. */
function webName(name: string): string {
  return /^(iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(name) ? 'windows-1252' : name
}

function guess(bytes: Buffer): string {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const sample = bytes.subarray(Math.max(0, first - 2000), first + 30_000)
  const high = sample.filter((byte) => byte > 0x7f)
  // UTF-8 with a few broken bytes: most high bytes still form whole sequences.
  const broken = new TextDecoder('utf-8').decode(sample).match(/\ufffd/g)?.length ?? 0
  if (broken * 4 < high.length) return 'utf-8'
  // English with curly quotation marks and a few accents: rare high bytes, all of them common in windows-1252.
  if (high.length < sample.length / 20 && high.every((byte) => WESTERN.has(byte))) return 'windows-1252'
  const best = analyse(sample).find((match) => iconv.encodingExists(match.name))
  return best ? webName(best.name) : 'windows-1252'
}

const WESTERN: ReadonlySet<number> = new Set([
  ...[
    0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xa9, 0xab, 0xad, 0xae, 0xb0, 0xb7,
    0xbb,
  ],
  ...Array.from({ length: 64 }, (_, i) => 0xc0 + i),
])
