import type { Command } from './command.ts'
import { loadCommands } from './load-command.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = await loadCommands()
