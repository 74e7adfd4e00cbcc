import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { articlesIn } from './articles-in.ts'

const TEXT = 'Both sides left the hall on Friday without a word, an official said.'

async function shown(paths: readonly string[], stdin?: string | readonly Buffer[]): Promise<string[]> {
  const found: string[] = []
  const stream =
    stdin === undefined ? {} : { stdin: Readable.from(typeof stdin === 'string' ? [Buffer.from(stdin)] : stdin) }
  for await (const { from, article, refused } of articlesIn(paths, stream))
    found.push(`${from}: ${article ? article.text : refused?.message}`)
  return found
}

test('JSON lines: each bad line is one clear refusal with its number, the others go on', async () => {
  const lines = [
    `{"text":"${TEXT}"}`,
    '',
    '{"text":',
    '{"headline":"x"}',
    '[1]',
    `{"id":7,"title":"Talks","text":"${TEXT}"}`,
  ]
  expect(await shown(['-'], lines.join('\n'))).toEqual([
    `stdin line 1: ${TEXT}`,
    'stdin line 3: not JSON: the line is broken or not one JSON object',
    expect.stringContaining('stdin line 4: not an article: text: '),
    'stdin line 5: not an article: a JSON object with "text" is needed',
    `stdin line 6: Talks\n\n${TEXT}`,
  ])
})

test('lines cut anywhere between two pieces of the stream, and in UTF-16', async () => {
  const bytes = Buffer.from(`{"text":"é ${TEXT}"}\r\n{"text":"${TEXT}"}`)
  const pieces = Array.from({ length: bytes.length }, (_, i) => bytes.subarray(i, i + 1))
  expect(await shown(['-'], [bytes.subarray(0, 5), ...pieces.slice(5)])).toEqual([
    `stdin line 1: é ${TEXT}`,
    `stdin line 2: ${TEXT}`,
  ])
  expect(await shown(['-'], [Buffer.from(`\ufeff{"text":"${TEXT}"}\n`, 'utf16le')])).toEqual([`stdin line 1: ${TEXT}`])
})

test('a line of 10 MB is refused and the next is read', async () => {
  const found = await shown(['-'], `{"text":"${'x '.repeat(5_000_000)}"}\n{"text":"${TEXT}"}\n`)
  expect(found).toEqual(['stdin line 1: too long: the line is too big for an article', `stdin line 2: ${TEXT}`])
})

test('plain text on stdin is one article', async () => {
  expect(await shown(['-'], TEXT)).toEqual([`stdin: ${TEXT}`])
  expect(await shown(['-'], '')).toEqual(['stdin: empty: there is no word in it'])
})

test('a folder: by name, with what lies below, and what cannot be read in its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rubicon-'))
  mkdirSync(join(folder, 'b'))
  writeFileSync(join(folder, 'c.txt'), TEXT)
  writeFileSync(join(folder, 'a.txt'), '')
  writeFileSync(join(folder, 'notes.md'), 'not read')
  writeFileSync(join(folder, 'b', 'x.json'), JSON.stringify([{ text: TEXT }, { text: '' }]))
  const inFolder = (name: string) => join(folder, name)
  expect(await shown([folder, inFolder('none.txt')])).toEqual([
    `${inFolder('a.txt')}: empty: there is no word in it`,
    `${inFolder(join('b', 'x.json'))} article 1: ${TEXT}`,
    `${inFolder(join('b', 'x.json'))} article 2: empty: there is no word in it`,
    `${inFolder('c.txt')}: ${TEXT}`,
    `${inFolder('none.txt')}: cannot be read: there is no such file or folder`,
  ])
})
