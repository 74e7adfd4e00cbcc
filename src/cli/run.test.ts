import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from '../base/index.ts'
import type { openReader } from '../read/index.ts'
import { runCommandLine } from './run.ts'

const FAKE = pathToFileURL(join(import.meta.dirname, '../../test/fake-reader.mjs')).href
let open: typeof openReader
beforeAll(async () => {
  open = (await import(FAKE)).openReader
})

type Shell = { readonly stdin?: string; readonly env?: Record<string, string>; readonly terminal?: boolean }

/** Runs a command line with the fake reader; gives its exit code and what it wrote. */
async function rubicon(line: readonly string[], { stdin, env = {}, terminal = false }: Shell = {}) {
  const stdout = Object.assign(new PassThrough({ highWaterMark: 1e7 }), { isTTY: terminal, columns: 80 })
  const stderr = Object.assign(new PassThrough({ highWaterMark: 1e7 }), { isTTY: false })
  const input = Object.assign(Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]), {
    isTTY: stdin === undefined,
  })
  const world = { stdin: input, stdout, stderr, env, ...readSettings(env), openReader: open, readerModule: FAKE }
  const code = await runCommandLine(line, world)
  stdout.end()
  stderr.end()
  return { code, out: await textOf(stdout), err: await textOf(stderr) }
}

const folder = mkdtempSync(join(tmpdir(), 'rubicon-cli-'))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const ARTICLE = file('talks.txt', 'Talks end\n\nBoth sides left the hall on Friday, an official said.')
const EMPTY = file('empty.txt', '  \n')
const SPANISH = file(
  'es.txt',
  'El presidente dijo el lunes que las conversaciones con los rebeldes no se van a detener por ello.',
)

describe('rubicon read', () => {
  test('one file is a page of text, without colour where it is no terminal', async () => {
    const { code, out, err } = await rubicon(['read', ARTICLE])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('WHO SAID WHAT')
    expect(out).not.toContain('\x1b')
  })

  test('colour on a terminal, unless NO_COLOR; FORCE_COLOR brings it to a pipe', async () => {
    expect((await rubicon(['read', ARTICLE], { terminal: true })).out).toContain('\x1b[')
    expect((await rubicon(['read', ARTICLE], { terminal: true, env: { NO_COLOR: '1' } })).out).not.toContain('\x1b')
    expect((await rubicon(['read', ARTICLE], { env: { FORCE_COLOR: '1' } })).out).toContain('\x1b[')
  })

  test('json is the reading with what was given', async () => {
    const { out } = await rubicon([
      'read',
      ARTICLE,
      '--format',
      'json',
      '--published',
      '17 January 2020',
      '--outlet',
      'Example Post',
    ])
    expect(JSON.parse(out).article).toMatchObject({
      title: 'Talks end',
      published: '2020-01-17',
      publishedBy: 'given',
      outlet: 'Example Post',
    })
  })

  test('a stream keeps its order; what fails is one line on stderr, and the exit code is 1', async () => {
    const slow = { text: 'SLEEP NOW. It was over, an official said.', id: 'slow' }
    const lines = [
      slow,
      { text: 'It was over, she said.', id: 'quick' },
      { text: 'FAIL NOW, it said.' },
      { nothing: 1 },
      { text: 'The end, he said.', id: 'last' },
    ]
    const { code, out, err } = await rubicon(['read', '--workers', '2'], {
      stdin: lines.map((l) => JSON.stringify(l)).join('\n'),
    })
    expect(
      out
        .trim()
        .split('\n')
        .map((l) => JSON.parse(l).article.id),
    ).toEqual(['slow', 'quick', 'last'])
    expect(err.trim().split('\n')).toEqual([
      'rubicon: stdin line 3: the reader failed on it: the model said no',
      expect.stringMatching(/^rubicon: stdin line 4: not an article: text: /),
    ])
    expect(code).toBe(1)
  })

  test('files that cannot be read are named, the others are read', async () => {
    const { code, out, err } = await rubicon(['read', EMPTY, ARTICLE, SPANISH, join(folder, 'no.txt')])
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(err.replaceAll(folder, '').replaceAll(/[\\/]/g, '').trim().split('\n')).toEqual([
      'rubicon: empty.txt: empty: there is no word in it',
      'rubicon: es.txt: not English: it looks like Spanish (es)',
      'rubicon: no.txt: cannot be read: there is no such file or folder',
    ])
    expect(code).toBe(1)
  })

  test('--out writes the file in the format of its name', async () => {
    const page = join(folder, 'page.html')
    expect(await rubicon(['read', ARTICLE, '--out', page])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
    const { code, err } = await rubicon(['read', ARTICLE, '--out', join(folder, 'none', 'page.html')])
    expect([code, err]).toEqual([1, expect.stringContaining('cannot be written')])
  })

  test('several articles as JSON are one list', async () => {
    const { out } = await rubicon(['read', ARTICLE, ARTICLE, '--format', 'json'])
    expect(JSON.parse(out)).toHaveLength(2)
    expect(JSON.parse((await rubicon(['read', '-', '--format', 'json'], { stdin: '{"text":""}' })).out)).toEqual([])
  })
})

test('rubicon explain shows the place, the finding, the part and what else was considered', async () => {
  const { out } = await rubicon(['explain', ARTICLE, '--find', 'Both'])
  expect(out).toContain('▸Both◂')
  expect(out).toContain('found by fake, 50 % sure')
  expect(out).toContain('another letter, 0.4')
})

test('rubicon schema reading is a JSON Schema', async () => {
  const { out } = await rubicon(['schema', 'reading'])
  expect(JSON.parse(out).properties.events.items.properties).toHaveProperty('quadClass')
})

test.each([
  [['reed'], 'there is no command "reed"; did you mean read?'],
  [['read'], 'say what to read: a file, a folder, or - for stdin'],
  [['read', ARTICLE, '--formt', 'json'], 'there is no option --formt for read; did you mean --format?'],
  [['read', ARTICLE, '--format', 'xml'], '--format xml: it must be text, json, jsonl, html or csv'],
  [['read', ARTICLE, '--published', 'soon'], '--published soon: it must be a day, such as 2020-01-17'],
  [['read', ARTICLE, '--workers', '0'], '--workers 0: it must be a whole number from 1 to 64'],
  [['read', ARTICLE, '--table', 'events'], '--table goes with --format csv'],
  [['explain', ARTICLE], 'say where: --at N, or --find "WORDS"'],
  [['explain', ARTICLE, '--at', '9999'], '--at 9999: it must be a whole number from 0 to 63'],
  [['schema'], 'say which schema: reading or article'],
])('wrong use: %j', async (line, why) => {
  const { code, out, err } = await rubicon(line)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(why)
})

test.each(['read', 'explain', 'schema', 'settings'])('rubicon %s --help has an example', async (name) => {
  const { code, out } = await rubicon([name, '--help'])
  expect(code).toBe(0)
  expect(out).toMatch(/Examples\n {2}.*rubicon /)
})
