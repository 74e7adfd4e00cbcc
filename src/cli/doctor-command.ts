import { existsSync } from 'node:fs'
import { AppError } from '../base/index.ts'
import { checkRecord, historyOf, openRecord } from '../record/index.ts'
import type { Options, World } from './command.ts'
import { recordPath } from './record-path.ts'
import { written } from './screen.ts'
import { wrongUse } from './usage.ts'

/** `rubicon doctor`: what is in the file and what is wrong with it. */
export async function runDoctor(args: readonly string[], options: Options, world: World): Promise<number> {
  if (args.length > 0) throw wrongUse('doctor takes no argument; name another file with --record')
  const path = recordPath(options, world)
  if (!existsSync(path))
    throw new AppError('record.missing', `${path}: there is no record here. Make one with: rubicon add FOLDER`)
  const db = await openRecord(path)
  try {
    if (typeof options.history === 'string') {
      for (const row of await historyOf(db, options.history)) await written(world.stdout, `${JSON.stringify(row)}\n`)
      return 0
    }
    const { schema, faults, counts, mended } = await checkRecord(db, { repair: options.repair === true })
    const rows = Object.entries(counts).map(
      ([what, n]) => `${what.padEnd(10)} ${n.toLocaleString('en-US').padStart(12)}`,
    )
    await written(world.stdout, `${path}: schema ${schema}\n${rows.join('\n')}\n`)
    if (mended > 0)
      await written(world.stdout, `${mended.toLocaleString('en-US')} running counts were wrong and are mended\n`)
    for (const fault of faults) world.stderr.write(`rubicon: ${path}: ${fault}\n`)
    await written(world.stdout, faults.length === 0 ? 'sound\n' : `${faults.length} faults\n`)
    return faults.length === 0 ? 0 : 1
  } finally {
    await db.destroy()
  }
}
