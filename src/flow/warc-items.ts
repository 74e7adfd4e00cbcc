import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
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
  let last: string | null = null
  const most = maxChars * 12 + 100_000
  try {
    const stream = createReadStream(path) as unknown as AsyncIterable<Uint8Array>
    for await (const record of new WARCParser(stream)) {
      last = record.warcTargetURI ?? null
      const content = await pageOf(record, most)
      last = null
      if (!content) continue
      pages += 1
      yield {
        from: `${path} page ${pages} (${record.warcTargetURI})`,
        form: 'page',
        content,
        known: { ...(record.warcTargetURI && { url: record.warcTargetURI }) },
      }
    }
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException | null)?.code
    const what =
      code === 'ENOENT'
        ? 'there is no such file'
        : `the file breaks off or is damaged${last ? ` in the record of ${last}` : ''} (${messageOf(thrown)})`
    yield refused(path, `${what}; ${pages} pages before that were taken`)
    return
  }
  if (pages === 0) yield refused(path, 'no saved page is in it')
}

/** The HTML of a record that is a page a server gave; undefined for everything else. */
async function pageOf(record: WARCRecord, most: number): Promise<Uint8Array | undefined> {
  const declared = Number(record.warcHeader('Content-Length') ?? 0)
  const type = record.httpHeaders?.headers.get('content-type') ?? ''
  const wanted = record.warcType === 'response' && record.httpHeaders?.statusCode === 200 && /html/i.test(type)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of record) {
    size += piece.length
    if (wanted && size <= most) pieces.push(piece)
  }
  if (record.warcType === 'response' && size === 0 && declared > 2000) throw new Error('the record is empty')
  return wanted && size <= most ? Buffer.concat(pieces) : undefined
}

function refused(path: string, message: string): Item {
  return { from: path, form: 'file', content: '', refused: { code: 'intake.warc', message } }
}
