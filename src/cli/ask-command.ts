import { openRecord } from '../record/index.ts'
import { csvOf, QUESTIONS } from '../show/index.ts'
import type { Options, World } from './command.ts'
import { sectionText } from './formats/sections.ts'
import { questionInput } from './question-options.ts'
import { recordPath } from './record-path.ts'
import { colourOn, columnsOf, written } from './screen.ts'
import { nearest, wrongUse } from './usage.ts'

const COMMON = new Set(['format', 'record', 'plain'])

/** `rubicon ask`: one question, answered as a table, JSON or CSV. */
export async function runAsk(args: readonly string[], options: Options, world: World): Promise<number> {
  const [name, ...given] = args
  const question = QUESTIONS.find((q) => q.name === name)
  if (!question) {
    const near =
      name === undefined
        ? undefined
        : nearest(
            name,
            QUESTIONS.map((q) => q.name),
          )
    const asked =
      name === undefined ? 'say what to ask' : `there is no question "${name}"${near ? `; did you mean ${near}?` : ''}`
    throw wrongUse(`${asked} The questions: ${QUESTIONS.map((q) => q.name).join(', ')}`)
  }
  const asked = questionInput(`ask ${question.name}`, question, { given, options, common: COMMON })

  const db = await openRecord(recordPath(options, world), { readonly: true })
  try {
    const { value, sections, rows, next } = await question.answer(db, asked)
    if (options.format === 'json') await written(world.stdout, `${JSON.stringify(value, null, 2)}\n`)
    else if (options.format === 'csv') {
      const flat = rows()
      await written(world.stdout, csvOf(Object.keys(flat[0] ?? {}), flat, { head: true }))
    } else {
      const look = { width: columnsOf(world), colour: options.plain !== true && colourOn(world) }
      await written(
        world.stdout,
        sections()
          .map((s) => sectionText(s, look))
          .join('\n'),
      )
      if (next) world.stderr.write(`More: add --cursor '${next}'\n`)
    }
    return 0
  } finally {
    await db.destroy()
  }
}
