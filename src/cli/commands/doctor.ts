import type { Command } from '../command.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: 'Check the file of the record.',
  args: '',
  about:
    'Brings the file to the newest schema where it is older, and checks it: the pages of the file, rows that point to missing rows, events with two current versions, reports in no event, and the running counts against the rows they count. Exit code 1 where something is wrong.',
  options: {
    record: { type: 'string', value: 'FILE', help: 'The record. Default: rubicon.db (setting record)' },
    repair: {
      type: 'boolean',
      help: 'Write the running counts anew where they are not what their rows give.',
    },
    history: {
      type: 'string',
      value: 'ID',
      help: 'Print instead how the record came to hold what it holds of this event, actor, report, statement or judgement: each row with when it came and when it ended, as JSON lines.',
    },
  },
  examples: [
    ['rubicon doctor', 'What is in it, and whether it is sound.'],
    ['rubicon doctor --repair', 'Besides, put wrong counts right.'],
    ['rubicon doctor --history v3f9c1a2b4c5d', 'Each value an event ever had, and since when.'],
  ],
  run: async (args, options, world) => (await import('../doctor-command.ts')).runDoctor(args, options, world),
}
