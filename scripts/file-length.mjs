// Code files of more than 300 lines are an error: a file says one thing. Data files are excepted.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, say } from './setup.mjs'

const MOST = 300
const FOLDERS = ['src', 'test', 'bench', 'scripts', 'bin', 'training']
const CODE = /\.(?:ts|tsx|mjs|js|py|css)$/
const SKIPPED = new Set(['node_modules', 'data', 'golden', 'work', '.venv', '__pycache__'])

const long = FOLDERS.flatMap((folder) => filesIn(join(ROOT, folder)))
  .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
  .filter(({ lines }) => lines > MOST)
for (const { path, lines } of long) say(`${path.slice(ROOT.length + 1)}: ${lines} lines, at most ${MOST}`)
process.exitCode = long.length === 0 ? 0 : 1

function filesIn(folder) {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : CODE.test(entry.name) ? [path] : []
  })
}
