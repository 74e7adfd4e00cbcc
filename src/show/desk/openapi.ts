import { z } from 'zod'
import type { Question } from '../questions/question.ts'
import { QUESTIONS } from '../questions/questions.ts'
import { answerSchema, partSchemas } from './openapi-answers.ts'

type Field = { readonly description?: string }

/** The API as an OpenAPI 3.1 document, made from the questions: one path for each. */
export function openApi(version: string): Readonly<Record<string, unknown>> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rubicon',
      version,
      description:
        'The questions of the record. Answers change only with the record: each carries an ETag. A list gives `rows` and `next`; hand `next` back as `cursor` for the rows after it. `fields` keeps only the named members of each row.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(QUESTIONS.map((question) => [`/api/${question.name}`, { get: operationOf(question) }])),
    components: {
      schemas: {
        ...partSchemas(),
        Problem: {
          type: 'object',
          required: ['ok', 'status', 'code', 'message'],
          properties: {
            ok: { const: false },
            status: { type: 'integer' },
            code: { type: 'string', description: 'What went wrong, in words that do not change: ask.no-such-event' },
            message: { type: 'string', description: 'What happened, to what, and what to do' },
          },
        },
      },
      responses: {
        Problem: {
          description: 'Why there is no answer',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

function operationOf({ name, help, input, example }: Question): Readonly<Record<string, unknown>> {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Field>
    required?: readonly string[]
  }
  const parameters = Object.entries(properties).map(([field, { description, ...schema }]) => ({
    name: field,
    in: 'query',
    required: required.includes(field),
    ...(description && { description }),
    schema,
  }))
  const fields = {
    name: 'fields',
    in: 'query',
    required: false,
    description: 'Members of each row to keep, separated by commas',
    schema: { type: 'string' },
  }
  return {
    operationId: name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary: help,
    description: `On the command line: \`${example}\``,
    parameters: [...parameters, fields],
    responses: {
      200: {
        description: 'The answer',
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: answerSchema(name) } },
      },
      304: { description: 'As you hold it already, by `If-None-Match`' },
      400: { $ref: '#/components/responses/Problem' },
      404: { $ref: '#/components/responses/Problem' },
    },
  }
}
