import { z } from 'zod'
import type { Question } from '../show/index.ts'
import type { Option } from './command.ts'

/** `asOf` is `--as-of` on the command line. */
export function optionName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

type Schema = { readonly type?: string; readonly enum?: readonly string[]; readonly description?: string }

/** The options of a question, made from its input. */
export function optionsOf(question: Question): Record<string, Option> {
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
