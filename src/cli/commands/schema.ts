import { z } from 'zod'
import { Reading } from '../../codebook/index.ts'
import { ArticleInput } from '../../intake/index.ts'
import type { Command } from '../command.ts'
import { wrongUse } from '../usage.ts'

const SCHEMAS: Readonly<Record<string, () => unknown>> = {
  reading: () => z.toJSONSchema(Reading, { io: 'output' }),
  article: () => z.toJSONSchema(ArticleInput, { io: 'input' }),
}

export const schema: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of a reading, or of an article that is read.',
  args: 'reading|article',
  about:
    'Prints the JSON Schema (2020-12) of what `rubicon read --format json` writes, or of the JSON lines that it reads.',
  options: {},
  examples: [['rubicon schema reading > reading.schema.json', 'For a program that checks or takes in readings.']],
  async run(args, _options, { stdout }) {
    const make = SCHEMAS[args[0] ?? '']
    if (!make || args.length > 1) throw wrongUse(`say which schema: ${Object.keys(SCHEMAS).join(' or ')}`)
    stdout.write(`${JSON.stringify(make(), null, 2)}\n`)
    return 0
  },
}
