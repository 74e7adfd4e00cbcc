import { parseArgs } from 'node:util'
import { AppError } from '../base/index.ts'
import type { Command, Options } from './command.ts'

/** An error in how a command was called: exit code 2. */
export function wrongUse(message: string): AppError {
  return new AppError('cli.usage', message)
}

/** The arguments and options of a command line; anything the command does not know is wrong use, with the nearest name. */
export function parseCommandLine(
  command: Command,
  argv: readonly string[],
): { readonly args: readonly string[]; readonly options: Options } {
  const known = Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }]))
  let parsed: { positionals: string[]; values: Record<string, unknown> }
  try {
    parsed = parseArgs({ args: [...argv], options: known, allowPositionals: true, strict: true })
  } catch (thrown) {
    const unknown = /'(--?[\w-]+)[^']*'/.exec(String((thrown as Error).message))?.[1]
    const code = (thrown as NodeJS.ErrnoException).code
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && unknown) {
      const near = nearest(unknown.replace(/^-+/, ''), Object.keys(known))
      throw wrongUse(`there is no option ${unknown} for ${command.name}${near ? `; did you mean --${near}?` : ''}`)
    }
    throw wrongUse(String((thrown as Error).message).replace(/\. To specify.*$/s, ''))
  }
  for (const [name, option] of Object.entries(command.options)) {
    const value = parsed.values[name]
    if (option.choices && value !== undefined && !option.choices.includes(String(value)))
      throw wrongUse(
        `--${name} ${String(value)}: it must be ${option.choices.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
      )
  }
  return { args: parsed.positionals, options: parsed.values as Options }
}

/** The name that is at most two letters away, if there is one. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const close = names
    .map((name) => ({ name, far: name.startsWith(word) ? 0 : distance(word, name) }))
    .sort((a, b) => a.far - b.far)[0]
  return close && close.far <= 2 ? close.name : undefined
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}
