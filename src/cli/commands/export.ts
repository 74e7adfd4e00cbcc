import type { Command } from '../command.ts'

const TABLES = ['events', 'reports', 'statements', 'relations', 'actors']
const FORMATS = ['csv', 'jsonl', 'parquet', 'geojson']

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write what the record holds to a file.',
  args: TABLES.join('|'),
  about:
    'Every row has its id, the reader that found it where one did, and the span it stands in: article, start and end in UTF-16 units, and the letters. With --out, what each column means is written beside it, to FILE.columns.json; Parquet and GeoJSON hold it themselves too.\n' +
    'GeoJSON holds events and reports. Only a point or a city is drawn; what is known no better than by province or country has no geometry.',
  options: {
    format: {
      type: 'string',
      value: FORMATS.join('|'),
      choices: FORMATS,
      help: 'Default: by the ending of --out, else csv.',
    },
    out: { type: 'string', value: 'FILE', help: 'Write to this file instead of stdout.' },
    'as-of': { type: 'string', value: 'DAY', help: 'What had been recorded by this day or moment.' },
    columns: { type: 'boolean', help: 'Print what each column means, and export nothing.' },
    record: { type: 'string', value: 'FILE', help: 'The record. Default: rubicon.db (setting record)' },
  },
  examples: [
    ['rubicon export events --out events.csv', 'A table for a spreadsheet, and events.csv.columns.json beside it.'],
    ['rubicon export reports --out reports.parquet', 'For DuckDB, pandas or R.'],
    ['rubicon export events --out events.geojson', 'For a map.'],
    ['rubicon export actors --columns', 'What each column means.'],
  ],
  run: async (args, options, world) => (await import('../export-command.ts')).runExport(args, options, world),
}
