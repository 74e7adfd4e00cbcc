// `rubicon add` as the command line runs it, a stand-in reader in its worker threads; it waits until it is told to go, so that
// a test can have the next one ready. The kill test kills it.
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { readSettings } from '../../dist/base/index.js'
import { runCommandLine } from '../../dist/cli/run.js'
import '../../dist/cli/add-command.js'
import { openReader } from './stand-in-reader.mjs'

const { stdout, stderr, argv } = process
stdout.write('ready\n')
await once(process.stdin, 'data')
process.stdin.destroy()
const readerModule = new URL('./stand-in-reader.mjs', import.meta.url).href
const world = { stdin: Readable.from([]), stdout, stderr, env: {}, ...readSettings({}), openReader, readerModule }
process.exitCode = await runCommandLine(['add', ...argv.slice(2), '--list'], world)
