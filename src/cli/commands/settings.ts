import type { Command } from '../command.ts'

export const settings: Command = {
  name: 'settings',
  summary: 'Show the settings in force and where each came from.',
  args: '',
  about:
    'Prints every setting with its value, where it came from (default, file rubicon.json, environment) and what it does.',
  options: {
    format: { type: 'string', value: 'text|json', choices: ['text', 'json'], help: 'How to show it. Default: text.' },
  },
  examples: [['RUBICON_WORKERS=2 rubicon settings', 'What holds with that variable set.']],
  async run(_args, options, { stdout, inForce }) {
    if (options.format === 'json') stdout.write(`${JSON.stringify(inForce, null, 2)}\n`)
    else
      for (const s of inForce)
        stdout.write(`${s.name} = ${s.value ?? '(none)'}   from ${s.from}, ${s.env}\n    ${s.help}\n`)
    return 0
  },
}
