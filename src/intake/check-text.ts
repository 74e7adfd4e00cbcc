import { AppError } from '../base/index.ts'

/** Throws an AppError, in words that complete "FILE: …", where a text is empty, binary or longer than `maxChars`. */
export function checkText(text: string, maxChars: number): void {
  if (text.length > maxChars)
    throw new AppError('intake.too-long', `too long: ${amount(text.length)} characters, at most ${amount(maxChars)}`)
  if (!/[\p{L}\p{N}]/u.test(text)) throw new AppError('intake.empty', 'empty: there is no word in it')
  // A terminal log or a page saved by an old program has a few control characters; a picture is full of them.
  const controls = text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g)?.length ?? 0
  if (text.includes('\x00') || controls > 4 + text.length / 100)
    throw new AppError('intake.binary', 'binary: it holds control characters, not text')
}

const MAGIC: readonly (readonly [start: string, what: string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\x03\x04', 'a ZIP, Word or other packed file'],
  ['\x1f\x8b', 'a gzip file'],
  ['\x89PNG', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['\xd0\xcf\x11\xe0', 'an old Word or Office file'],
  ['{\\rtf', 'an RTF file'],
  ['\x7fELF', 'a program'],
  ['SQLite format 3', 'a database (SQLite)'],
]

/** Throws an AppError where the first bytes say that this is no text: "a PDF file, not text". */
export function checkMagic(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1')
  const known = MAGIC.find(([magic]) => start.startsWith(magic))
  if (known) throw new AppError('intake.binary', `binary: ${known[1]}, not text; save it as text or HTML first`)
}

function amount(n: number): string {
  return n.toLocaleString('en-US')
}
