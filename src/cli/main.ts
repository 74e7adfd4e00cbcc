import { readFileSync } from 'node:fs'
import { AppError, messageOf, readSettings } from '../base/index.ts'
import { openReader } from '../read/index.ts'
import type { World } from './command.ts'
import { runCommandLine } from './run.ts'

/** The real process as a command sees it. The only file that touches `process`. */
async function main(): Promise<number> {
  const { stdin, stdout, stderr, env } = process
  // `| head` closes the pipe: that is no failure, and nothing more can be written.
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(0)
    })
  try {
    const { settings, inForce } = readSettings(env, settingsFile())
    const world: World = { stdin, stdout, stderr, env, settings, inForce, openReader }
    return await runCommandLine(process.argv.slice(2), world)
  } catch (thrown) {
    stderr.write(`rubicon: ${messageOf(thrown)}\n`)
    return thrown instanceof AppError && thrown.code.startsWith('settings.') ? 2 : 1
  }
}

function settingsFile(): Record<string, unknown> {
  let text: string
  try {
    text = readFileSync('rubicon.json', 'utf8')
  } catch {
    return {}
  }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {}
  throw new AppError('settings.file', 'rubicon.json is no JSON object: correct it or take it away')
}

process.exitCode = await main()
