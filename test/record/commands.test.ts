import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { readSettings } from '../../src/base/index.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { readingOf } from './reading-of.ts'
import { answer, daily, reprint, wire } from './stories.ts'

const folder = mkdtempSync(join(tmpdir(), 'rubicon-commands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const record = join(folder, 'rubicon.db')
const readings = join(folder, 'readings.jsonl')
writeFileSync(
  readings,
  [wire, daily, reprint, answer]
    .map((story) => JSON.stringify(readingOf(story)))
    .concat('{"reading": 1, "reader": "broken', '{"reading": 1, "article": {}}')
    .join('\n'),
)

/** Run a command line as `main` would, with streams of strings; no reader may be opened. */
async function rubicon(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const { settings, inForce } = readSettings({ RUBICON_RECORD: record })
  const openReader = () => Promise.reject(new Error('no reader is needed here'))
  const code = await runCommandLine(argv, {
    stdin: Readable.from([]),
    stdout,
    stderr,
    env: { COLUMNS: '150', USER: 'ana' },
    settings,
    inForce,
    openReader,
  })
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') }
}

test('readings are added once, what is broken is one line each, and the exit code says so', async () => {
  const first = await rubicon('add', readings, '--dossier', 'Tests')
  expect(first.code).toBe(1)
  expect(first.err.split('\n')).toEqual([
    `rubicon: ${readings} line 5: not JSON: the line is broken or not one JSON object`,
    expect.stringContaining(`rubicon: ${readings} line 6: not a reading: `),
    expect.stringMatching(
      /^4 articles added to .*; 8 reports of 3 new events and of known ones; 2 not added \(intake.not-json 1, intake.not-a-reading 1\); in \d+ s$/,
    ),
    '',
  ])
  expect((await rubicon('add', readings)).err).toContain('0 articles added to')
  expect((await rubicon('doctor')).out).toMatch(/article +4\n[\s\S]*sound\n$/)
})

test('each question answers as a table, as JSON and as CSV', async () => {
  const asked = [
    ['events', '--actor', 'USA'],
    ['dyad', 'IRN', 'USA'],
    ['actor', 'Farid Rahmani'],
    ['statements', '--anonymous', 'true'],
    ['sources'],
    ['disputes'],
    ['words-and-deeds', 'IRN'],
    ['relations'],
    ['changes', '--since', '2020-01-01'],
    ['search', 'missiles'],
  ]
  for (const question of asked) {
    for (const format of ['table', 'json', 'csv']) {
      const { code, err } = await rubicon('ask', ...question, '--format', format)
      expect([question.join(' '), format, code, err]).toEqual([question.join(' '), format, 0, ''])
    }
  }
})

test('an event is shown with its reports, its origins and what they differ in', async () => {
  const { out } = await rubicon('ask', 'events', '--type', 'ASSAULT', '--format', 'json')
  const id = (JSON.parse(out) as { rows: { id: string }[] }).rows[0]?.id ?? ''
  const { out: shown } = await rubicon('ask', 'event', id.slice(1, 8))
  expect(shown).toContain('5 reports, 2 independent origins')
  expect(shown).toMatch(/Meridian Wire +outlet +4 +own words → Meridian Wire → reprinted by The Harbour Post/)
  expect(shown).toMatch(/killed +5 +Meridian Wire/)
  expect(shown).toMatch(/killed +7 +The Capital Daily/)
})

test('a threat is set against the deed that carried it out', async () => {
  const { out } = await rubicon('ask', 'words-and-deeds', 'IRN', '--format', 'json')
  const { rows } = JSON.parse(out) as { rows: { said: string; outcome: string; interval: string; sure: string }[] }
  expect(rows.map(({ said, outcome, interval, sure }) => [said, outcome, interval, sure])).toEqual([
    ['threat', 'carried out', '5 days later', 'weak'],
  ])
})

test('a judgement is signed and can be undone from the command line', async () => {
  const { out } = await rubicon('ask', 'events', '--format', 'json')
  const [strike, , later] = (JSON.parse(out) as { rows: { id: string }[] }).rows.map((e) => e.id)
  const merged = await rubicon('correct', 'merge', later ?? '', strike ?? '', '--note', 'a test')
  expect(merged.out).toContain(`${later} is now part of ${strike}`)
  const judgement = /undo (j\w+)/.exec(merged.out)?.[1] ?? ''
  expect((await rubicon('ask', 'changes')).out).toContain('by ana')
  expect((await rubicon('doctor', '--history', later ?? '')).out).toContain('"why":"a judgement"')
  expect((await rubicon('correct', 'undo', judgement)).code).toBe(0)
  expect((await rubicon('ask', 'events', '--format', 'json')).out).toBe(out)
})

test('wrong use is 2 with a line that helps; nobody of a name is 1', async () => {
  expect(await rubicon('ask', 'evnts')).toMatchObject({ code: 2, err: expect.stringContaining('did you mean events?') })
  expect(await rubicon('ask', 'events', '--words', 'x')).toMatchObject({
    code: 2,
    err: expect.stringContaining('ask events takes no --words'),
  })
  expect(await rubicon('ask', 'actor', 'Nobody Known')).toMatchObject({
    code: 1,
    err: expect.stringContaining('nobody called "Nobody Known"'),
  })
  expect(await rubicon('export', 'actors', '--format', 'geojson')).toMatchObject({ code: 2 })
})
