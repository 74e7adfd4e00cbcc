import { z } from 'zod'
import type { Question } from '../show/index.ts'
import type { Option, Options } from './command.ts'
import { wrongUse } from './usage.ts'

/** `asOf` is `--as-of` on the command line. */
function optionName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

type Schema = { readonly type?: string; readonly enum?: readonly string[]; readonly description?: string }

/** The options of a question, made from its input. */
function optionsOf(question: Question): Record<string, Option> {
  const { properties = {} } = z.toJSONSchema(question.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Schema>
  }
  return Object.fromEntries(
    Object.entries(properties).map(([field, schema]) => [
      field,
      {
        type: 'string' as const,
        help: `${schema.description ?? ''}.`,
        ...(schema.enum
          ? { value: schema.enum.length > 6 ? 'NAME' : schema.enum.join('|'), choices: schema.enum }
          : { value: placeholderOf(field) }),
      },
    ]),
  )
}

function placeholderOf(field: string): string {
  if (field === 'from' || field === 'until' || field === 'since' || field === 'asOf') return 'DAY'
  return ['limit', 'origins', 'within', 'quadClass'].includes(field) ? 'N' : 'TEXT'
}

/** What is asked, from the words and options of a command line; anything the question does not take is wrong use. */
export function questionInput(
  what: string,
  question: Question,
  {
    given,
    options,
    common,
  }: { readonly given: readonly string[]; readonly options: Options; readonly common: ReadonlySet<string> },
): unknown {
  if (given.length > question.args.length)
    throw wrongUse(
      `${what} takes ${question.args.map((a) => a.toUpperCase()).join(' ') || 'no argument'}, not "${given.at(-1)}"`,
    )
  const fields = Object.keys(optionsOf(question))
  const input: Record<string, unknown> = Object.fromEntries(given.map((value, i) => [question.args[i] ?? '', value]))
  for (const [option, value] of Object.entries(options)) {
    if (common.has(option)) continue
    const field = fields.find((f) => optionName(f) === option)
    if (!field) throw wrongUse(`${what} takes no --${option}`)
    input[field] = value
  }
  const parsed = question.input.safeParse(input)
  if (!parsed.success) throw wrongUse(inWords(parsed.error))
  return parsed.data
}

function inWords(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.length > 0 ? `${optionName(String(issue.path[0]))}: ` : ''}${issue.message}`)
    .join('; ')
}

/** The options of several questions as one command's; a choice that only some limit is checked by the question itself. */
export function optionsOfAll(questions: readonly Question[]): Record<string, Option> {
  const found: Record<string, Option> = {}
  for (const question of questions)
    for (const [field, option] of Object.entries(optionsOf(question))) {
      const name = optionName(field)
      const known = found[name]
      found[name] = known ? { type: known.type, help: known.help, ...(known.value && { value: known.value }) } : option
    }
  return found
}
