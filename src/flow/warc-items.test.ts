import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { warcItems } from './warc-items.ts'

const folder = mkdtempSync(join(tmpdir(), 'rubicon-warc-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function saved(url: string, type: string, body: string): Buffer {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2020-01-03T10:00:00Z',
    `WARC-Record-ID: <urn:uuid:${url.length}>`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${Buffer.byteLength(http)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${http}\r\n\r\n`)
}

const records = [
  saved('https://a.example/1', 'text/html', '<p>The first page.</p>'.repeat(40)),
  saved('https://a.example/x.png', 'image/png', 'no page'),
  saved('https://a.example/2', 'text/html', '<p>The second page.</p>'.repeat(40)),
]

async function itemsOf(name: string, bytes: Buffer): Promise<string[]> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const found: string[] = []
  for await (const item of warcItems(path, 100_000))
    found.push(item.refused ? item.refused.message : (item.known?.url ?? ''))
  return found
}

test('the saved pages come out, pictures do not', async () => {
  const pages = ['https://a.example/1', 'https://a.example/2']
  expect(await itemsOf('whole.warc', Buffer.concat(records))).toEqual(pages)
  expect(await itemsOf('whole.warc.gz', Buffer.concat(records.map((r) => gzipSync(r))))).toEqual(pages)
})

test('a file that breaks off is one line after the pages before it', async () => {
  const plain = Buffer.concat(records)
  expect(await itemsOf('cut.warc', plain.subarray(0, plain.length - 200))).toEqual([
    'https://a.example/1',
    'breaks off in the record of https://a.example/2; the page before it was taken',
  ])
  const zipped = Buffer.concat(records.map((r) => gzipSync(r)))
  expect(await itemsOf('cut.warc.gz', zipped.subarray(0, zipped.length - 30))).toEqual([
    'https://a.example/1',
    'breaks off in the middle of a record; the page before it was taken',
  ])
})
