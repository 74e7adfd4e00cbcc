import { AppError, messageOf, programVersion } from '../base/index.ts'
import type { World } from './command.ts'
import { helpOf, helpOfAll } from './help.ts'
import { COMMAND_NAMES, loadCommand, loadCommands } from './load-command.ts'
import { nearest, parseCommandLine } from './usage.ts'

/** Run one command line. Wrong use is 2 with a line that helps; an AppError is 1 with its message; the rest is thrown. */
export async function runCommandLine(argv: readonly string[], world: World): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = rest[0] === undefined ? undefined : await loadCommand(rest[0])
    world.stdout.write(asked ? helpOf(asked) : helpOfAll(await loadCommands(), programVersion()))
    return 0
  }
  if (name === '--version' || name === '-v') {
    world.stdout.write(`${programVersion()}\n`)
    return 0
  }
  const command = await loadCommand(name)
  if (!command) {
    const near = nearest(name, COMMAND_NAMES)
    world.stderr.write(
      `rubicon: there is no command "${name}"${near ? `; did you mean ${near}?` : ''} See rubicon --help\n`,
    )
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    world.stdout.write(helpOf(command))
    return 0
  }
  try {
    const { args, options } = parseCommandLine(command, rest)
    return await command.run(args, options, world)
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    const wrong = thrown.code === 'cli.usage'
    world.stderr.write(`rubicon: ${messageOf(thrown)}${wrong ? `\nSee rubicon ${command.name} --help` : ''}\n`)
    return wrong ? 2 : 1
  }
}
