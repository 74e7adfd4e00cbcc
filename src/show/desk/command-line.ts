import type { PageContext } from './view.ts'

/** The page as a command: `rubicon ask dyad IRN USA --from 2020-01-03`; the question's example where it is asked for nothing. */
export function commandOf({ question, input }: Pick<PageContext, 'question' | 'input'>): string {
  const given = Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  if (given.length === 0) return question.example
  const values = new Map(given as [string, string][])
  // A later argument can stand without its name only where all before it do.
  const bare = question.args.slice(
    0,
    [...question.args, ''].findIndex((name) => !values.has(name)),
  )
  const options = [...values]
    .filter(([name]) => !bare.includes(name))
    .map(([name, value]) => `--${option(name)} ${quoted(value)}`)
  return ['rubicon ask', question.name, ...bare.map((name) => quoted(values.get(name) ?? '')), ...options].join(' ')
}

/** `asOf` is `--as-of` on the command line. */
function option(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** A value as a shell takes it whole. */
function quoted(value: string): string {
  return /^[\w.:@%+/,-]+$/.test(value) && !value.startsWith('-') ? value : `'${value.replaceAll("'", "'\\''")}'`
}
