import { AppError } from '../base/index.ts'
import { ACT_NAMES, ACTS, type ActName, judgeBy, openRecord } from '../record/index.ts'
import type { Options, World } from './command.ts'
import { recordPath } from './record-path.ts'
import { nearest, wrongUse } from './usage.ts'

/** What is no failure of the record but of the words typed. */
const MISTYPED = new Set(['correct.wrong-words', 'correct.bad-coding'])

/** `rubicon correct`: one judgement of a person. */
export async function runCorrect(args: readonly string[], options: Options, world: World): Promise<number> {
  const [name = '', ...given] = args
  if (!isAct(name)) {
    const near = nearest(name, ACT_NAMES)
    throw wrongUse(`say what to do: ${ACT_NAMES.join(', ')}${name && near ? `; did you mean ${near}?` : ''}`)
  }
  const by = typeof options.by === 'string' ? options.by : (world.env.USER ?? world.env.USERNAME ?? '')
  const db = await openRecord(recordPath(options, world))
  try {
    const who = { by, at: new Date().toISOString(), ...(typeof options.note === 'string' && { note: options.note }) }
    const { judgement, what } = await judgeBy(db, name, given, who)
    world.stdout.write(`${what}\nTake it back with: rubicon correct undo ${judgement}\n`)
    return 0
  } catch (thrown) {
    if (thrown instanceof AppError && MISTYPED.has(thrown.code)) throw wrongUse(thrown.message)
    throw thrown
  } finally {
    await db.destroy()
  }
}

function isAct(name: string): name is ActName {
  return Object.hasOwn(ACTS, name)
}
