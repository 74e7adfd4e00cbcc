import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { WARCParser, type WARCRecord } from 'warcio'
import { messageOf } from '../base/index.ts'
import type { Item } from '../intake/index.ts'

const WARC = /\.warc(?:\.gz)?$/i

/** True for a file of saved pages. */
export function isWarc(path: string): boolean {
  return WARC.test(path)
}

/** The files of saved pages in a folder and those below it, by name. */
export async function warcsBelow(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return []
  const names = await readdir(path, { recursive: true }).catch(() => [])
  return names
    .filter(isWarc)
    .sort()
    .map((name) => join(path, name))
}

/** The pages saved in a WARC file, one after the other. Where the file breaks off, one refused item says so after the pages before it. */
export async function* warcItems(path: string, maxChars: number): AsyncGenerator<Item> {
  let pages = 0
  let broken: string | null = null
  const most = maxChars * 12 + 100_000
  try {
    const stream = createReadStream(path) as unknown as AsyncIterable<Uint8Array>
    for await (const record of new WARCParser(stream)) {
      const { content, whole } = await pageOf(record, most)
      if (!whole) broken = `breaks off in the record of ${record.warcTargetURI ?? 'a page'}`
      else if (content) {
        pages += 1
        const url = record.warcTargetURI
        yield { from: `${path} page ${pages} (${url})`, form: 'page', content, known: { ...(url && { url }) } }
      }
    }
    if (broken === null && !(await isWhole(path))) broken = 'breaks off in the middle of a record'
  } catch (thrown) {
    broken =
      (thrown as NodeJS.ErrnoException | null)?.code === 'ENOENT'
        ? 'there is no such file'
        : `is damaged (${messageOf(thrown)})`
  }
  if (broken !== null)
    yield refused(
      path,
      pages === 0
        ? broken
        : `${broken}; ${pages === 1 ? 'the page' : `the ${pages} pages`} before it ${pages === 1 ? 'was' : 'were'} taken`,
    )
  else if (pages === 0) yield refused(path, 'no saved page is in it')
}

/** The HTML of a record that is a page a server gave; no content for everything else. Not whole where bytes are missing. */
async function pageOf(record: WARCRecord, most: number): Promise<{ content?: Uint8Array; whole: boolean }> {
  const type = record.httpHeaders?.headers.get('content-type') ?? ''
  const wanted = record.warcType === 'response' && record.httpHeaders?.statusCode === 200 && /html/i.test(type)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of record) {
    size += piece.length
    if (wanted && size <= most) pieces.push(piece)
  }
  if (!wanted) return { whole: true }
  const missing =
    Number(record.warcHeader('Content-Length') ?? 0) - size - Buffer.byteLength(record.httpHeaders?.toString() ?? '')
  if (missing > 16) return { whole: false }
  return size <= most ? { content: Buffer.concat(pieces), whole: true } : { whole: true }
}

/** Whether the file ends where a record ends: a finished gzip member, or the two empty lines after a record. */
async function isWhole(path: string): Promise<boolean> {
  if (path.toLowerCase().endsWith('.gz')) {
    try {
      await pipeline(
        createReadStream(path),
        createGunzip(),
        new Writable({ write: (_piece, _encoding, done) => done() }),
      )
      return true
    } catch {
      return false
    }
  }
  const { size } = await stat(path)
  let end = ''
  for await (const piece of createReadStream(path, { start: Math.max(0, size - 4) })) end += String(piece)
  return end === '\r\n\r\n'
}

function refused(path: string, message: string): Item {
  return { from: path, form: 'file', content: '', refused: { code: 'intake.warc', message } }
}
