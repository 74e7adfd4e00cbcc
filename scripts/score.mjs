// npm run score -- FOLDER [part …]: scores the reader on a corpus that you have, and writes docs/scorecard.md.
// FOLDER holds corpus/ and tools/score.py (`score.py make PART` gives articles, `score.py PART readings.jsonl` the scores).
// Parts: attribution, events, whole. Python 3 is needed; the corpus is not part of this repository.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ROOT, say, setUp } from './setup.mjs'

const WHAT = {
  attribution: 'Attributions: exact spans of source, cue and content (polnear/dev)',
  events: 'Events: trigger and type, parties, place, time, relations, status (dev passages)',
  whole: 'Whole articles: who said what, who did what to whom, everything resolved (whole/dev)',
}

const [folder = process.env.RUBICON_CORPUS, ...asked] = process.argv.slice(2)
const tool = folder && resolve(folder, 'tools', 'score.py')
if (!tool || !existsSync(tool)) {
  say(
    folder
      ? `No scores: there is no tools/score.py in ${folder}.`
      : 'No scores: say where the corpus is, npm run score -- FOLDER (or RUBICON_CORPUS). It holds corpus/ and tools/score.py.',
  )
  process.exit(1)
}
const parts = asked.length > 0 ? asked : Object.keys(WHAT)
const wrong = parts.find((part) => !(part in WHAT))
if (wrong !== undefined) {
  say(`There is no part "${wrong}"; there are ${Object.keys(WHAT).join(', ')}.`)
  process.exit(2)
}

setUp()
const python = ['python3', 'python', 'py'].find((name) => spawnSync(name, ['--version']).status === 0)
if (!python) {
  say('No scores: Python 3 was not found.')
  process.exit(1)
}
const work = mkdtempSync(join(tmpdir(), 'rubicon-score-'))
const chapters = []
let reader = 'unknown'
for (const part of parts) {
  const articles = join(work, `${part}-articles.jsonl`)
  const readings = join(work, `${part}-readings.jsonl`)
  run(python, [tool, 'make', part], articles)
  const count = linesIn(articles)
  say(`${part}: reading ${count} articles …`)
  const began = Date.now()
  run(
    process.execPath,
    [join(ROOT, 'bin', 'rubicon.js'), 'read', articles, '--format', 'jsonl', '--progress'],
    readings,
  )
  const seconds = (Date.now() - began) / 1000
  const scores = run(python, [tool, part, readings]).trim()
  reader = JSON.parse(readFileSync(readings, 'utf8').split('\n', 1)[0]).reader
  say(scores)
  chapters.push(`## ${WHAT[part]}

${count} texts, read in ${Math.round(seconds)} s.

\`\`\`
${scores}
\`\`\`
`)
}
rmSync(work, { recursive: true, force: true })
if (parts.length === Object.keys(WHAT).length) {
  const day = new Date().toISOString().slice(0, 10)
  const head = `# Scorecard

Made on ${day} by \`npm run score -- FOLDER\` with the reader \`${reader}\`. FOLDER holds the corpus, which is not part of this repository.
These are development parts: the reader's thresholds and rules were chosen while looking at them, so a little of each score is luck.
`
  writeFileSync(join(ROOT, 'docs', 'scorecard.md'), `${head}\n${chapters.join('\n')}`)
  say('Written: docs/scorecard.md')
}

/** Runs a program, its output into a file or given back; ends with what it said where it fails. */
function run(program, args, into) {
  const out = into ? openSync(into, 'w') : 'pipe'
  const { status, stdout } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', out, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (status !== 0) {
    say(`${program} ${args.join(' ')} ended with ${status}.`)
    process.exit(1)
  }
  return stdout ?? ''
}

function linesIn(path) {
  return readFileSync(path, 'utf8').trim().split('\n').length
}
