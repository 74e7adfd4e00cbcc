import { QUESTIONS } from '../../show/index.ts'
import type { Command } from '../command.ts'
import { optionsOfAll } from '../question-options.ts'

export const ask: Command = {
  name: 'ask',
  summary: 'Ask the record: what happened, who says so, where they differ.',
  args: 'QUESTION [ARGUMENT…]',
  about: `Questions:\n${QUESTIONS.map((q) => `${[q.name, ...q.args.map((a) => a.toUpperCase())].join(' ')}: ${q.help}`).join('\n')}\nA party is a country code (IRN: the state and all who act for it), an actor's id, or a name in any spelling. Each question takes the options that its answer can be narrowed by; one it does not take is wrong use.`,
  options: {
    ...optionsOfAll(QUESTIONS),
    format: {
      type: 'string',
      value: 'table|json|csv',
      choices: ['table', 'json', 'csv'],
      help: 'A table for people, or JSON or CSV for programs.',
    },
    record: { type: 'string', value: 'FILE', help: 'The record to ask. Default: rubicon.db (setting record)' },
    plain: { type: 'boolean', help: 'No colour. NO_COLOR and FORCE_COLOR are obeyed too.' },
  },
  examples: QUESTIONS.map((q) => [q.example, q.help.split(/[:.;]/)[0] ?? '']),
  run: async (args, options, world) => (await import('../ask-command.ts')).runAsk(args, options, world),
}
