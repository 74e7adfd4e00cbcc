// The command line: commands as data, one file each; main.ts alone touches the process.
// May import every folder.
// Start reading at commands.ts, then run.ts.
export { COMMANDS } from './commands.ts'
export { commandsPage } from './help.ts'
