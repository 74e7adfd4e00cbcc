import type { Command } from '../command.ts'

export const desk: Command = {
  name: 'desk',
  summary: 'Open the desk: the record in the browser.',
  args: '',
  about:
    'Serves the record on this machine alone, at http://localhost:4600 or the next free port, and opens it in the browser. Every page has its .json and .csv; /api/openapi.json describes the API. Ctrl-C ends it.',
  options: {
    port: { type: 'string', value: 'N', help: 'The port. Default: 4600, or the next one that is free' },
    host: {
      type: 'string',
      value: 'NAME',
      help: 'Listen to other machines under this name or address. There is no log-in: only in a network you trust.',
    },
    'no-open': { type: 'boolean', help: 'Do not open the browser.' },
    get: { type: 'string', value: 'PATH', help: 'Serve nothing: print what the desk answers to this path, and end.' },
    record: { type: 'string', value: 'FILE', help: 'The record. Default: rubicon.db (setting record)' },
  },
  examples: [
    ['rubicon desk', 'The record of this folder in the browser.'],
    ['rubicon desk --get "/events.json?actor=IRN&limit=5"', 'One answer, without a server.'],
  ],
  run: async (args, options, world) => (await import('../desk-command.ts')).runDesk(args, options, world),
}
