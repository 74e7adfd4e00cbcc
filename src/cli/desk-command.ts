import openInBrowser from 'open'
import { openRecord } from '../record/index.ts'
import { askDesk, openDesk } from '../show/index.ts'
import type { Options, World } from './command.ts'
import { recordPath } from './record-path.ts'
import { written } from './screen.ts'
import { wrongUse } from './usage.ts'

/** `rubicon desk`: serves the record until it is ended, or answers one path. */
export async function runDesk(args: readonly string[], options: Options, world: World): Promise<number> {
  if (args.length > 0) throw wrongUse('desk takes no argument; name another file with --record')
  const port = options.port === undefined ? undefined : Number(options.port)
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    throw wrongUse(`--port ${String(options.port)}: a port is a whole number from 1 to 65535`)
  const record = recordPath(options, world)
  const log = (line: string): void => void world.stderr.write(`rubicon: ${line}\n`)
  const db = await openRecord(record, { readonly: true })
  if (typeof options.get === 'string') {
    const { status, body } = await askDesk({ db, record, log }, options.get)
    await written(world.stdout, body.endsWith('\n') ? body : `${body}\n`)
    await db.destroy()
    return status < 400 ? 0 : 1
  }
  const { url } = await openDesk(
    { db, record, log },
    { port, host: typeof options.host === 'string' ? options.host : undefined },
  )
  await written(world.stdout, `The desk is open at ${url}   (Ctrl-C ends it)\n`)
  if (options['no-open'] !== true)
    await openInBrowser(url).catch(() => log(`no browser could be opened: open ${url} yourself`))
  return new Promise(() => {})
}
