import { rereadArticles } from '../flow/index.ts'
import { countToReread, openRecord, openRecorder } from '../record/index.ts'
import { openBar } from './add-bar.ts'
import { readingOptions, report } from './add-command.ts'
import type { Options, World } from './command.ts'
import { recordPath } from './record-path.ts'
import { wrongUse } from './usage.ts'

/** `rubicon reread`: every article another reader read, read by this one. */
export async function runReread(args: readonly string[], options: Options, world: World): Promise<number> {
  if (args.length > 0) throw wrongUse('reread takes no argument: it reads the whole record again')
  const reading = readingOptions(options, world)
  const reader = await world.openReader(reading.modelPath === undefined ? {} : { modelPath: reading.modelPath })
  const { version } = reader
  await reader.close()
  const path = recordPath(options, world)
  const db = await openRecord(path)
  try {
    const total = await countToReread(db, version)
    const bar = options.progress === true || world.stderr.isTTY ? openBar(world.stderr, total, Date.now) : null
    const done = rereadArticles(db, version, {
      ...reading,
      recorder: openRecorder(db),
      now: () => new Date().toISOString(),
    })
    return await report(done, { world, bar, list: options.list === true, into: path })
  } finally {
    await db.destroy()
  }
}
