import type { Command } from '../command.ts'

export const reread: Command = {
  name: 'reread',
  summary: 'Read the articles of the record again with the present reader.',
  args: '',
  about:
    'Articles that this reader has read already are left alone. The newest reading is the one in force; the older ones stay. Events keep their ids; one that nothing reports any more ends, and says what took its place.',
  options: {
    record: { type: 'string', value: 'FILE', help: 'The record. Default: rubicon.db (setting record)' },
    workers: {
      type: 'string',
      value: 'N',
      help: 'Articles read at the same time. Default: one for each core, 8 at most.',
    },
    list: { type: 'boolean', help: 'Name each article on stdout once it is recorded.' },
    progress: { type: 'boolean', help: 'Show progress on stderr even where it is no terminal.' },
  },
  examples: [['rubicon reread', 'After a new version of rubicon or of its model.']],
  run: async (args, options, world) => (await import('../reread-command.ts')).runReread(args, options, world),
}
