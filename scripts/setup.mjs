// What `npm start` and `npm test` share: a Node that is new enough, packages that fit the lock file, a build that fits the
// source, and `npx rubicon` in this folder. Plain JavaScript without packages, for it runs before there are any.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Install and build what is missing or out of date. Ends the process, with the reason, where that fails. */
export function setUp() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 18))
    end(`Rubicon needs Node 20.18 or later; this is ${process.versions.node}. See https://nodejs.org`)

  if (!upToDate(join(ROOT, 'node_modules', '.package-lock.json'), [join(ROOT, 'package-lock.json')])) {
    say('Installing packages …')
    if (npm(['ci', '--no-fund', '--no-audit', '--loglevel=error']) !== 0)
      end('npm ci failed: see above. Is the npm registry within reach?')
  }
  const sources = [
    ...filesIn(join(ROOT, 'src')),
    join(ROOT, 'tsconfig.json'),
    join(ROOT, 'tsconfig.build.json'),
    join(ROOT, 'tsconfig.desk.json'),
  ]
  if (!upToDate(join(ROOT, 'dist', '.built'), sources)) {
    say('Building …')
    rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
    for (const part of ['tsconfig.build.json', 'tsconfig.desk.json'])
      if (runNode([join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', part]) !== 0)
        end('The build failed: see above.')
    writeFileSync(join(ROOT, 'dist', '.built'), '')
  }
  linkCommand()
}

/** Run a script of this project with this Node; gives its exit code. */
export function runNode(args) {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1
}

export function say(line) {
  process.stderr.write(`${line}\n`)
}

function end(line) {
  say(line)
  process.exit(1)
}

/** npm by the file that runs it, where npm started us; else by its name through a shell, which Windows needs. */
function npm(args) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return runNode([cli, ...args])
  return spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: true }).status ?? 1
}

function upToDate(made, from) {
  if (!existsSync(made)) return false
  const { mtimeMs } = statSync(made)
  return from.every((path) => !existsSync(path) || statSync(path).mtimeMs <= mtimeMs)
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return [path, ...filesIn(path)]
    return entry.name.endsWith('.test.ts') ? [] : [path]
  })
}

/** npx looks into node_modules/.bin first: with the command there it needs neither the network nor a copy. */
function linkCommand() {
  const folder = join(ROOT, 'node_modules', '.bin')
  mkdirSync(folder, { recursive: true })
  put(join(folder, 'rubicon'), '#!/bin/sh\nexec node "$(dirname "$0")/../../bin/rubicon.js" "$@"\n')
  put(join(folder, 'rubicon.cmd'), '@node "%~dp0\\..\\..\\bin\\rubicon.js" %*\r\n')
}

function put(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  rmSync(path, { force: true })
  writeFileSync(path, text)
  chmodSync(path, 0o755)
}
