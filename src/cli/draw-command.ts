import { writeFile } from 'node:fs/promises'
import { AppError, messageOf } from '../base/index.ts'
import { openRecord } from '../record/index.ts'
import { DRAWINGS, drawFile } from '../show/index.ts'
import type { Options, World } from './command.ts'
import { questionInput } from './question-options.ts'
import { recordPath } from './record-path.ts'
import { written } from './screen.ts'
import { nearest, wrongUse } from './usage.ts'

const COMMON = new Set(['out', 'width', 'theme', 'record'])

/** `rubicon draw`: one picture as an SVG file. */
export async function runDraw(args: readonly string[], options: Options, world: World): Promise<number> {
  const [name, ...given] = args
  const names = DRAWINGS.map((d) => d.name)
  const drawing = DRAWINGS.find((d) => d.name === name)
  if (!drawing) {
    const near = name === undefined ? undefined : nearest(name, names)
    const asked =
      name === undefined
        ? 'say what to draw.'
        : `there is no picture "${name}"${near ? `; did you mean ${near}?` : '.'}`
    throw wrongUse(`${asked} The pictures: ${names.join(', ')}`)
  }
  const width = options.width === undefined ? 1160 : Number(options.width)
  if (!(Number.isInteger(width) && width >= 320 && width <= 4000))
    throw wrongUse(`--width ${String(options.width)}: a whole number from 320 to 4000`)
  const input = questionInput(`draw ${drawing.name}`, drawing.question, { given, options, common: COMMON })
  const theme = options.theme === 'dark' ? 'dark' : 'light'
  const db = await openRecord(recordPath(options, world), { readonly: true })
  try {
    const file = await drawFile(db, drawing, { input, width, theme })
    if (typeof options.out === 'string') await toFile(options.out, file)
    else await written(world.stdout, file)
    return 0
  } finally {
    await db.destroy()
  }
}

async function toFile(path: string, file: string): Promise<void> {
  try {
    await writeFile(path, file)
  } catch (thrown) {
    throw new AppError('cli.out', `${path}: cannot be written: ${messageOf(thrown)}`, { cause: thrown })
  }
}
