import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const RUBICON = join(ROOT, 'bin', 'rubicon.js')

export type OpenDesk = { readonly url: string; readonly record: string; readonly close: () => void }

/** The sample dossier read into a record of its own, and the desk open on it, both as a user would: by the command line. */
export async function openSampleDesk(): Promise<OpenDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'rubicon-desk-'))
  const record = join(folder, 'record.db')
  const added = spawnSync(
    process.execPath,
    [RUBICON, 'add', 'samples/january-2020', '--as-published', '--record', record],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  if (added.status !== 0) throw new Error(`rubicon add ended with ${added.status}: ${added.stderr}`)
  const server = spawn(process.execPath, [RUBICON, 'desk', '--no-open', '--record', record], { cwd: ROOT })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\S+/.exec(said)?.[0]
      if (found) resolve(found)
    })
    server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    server.once('exit', (code) => reject(new Error(`rubicon desk ended with ${code}: ${said}`)))
  })
  return {
    url,
    record,
    close: () => {
      server.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What the desk answers as JSON. */
export async function jsonOf(desk: OpenDesk, path: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${desk.url}${path}`)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}
