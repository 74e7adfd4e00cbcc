import type { Command } from '../command.ts'

export const explain: Command = {
  name: 'explain',
  summary: 'Explain what was found at one place in an article.',
  args: 'FILE --at N',
  about:
    'Says what the reader found at a place of the text: each finding, the part of the program that made it, how sure it is and what else was considered. The place is an offset as in the JSON of a reading: letters before it, counted in UTF-16 units. For a page the text is the one that intake took from it (article.text).',
  options: {
    at: { type: 'string', value: 'N', help: 'The place: how many letters stand before it.' },
    find: { type: 'string', value: 'WORDS', help: 'Instead of --at: the first place where these words stand.' },
    format: { type: 'string', value: 'text|json', choices: ['text', 'json'], help: 'How to show it. Default: text.' },
    published: { type: 'string', value: 'DAY', help: 'Day of publication, as 2020-01-17.' },
  },
  examples: [
    ['rubicon explain article.txt --at 512', 'What was found at letter 512.'],
    ['rubicon explain article.txt --find "the official said"', 'What was found where these words first stand.'],
  ],
  run: async (args, options, world) => (await import('../explain-command.ts')).runExplain(args, options, world),
}
