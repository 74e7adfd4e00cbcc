import type { Command } from './command.ts'
import { add } from './commands/add.ts'
import { ask } from './commands/ask.ts'
import { correct } from './commands/correct.ts'
import { desk } from './commands/desk.ts'
import { doctor } from './commands/doctor.ts'
import { draw } from './commands/draw.ts'
import { explain } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { read } from './commands/read.ts'
import { reread } from './commands/reread.ts'
import { schema } from './commands/schema.ts'
import { settings } from './commands/settings.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  read,
  explain,
  add,
  ask,
  desk,
  draw,
  correct,
  reread,
  exportCommand,
  doctor,
  schema,
  settings,
]
