import type { Command } from './command.ts'
import { explain } from './commands/explain.ts'
import { read } from './commands/read.ts'
import { schema } from './commands/schema.ts'
import { settings } from './commands/settings.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [read, explain, schema, settings]
