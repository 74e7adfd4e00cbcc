import type { z } from 'zod'
import { AppError } from '../../base/index.ts'
import type { Question } from '../questions/question.ts'
import { QUESTIONS } from '../questions/questions.ts'
import { FILTER_FIELDS } from './filter.ts'

/** What an address asks: the question, its input as parsed, and in which form the answer is wanted. */
export type Request = {
  readonly question: Question
  readonly input: Readonly<Record<string, unknown>>
  readonly form: 'page' | 'json' | 'csv'
  /** The path of the page, without the form. */
  readonly path: string
  /** The columns asked for; all where undefined. */
  readonly fields: readonly string[] | undefined
}

/**
 * What a path and a query ask: `/dyad/IRN/USA.json?from=2020-01-03`. Fields of the filter that the question does not know stay idle;
 * any other name that it does not know is an AppError.
 */
export function readRequest(path: string, params: URLSearchParams): Request {
  const form = /\.(json|csv)$/.exec(path)?.[1] as 'json' | 'csv' | undefined
  const bare = form ? path.slice(0, -form.length - 1) : path
  const [name = '', ...args] = bare.split('/').slice(1).map(decoded)
  const question = QUESTIONS.find((q) => q.name === (name === '' ? 'now' : name))
  if (!question) throw new AppError('desk.no-such-page', `there is no page ${bare} on this desk`)
  if (args.length > question.args.length)
    throw new AppError(
      'desk.no-such-page',
      `there is no page ${bare}: ${question.name} takes ${question.args.join(', ') || 'nothing'}`,
    )
  const given = Object.fromEntries(args.flatMap((value, i) => (value === '' ? [] : [[question.args[i] ?? '', value]])))
  return { ...parsedInput(question, given, params), question, form: form ?? 'page', path: bare }
}

/** The input of a question from named values alone, as the API takes them. */
export function readInput(question: Question, params: URLSearchParams): Pick<Request, 'input' | 'fields'> {
  return parsedInput(question, {}, params)
}

function parsedInput(
  question: Question,
  given: Readonly<Record<string, string>>,
  params: URLSearchParams,
): Pick<Request, 'input' | 'fields'> {
  const known = new Set(Object.keys(question.input.shape))
  const input: Record<string, string> = { ...given }
  let fields: string[] | undefined
  for (const [name, value] of params) {
    if (value.trim() === '' || name in given) continue
    if (known.has(name)) input[name] = value.trim()
    else if (name === 'fields')
      fields = value
        .split(',')
        .map((f) => f.trim())
        .filter(Boolean)
    else if (!IDLE.has(name))
      throw new AppError('desk.no-such-field', `${question.name} takes no ${name}. It takes: ${[...known].join(', ')}`)
  }
  const parsed = question.input.safeParse(input)
  if (!parsed.success) throw new AppError('desk.bad-input', inWords(question, parsed.error, input))
  return { input: parsed.data, fields }
}

/** Names that may stand in any address of the desk. */
const IDLE = new Set<string>([...FILTER_FIELDS, 'done', 'undo', 'made', 'at'])

function inWords(question: Question, error: z.ZodError, given: Readonly<Record<string, string>>): string {
  const told = error.issues.map((issue) => issueInWords(question, issue, given))
  return `${question.name} cannot be asked like this. ${told.join('; ')}`
}

type Issue = z.ZodError['issues'][number]

/** What is wrong with one field, and what it takes: `from is a day such as 2020-01-08, not "yesterday"`. */
function issueInWords({ input }: Question, issue: Issue, given: Readonly<Record<string, string>>): string {
  const name = String(issue.path[0] ?? '')
  const value = given[name]
  const not = value === undefined ? '' : `, not "${value}"`
  if (value === undefined) {
    const help = input.shape[name]?.description
    return `${name} is missing${help ? `: ${help.charAt(0).toLowerCase()}${help.slice(1)}` : ''}`
  }
  if (issue.code === 'invalid_value') return `${name} is one of ${issue.values.join(', ')}${not}`
  if (issue.code === 'invalid_format' && issue.format === 'date') return `${name} is a day such as 2020-01-08${not}`
  if (issue.code === 'too_small' && issue.origin === 'string') return `${name} is too short${not}`
  if (issue.code === 'too_big' && issue.origin === 'string') return `${name} is too long`
  if (issue.code === 'too_small') return `${name} is at least ${issue.minimum}${not}`
  if (issue.code === 'too_big') return `${name} is at most ${issue.maximum}${not}`
  if (issue.code === 'invalid_type') return `${name} is a number${not}`
  return `${name}${not ? ` "${value}"` : ''}: ${issue.message}`
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new AppError('desk.no-such-page', `the address holds a sign that is none: ${part}`)
  }
}

/** The answer with only these columns of its rows (`rows` of the answer, or all else kept as it is). */
export function narrowed(value: unknown, fields: readonly string[] | undefined): unknown {
  if (!fields || typeof value !== 'object' || value === null || !('rows' in value) || !Array.isArray(value.rows))
    return value
  const pick = (row: unknown): unknown =>
    typeof row === 'object' && row !== null
      ? Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)))
      : row
  return { ...value, rows: value.rows.map(pick) }
}
