// `rubicon add` with a stand-in reader in its worker threads; it waits until it is told to go, so that a test can have the next
// one ready. The kill test kills it. The other commands are not loaded: that took a third of a process's whole time.
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { readSettings } from '../../dist/base/index.js'
import { runAdd } from '../../dist/cli/add-command.js'
import { openReader } from './stand-in-reader.mjs'

const { stdout, stderr } = process
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { record: { type: 'string' }, workers: { type: 'string' } },
})
stdout.write('ready\n')
await once(process.stdin, 'data')
process.stdin.destroy()
const readerModule = new URL('./stand-in-reader.mjs', import.meta.url).href
const world = { stdin: Readable.from([]), stdout, stderr, env: {}, ...readSettings({}), openReader, readerModule }
process.exitCode = await runAdd(positionals, { ...values, list: true }, world)
