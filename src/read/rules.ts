import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * The reader's own code and tables as this process runs them, file by file in one order: what beside the model decides a reading.
 * Tests, types and source maps decide nothing.
 */
export async function rulesOf(folder: string = fileURLToPath(new URL('.', import.meta.url))): Promise<Buffer[]> {
  const names = await readdir(folder, { recursive: true })
  const rules = names.map((name) => name.replaceAll('\\', '/')).filter((name) => RULE.test(name) && !NO_RULE.test(name))
  return Promise.all(rules.sort().map((name) => readFile(`${folder}/${name}`)))
}

const RULE = /\.(?:js|ts|json)$/
const NO_RULE = /\.(?:test|d)\.ts$/
