import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSettings } from '../../src/base/index.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { openRecord, openRecorder } from '../../src/record/index.ts'
import { readingOf } from './reading-of.ts'
import { answer, daily, wire } from './stories.ts'

const folder = mkdtempSync(join(tmpdir(), 'rubicon-draw-'))
const record = join(folder, 'rubicon.db')
beforeAll(async () => {
  const db = await openRecord(record)
  await openRecorder(db).record([wire, daily, answer].map(readingOf), { at: '2020-02-01T12:00:00.000Z' })
  await db.destroy()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function rubicon(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const { settings, inForce } = readSettings({ RUBICON_RECORD: record })
  const openReader = () => Promise.reject(new Error('no reader is needed here'))
  const world = { stdin: Readable.from([]), stdout, stderr, env: {}, settings, inForce, openReader }
  const code = await runCommandLine(argv, world)
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') }
}

test('a picture is a file that stands alone: a title to read, its style, no token and nothing to load', async () => {
  const out = join(folder, 'dyad.svg')
  expect(await rubicon('draw', 'dyad', 'IRN', 'USA', '--out', out)).toEqual({ code: 0, out: '', err: '' })
  const svg = readFileSync(out, 'utf8')
  expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /)
  expect(svg).toContain('>What Iran and the United States did and said to each other, ')
  expect(svg).toContain('.drawing .mark.q4 {\n  fill: #')
  expect(svg).not.toMatch(/var\(|href=|url\(|<script|style="/)
})

test('width and theme are obeyed, and what the question takes narrows the picture', async () => {
  const light = await rubicon('draw', 'dyad', 'IRN', 'USA')
  const dark = await rubicon('draw', 'dyad', 'IRN', 'USA', '--theme', 'dark', '--width', '800', '--from', '2020-01-08')
  expect(light.out).toContain(' width="1160" ')
  expect(dark.out).toContain(' width="800" ')
  expect(dark.out).toContain('Wednesday 8 January 2020')
  expect(dark.out).not.toContain('3 January')
  const paper = (svg: string) => /\.drawing \.sheet \{\n {2}fill: (#\w+)/.exec(svg)?.[1]
  expect(paper(light.out)).not.toBe(paper(dark.out))
})

test('what cannot be drawn is said in one line', async () => {
  expect(await rubicon('draw', 'dyed')).toEqual({
    code: 2,
    out: '',
    err: expect.stringContaining('there is no picture "dyed"; did you mean dyad? The pictures: '),
  })
  expect((await rubicon('draw', 'dyad', 'IRN', 'USA', '--width', '10')).err).toContain(
    'a whole number from 320 to 4000',
  )
  expect(await rubicon('draw', 'dyad', 'IRN', 'USA', '--from', '2021-01-01')).toEqual({
    code: 1,
    out: '',
    err: 'rubicon: there is nothing to draw for dyad in this record\n',
  })
})
